import { type Occurrences, eachOccurrence } from '@/domain/topics/words/occurrences';
import { isJoined } from '@/domain/topics/words/tokens';
import { ADJECTIVES, COMPARERS, GERUNDS, NOUNS, VERBS } from './lexicon';

/** What a word does in a sentence, as far as a phrase needs to know. */
export type Speech =
  | 'noun'
  /** Written with capitals or digits within: RLHF, LoRA, GPT-4. */
  | 'name'
  | 'adjective'
  /** A form in -ed. */
  | 'participle'
  /** A form in -ing that is what somebody does, not the name of a craft. */
  | 'gerund'
  | 'verb'
  | 'adverb'
  | 'number';

/** Endings of adjectives; exceptions are in the lexicon. */
const ADJECTIVE =
  /(?:[^aeiou]ic|ical|[uo]lar|ellar|[^g]al|ous|[ai]ble|ful|less|[ts]ive|[^u]ary|[^r]ish|like|wise|-free|-aware|-based|-driven|-level|-specific|-agnostic|-wide|-dependent|-independent|-only|-related|-resistant|-refractory)$/;
const PARTICIPLE = /[^e]ed$/;

/** Neighbours that tell verbs: "we detect", "can detect"; "to detect the". */
export const BEFORE_VERBS = new Set(
  'we they can could may might will would should must cannot not that which who i you and/or'.split(
    ' ',
  ),
);
const ARTICLES = new Set(
  'the a an its their this these those our such each any all how whether what if it them'.split(
    ' ',
  ),
);
/** Neighbours that tell nouns. */
const BEFORE_NOUNS = new Set(
  'the a an this these our their its of in for on by with from between among under each any some no'.split(
    ' ',
  ),
);
const AFTER_NOUNS = new Set(
  'of is are was were has have can in for with that which by may from'.split(' '),
);
/** Sentences that are looked at for a word. */
const LOOKED_AT = 40;

/** What a word looks like by itself; `lower` is the word in lower case. */
function formOf(written: string, lower: string): Speech {
  if (/^\p{N}+$/u.test(written)) return 'number';
  if (ADJECTIVES.has(lower)) return 'adjective';
  if (/.[\p{Lu}\p{N}]|\p{N}\p{L}/u.test(written)) return 'name';
  if (NOUNS.has(lower)) return 'noun';
  const single = lower.replace(/s$/, '');
  if (NOUNS.has(single)) return 'noun';
  if (COMPARERS.has(lower)) return 'adverb';
  if (VERBS.has(lower) || (single !== lower && VERBS.has(single))) return 'verb';
  if (lower.endsWith('ly')) return 'adverb';
  if (PARTICIPLE.test(lower)) return 'participle';
  if (lower.endsWith('ing')) return GERUNDS.has(lower) ? 'noun' : 'gerund';
  if (lower.length > 4 && ADJECTIVE.test(lower)) return 'adjective';
  return 'noun';
}

/** Whether a verb's form stands behind an adjective, as a thing does: "granular partitions". */
const isDescribed = (before: string, form: Speech): boolean =>
  form === 'verb' && formOf(before, before) === 'adjective';

/** Whether a phrase ends before a word. */
const endsHere = (isFollowed: boolean, after: string): boolean =>
  !isFollowed || AFTER_NOUNS.has(after);

/** Tells the speech of the word at a token, each word worked out once. */
export function speechIn(occurrences: Occurrences): (token: number) => Speech {
  const { corpus } = occurrences;
  const known = new Map<number, Speech>();
  const lower = (at: number): string => (corpus.words[corpus.word[at] ?? 0] ?? '').toLowerCase();

  /** How often sentences use the word as a verb, and as a noun that ends its phrase. */
  function evidence(token: number, form: Speech): { verb: number; noun: number } {
    const own = lower(token);
    let [verb, noun, seen] = [0, 0, 0];
    eachOccurrence(occurrences, [corpus.term[token] ?? 0], (at) => {
      if (seen >= LOOKED_AT || lower(at) !== own) return;
      seen++;
      const [before, after] = [lower(at - 1), lower(at + 1)];
      const isFollowed = isJoined(corpus.joint[at + 1]);
      if (!isJoined(corpus.joint[at])) return;
      if (BEFORE_VERBS.has(before) || (before === 'to' && isFollowed && ARTICLES.has(after)))
        verb++;
      // "A theory of granular partitions."
      else if (
        (BEFORE_NOUNS.has(before) || isDescribed(before, form)) &&
        endsHere(isFollowed, after)
      )
        noun++;
    });
    return { verb, noun };
  }

  function find(token: number): Speech {
    const written = corpus.words[corpus.word[token] ?? 0] ?? '';
    const form = formOf(written, written.toLowerCase());
    if (form !== 'noun' && form !== 'verb' && form !== 'adjective') return form;
    const { verb, noun } = evidence(token, form);
    if (form === 'noun') return verb >= 2 && verb > noun ? 'verb' : 'noun';
    // "Antibiotics", "a retrieve": sentences that use it as a thing are believed.
    return noun >= 3 && noun > 2 * verb ? 'noun' : form;
  }

  return (token) => {
    const word = corpus.word[token] ?? 0;
    let speech = known.get(word);
    if (!speech) known.set(word, (speech = find(token)));
    return speech;
  };
}
