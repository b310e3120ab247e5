import type { Topic, TopicInput } from '@/domain/topics/types';
import { type Corpus, readCorpus } from '@/domain/topics/words/tokens';
import { fitsOf, leastFit } from './rests';
import { sumsOf, unit, Weigher, weigherOf } from './weights';

/** Terms of a topic's profile: further ones weigh next to nothing. */
const TERMS = 200;
/** Stems in a smaller share of the papers are all as rare. */
const RARE = 1 / 500;

/** What places new papers into topics without a look at the others. */
export interface Profiles {
  /** Papers that the profiles were made of. */
  papers: number;
  /** Papers that have each stem, of stems that aren't rare. */
  frequency: Record<string, number>;
  /** By a topic's id: stems and their weights, a direction of length 1. */
  topics: Record<string, [stem: string, weight: number][]>;
  /** The least cosine with which a paper fits. */
  least: number;
}

/** The profiles of topics, from the papers that they have. */
export function profilesOf(corpus: Corpus, topics: readonly Topic[]): Profiles {
  const topicOf = new Map(topics.flatMap(({ members }, at) => members.map((id) => [id, at])));
  const group = Int32Array.from(corpus.ids, (id) => topicOf.get(id) ?? -1);
  const { weigher, frequency } = weigherOf(corpus);
  const sums = sumsOf(corpus, weigher, group, topics.length);
  const papers = corpus.ids.length;
  const rare = Math.max(2, RARE * papers);
  const frequent = [...frequency.entries()].filter(([, often]) => often >= rare);
  return {
    papers,
    frequency: Object.fromEntries(
      frequent.map(([term, often]) => [corpus.stems[term] ?? '', often]),
    ),
    topics: Object.fromEntries(
      topics.map(({ id }, at) => [id, profileOf(corpus, sums[at] ?? new Float32Array(0))]),
    ),
    least: leastFit(fitsOf(corpus, group, topics.length)),
  };
}

function profileOf({ stems }: Corpus, sum: Float32Array): [string, number][] {
  const bar = sum.toSorted()[Math.max(0, sum.length - TERMS)] ?? 0;
  const terms = [...sum.keys()].filter((term) => (sum[term] ?? 0) > 0 && (sum[term] ?? 0) >= bar);
  const weights = unit(terms.map((term) => sum[term] ?? 0));
  const rounded = (weight: number): number => Math.round(weight * 10_000) / 10_000;
  return terms.map((term, at) => [stems[term] ?? '', rounded(weights[at] ?? 0)]);
}

/** Whether profiles are those of these topics, each of them. */
export const areOf = (profiles: Profiles, topics: readonly Topic[]): boolean =>
  topics.every(({ id }) => Object.hasOwn(profiles.topics, id)) &&
  Object.keys(profiles.topics).length === topics.length;

/** The id of the topic that each paper fits best; `null` for a paper that fits none. */
export function placesOf(profiles: Profiles, papers: readonly TopicInput[]): (string | null)[] {
  const corpus = readCorpus(papers);
  const often = corpus.stems.map((stem) => profiles.frequency[stem] ?? 0);
  const weigher = new Weigher(corpus, (term) => often[term] ?? 0, profiles.papers);
  const topics = Object.entries(profiles.topics).map(
    ([id, terms]) => [id, new Map(terms)] as const,
  );
  return papers.map((_, paper) => {
    const { terms, weights } = weigher.weigh(paper);
    let [best, most]: [string | null, number] = [null, profiles.least];
    for (const [id, profile] of topics) {
      let cosine = 0;
      for (const [at, term] of terms.entries())
        cosine += (weights[at] ?? 0) * (profile.get(corpus.stems[term] ?? '') ?? 0);
      if (cosine >= most) [best, most] = [id, cosine];
    }
    return best;
  });
}
