import type { FeatureCounts } from '@/domain/topics/words/features';
import type { Ints } from '@/domain/topics/numbers/ints';
import { occurrencesIn } from '@/domain/topics/words/occurrences';
import type { Corpus } from '@/domain/topics/words/tokens';
import { acronymsIn } from './acronyms';
import { choosePhrases, distinct, nameOf, MOST_PHRASES } from './choose';
import { completed } from './extend';
import { type NounForm, nounForms } from './noun-phrase';
import { type Phrase, phrasesFor, Tally } from './phrases';
import { canName, ranked, type Scope, type Scored } from './score';
import { asHeading } from './surface';

/** A group's name and the phrases that speak for it, as the papers write them. */
export interface Naming {
  /** Up to three phrases, parted by " · "; an acronym's meaning comes behind it. Empty where the papers share nothing. */
  label: string;
  /** Strongest first; the label's own included. */
  keywords: string[];
}

/** Names of topics and of the themes that they make, by number. */
export interface Names {
  topics: Naming[];
  themes: Naming[];
  /** For each topic, the papers that have each phrase of its name. */
  speakers: Ints[][];
}

/** Key words beside a name. */
const KEYWORDS = 12;

/**
 * Names groups of papers in the words of the papers: noun phrases that tell a topic from the others, those of its
 * theme first, and a theme from the other themes. No phrase is in the names of two topics, or of two themes.
 * @param topic the topic of each paper, from 0; -1 of none
 * @param themes the theme of each topic, from 0
 */
export function namesOf(
  corpus: Corpus,
  counts: FeatureCounts,
  topic: Int32Array,
  themes: Int32Array,
): Names {
  const count = themes.length;
  const occurrences = occurrencesIn(corpus);
  const tally = new Tally(occurrences, topic, count, acronymsIn(occurrences));
  const formOf = nounForms(occurrences);
  const scopes = scopesOf(topic, themes);
  const phrases = phrasesFor(tally, counts, topic, count);
  const first = scopes.topics.flatMap((scope) => ranked(phrases, scope, () => PLAIN));
  const whole = completed(tally, [...new Set(first.map(({ phrase }) => phrase))]);
  const finished = withoutRepeats([...whole.values()]);
  const speakers = Array.from(themes, (): Ints[] => []);
  const name = (list: readonly Scope[], having: Ints[][] = []): Naming[] =>
    named(corpus, finished, list, topic, formOf, having);
  const topics = name(scopes.topics, speakers);
  if (scopes.themes.length === count)
    return {
      topics,
      speakers,
      themes: scopes.themes.map(({ topics: [only = -1] }) => topics[only] ?? EMPTY),
    };
  return {
    topics,
    speakers,
    themes: name(scopes.themes).map((naming, theme) =>
      unlikeTopics(naming, scopes.themes[theme]?.topics.flatMap((one) => topics[one] ?? []) ?? []),
    ),
  };
}

/** A theme that would be called like one of its topics is called by all of them. */
function unlikeTopics(theme: Naming, topics: readonly Naming[]): Naming {
  if (topics.length < 2 || topics.every(({ label }) => label !== theme.label)) return theme;
  const firsts = topics.flatMap(({ label }) => label.split(' · ').slice(0, 1)).filter(Boolean);
  return { ...theme, label: firsts.slice(0, MOST_PHRASES).join(' · ') };
}

const EMPTY: Naming = { label: '', keywords: [] };
/** Before phrases are whole, every one is looked at. */
const PLAIN: NounForm = { text: '', quality: 1 };

function scopesOf(topic: Int32Array, themes: Int32Array): { topics: Scope[]; themes: Scope[] } {
  const sizes = new Int32Array(themes.length);
  for (const own of topic) if (own >= 0) sizes[own] = (sizes[own] ?? 0) + 1;
  const parts = Map.groupBy(themes.keys(), (one) => themes[one] ?? 0);
  const papers = topic.length;
  const scope = (topics: readonly number[], siblings: readonly number[] | null): Scope => {
    const own = topics.map((one) => sizes[one] ?? 0);
    return { topics, siblings, papers, sizes: own, size: own.reduce((sum, size) => sum + size, 0) };
  };
  return {
    topics: Array.from(themes, (theme, one) => {
      const siblings = parts.get(theme) ?? [];
      return scope([one], siblings.length > 1 && parts.size > 1 ? siblings : null);
    }),
    themes: Array.from({ length: parts.size }, (_, theme) => scope(parts.get(theme) ?? [], null)),
  };
}

/** The names of scopes, of which the largest chooses first; `having` takes the papers of each one's phrases. */
function named(
  corpus: Corpus,
  phrases: readonly Phrase[],
  scopes: readonly Scope[],
  topic: Int32Array,
  formOf: (terms: readonly number[]) => NounForm | null,
  having: Ints[][],
): Naming[] {
  const taken = new Set<string>();
  const out = Array.from(scopes, () => EMPTY);
  const order = [...scopes.keys()].toSorted(
    (a, b) => (scopes[b]?.size ?? 0) - (scopes[a]?.size ?? 0) || a - b,
  );
  for (const at of order) {
    const scope = scopes[at];
    if (!scope) continue;
    const own = new Set(scope.topics);
    const list = distinct(ranked(phrases, scope, formOf));
    const chosen = choosePhrases(
      corpus,
      list,
      scope,
      (paper) => own.has(topic[paper] ?? -1),
      taken,
    );
    for (const { phrase } of chosen) taken.add(nameOf(phrase.terms));
    having[at] = chosen.map(({ phrase }) => phrase.papers);
    out[at] = namingOf(chosen, list, formOf);
  }
  return out;
}

function namingOf(
  chosen: readonly Scored[],
  list: readonly Scored[],
  formOf: (terms: readonly number[]) => NounForm | null,
): Naming {
  const parts = chosen.flatMap(({ form, phrase }) => {
    const meaning = phrase.meaning && formOf(phrase.meaning)?.text;
    return [asHeading(form.text), ...(meaning ? [meaning] : [])];
  });
  const others = list.filter((one) => !chosen.includes(one) && canName(one));
  const keywords = [...chosen, ...others];
  return {
    label: parts.join(' · '),
    keywords: keywords.slice(0, KEYWORDS).map(({ form }) => form.text),
  };
}

/** The first of those that have the same terms. */
const withoutRepeats = (phrases: readonly Phrase[]): Phrase[] => [
  ...new Map(phrases.toReversed().map((phrase) => [phrase.terms.join(' '), phrase])).values(),
];
