import { eachOccurrence, type Occurrences } from '@/domain/topics/words/occurrences';
import { type Corpus, isHyphen, isJoined } from '@/domain/topics/words/tokens';
import { STOP } from '@/domain/topics/words/words';
import { ADJECTIVES, LONE, MODIFIERS, PARTICLES, UNITS, UNTELLING, VAGUE_HEADS } from './lexicon';
import { BEFORE_VERBS, speechIn, type Speech } from './speech';
import { writtenForm } from './surface';

/** The name that a phrase makes, as its papers write it. */
export interface NounForm {
  text: string;
  /** How well it reads as the name of a subject, 0 to 1. */
  quality: number;
}

/** The quality of a phrase that names papers only where no better one does: "clinical guidelines", "objects". */
export const FAINT = 0.1;

/** Occurrences of a phrase that are looked at. */
const LOOKED_AT = 60;
/** A form that is so rare among a phrase's forms is an accident; of a lone word half must be things: "harmonic" has few harmonics. */
const [LEAST_SHARE, LEAST_OF_LONE] = [0.2, 0.5];

/** One way in which papers write a phrase: how much it is seen, and where first. */
interface Form {
  weight: number;
  at: number;
  met: number;
  /** How often it is what somebody does. */
  done: number;
}

/** What so large a share of a form's occurrences do is no thing: "to transport angular momentum". */
const MOSTLY_DONE = 0.5;
/** What is a part of longer names in so large a share of its sentences is no name. */
const MOSTLY_CUT = 0.5;

/** Reads phrases as noun phrases; each phrase is worked out once. */
export function nounForms(occurrences: Occurrences): (terms: readonly number[]) => NounForm | null {
  const speech = speechIn(occurrences);
  const known = new Map<string, NounForm | null>();
  return (terms) => {
    const key = terms.join(' ');
    let form = known.get(key);
    if (form === undefined) known.set(key, (form = bestForm(occurrences, speech, terms)));
    return form;
  };
}

/** The commonest of a phrase's forms that is a noun phrase: of "automatically detect" and "automatic detection" the second. */
function bestForm(
  occurrences: Occurrences,
  speech: (token: number) => Speech,
  terms: readonly number[],
): NounForm | null {
  const { corpus } = occurrences;
  const forms = new Map<string, Form>();
  let [all, seen, told, cut] = [0, 0, 0, 0];
  eachOccurrence(occurrences, terms, (at, paper) => {
    if (seen++ >= LOOKED_AT) return;
    const { text, weight } = writtenForm(corpus, paper, at, terms.length);
    const form = forms.get(text) ?? { weight: 0, at, met: 0, done: 0 };
    all += weight;
    form.weight += weight;
    form.met++;
    if (isDone(corpus, at)) form.done++;
    if (at >= (corpus.body[paper] ?? 0)) told++;
    if (isCutShort(corpus, paper, at, terms.length)) cut++;
    forms.set(text, form);
  });
  if (cut > 1 && cut > MOSTLY_CUT * told) return null;
  const ranked = [...forms].toSorted(([a, x], [b, y]) => y.weight - x.weight || (a < b ? -1 : 1));
  let phrases = 0;
  let best: NounForm | null = null;
  for (const [text, { weight, at, met, done }] of ranked) {
    if (terms.length > 1 && done > 1 && done > MOSTLY_DONE * met) continue;
    const quality = qualityOf(corpus, speech, at, terms.length);
    if (quality === 0) continue;
    phrases += weight;
    best ??= { text, quality };
  }
  return phrases >= (terms.length > 1 ? LEAST_SHARE : LEAST_OF_LONE) * all ? best : null;
}

/** Whether a verb must follow the word before a token: "which transport angular momentum". */
function isDone({ words, word, joint }: Corpus, at: number): boolean {
  if (!isJoined(joint[at])) return false;
  const before = (words[word[at - 1] ?? 0] ?? '').toLowerCase();
  return before === 'to' || BEFORE_VERBS.has(before);
}

/** Words inside names: "Diabetes Control and Complications Trial". */
const LINKS = new Set(['and', 'of', 'for', 'in', 'on']);

/** Whether a phrase is a part of a longer name that a sentence gives: "Western Ontario" and McMaster. */
function isCutShort(corpus: Corpus, paper: number, at: number, length: number): boolean {
  const { body, joint, word, words } = corpus;
  if (at < (body[paper] ?? 0)) return false;
  const written = (token: number): string => words[word[token] ?? 0] ?? '';
  const isNamed = (token: number): boolean =>
    /^\p{Lu}\p{Ll}/u.test(written(token)) && !STOP.has(written(token).toLowerCase());
  const [before, last] = [at - 1, at + length - 1];
  const after = last + 1;
  if (isNamed(last) && isJoined(joint[after])) {
    if (isNamed(after)) return true;
    if (LINKS.has(written(after)) && isJoined(joint[after + 1]) && isNamed(after + 1)) return true;
  }
  if (!isNamed(at) || !isJoined(joint[at])) return false;
  return isNamed(before) || (LINKS.has(written(before)) && isNamed(before - 1));
}

/** Whether a run of words is a noun phrase, and how telling a one; 0 where it is none. */
function qualityOf(
  corpus: Corpus,
  speech: (token: number) => Speech,
  at: number,
  length: number,
): number {
  const last = at + length - 1;
  const words = Array.from({ length }, (_, step) =>
    (corpus.words[corpus.word[at + step] ?? 0] ?? '').toLowerCase(),
  );
  const kinds = words.map((_, step) => speech(at + step));
  if (!canEnd(words, kinds, isHyphen(corpus.joint[last]))) return 0;
  if (isHyphen(corpus.joint[last]) && isSaidOf(words, kinds)) return 0;
  if (!canBegin(kinds[0], length)) return 0;
  if (kinds.slice(1, -1).some((kind) => kind === 'verb' || kind === 'adverb')) return 0;
  // "Patients receiving risperidone" says what patients do.
  if (kinds[1] === 'gerund' && UNTELLING.has(words[0] ?? '')) return 0;
  if (
    words.some((word) => UNITS.has(word) || (/^\d+\p{L}{1,3}$/u.test(word) && !/^\dd$/.test(word)))
  )
    return 0;
  const isOf = words.includes('of');
  if (isOf && (VAGUE_HEADS.has(words[0] ?? '') || UNTELLING.has(words[0] ?? ''))) return 0;
  return tellingness(words, kinds);
}

function canEnd(words: readonly string[], kinds: readonly Speech[], isHyphened: boolean): boolean {
  const kind = kinds.at(-1);
  if (words.length > 1 && PARTICLES.has((words.at(-1) ?? '').replace(/s$/, ''))) return false;
  if (kind === 'noun' || kind === 'name') return true;
  if (words.length === 1) return false;
  // "Gaussian splatting" is a craft, "patients suffering" a sentence cut short; "COVID-19" ends with its number.
  const before = words.at(-2) ?? '';
  if (kind === 'gerund') return !UNTELLING.has(before) && !/[^s]s$/.test(before);
  return kind === 'number' && isHyphened;
}

const canBegin = (kind: Speech | undefined, length: number): boolean =>
  kind === 'noun' ||
  kind === 'name' ||
  (length > 1 && (kind === 'adjective' || kind === 'participle'));

/** "Low-resource", "error-correcting" and "repository-level" are said of something; "self-attention" is a thing. */
function isSaidOf(words: readonly string[], kinds: readonly Speech[]): boolean {
  if (MODIFIERS.has(words.at(-1) ?? '') || kinds.at(-1) === 'gerund') return true;
  return words.length === 2 && kinds[0] !== 'noun' && kinds[0] !== 'name';
}

/** Less where the words say little: "success rate", "human labor"; faint or 0 where they say nothing. */
function tellingness(words: readonly string[], kinds: readonly Speech[]): number {
  const isVague = (word: string): boolean => UNTELLING.has(word) || VAGUE_HEADS.has(word);
  const says = words.filter(
    (word, at) => !isVague(word) && kinds[at] !== 'number' && word !== 'of',
  );
  if (says.length === 0) return words.length === 2 && !kinds.includes('number') ? FAINT : 0;
  if (words.length === 1 && LONE.has(words[0] ?? '')) return FAINT;
  // What says something particular: no word of many uses, and no plain adjective ("acute phase", "natural language").
  const isTold = says.some((word) => !LONE.has(word) && !ADJECTIVES.has(word));
  const things = says.filter((word) => !ADJECTIVES.has(word));
  const isHollow = !isTold && things.length < 2;
  const head = words.at(-1) ?? '';
  const headed = UNTELLING.has(head) ? 0.45 : VAGUE_HEADS.has(head) ? 0.7 : 1;
  const begun = words.length > 1 && kinds[0] === 'participle' ? 0.8 : 1;
  const long = words.length > 4 ? 0.6 : 1;
  return headed * begun * long * (isHollow ? 0.4 : 1);
}
