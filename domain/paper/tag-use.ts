import type { PaperText } from './paper';
import { fold, stripTex } from '@/domain/text';
import { BOILERPLATE, STOP } from '@/domain/topics/words/words';

const DAY = 86_400_000;
/** Days without use after which a tag needs twice the papers to keep its rank. */
const FADES = 3;

/** How likely a tag is wanted again, by the papers that have it and when it was put on one last; for sorting. */
export const useOf = (
  { papers, usedAt }: { papers: number; usedAt: number },
  now: number,
): number => Math.log2(1 + papers) - (now - usedAt) / DAY / FADES;

/** A paper that has tags. */
export interface TaggedPaper extends PaperText {
  /** Ids. */
  tags: readonly string[];
}

/** Likeness, 0 to 1, from which a paper's tags count; unrelated abstracts of one field are below. */
const LEAST = 0.12;
/** Papers that are asked. */
const NEIGHBOURS = 12;
/** What the neighbours' likeness must come to for a tag to be suggested. */
const ENOUGH = 0.2;
/** A word of the title says as much as so many of the abstract; an author as much. */
const WEIGHT = { title: 3, abstract: 1, author: 3 };

/**
 * Ids of tags that papers like this one have, the likeliest first: the cosine of their words, rarer words counting
 * more (Spärck Jones 1972, https://doi.org/10.1108/eb026526), and of their authors.
 * @param most how many tags at most
 */
export function suggestedTags(
  paper: PaperText,
  tagged: readonly TaggedPaper[],
  most: number,
): string[] {
  const profiles = tagged.map(profileOf);
  const papersWith = new Map<string, number>();
  for (const profile of profiles)
    for (const term of profile.keys()) papersWith.set(term, (papersWith.get(term) ?? 0) + 1);
  const rarity = (term: string): number =>
    Math.log(1 + tagged.length / (papersWith.get(term) ?? 1));
  const weighed = (profile: Profile): Profile =>
    new Map([...profile].map(([term, weight]) => [term, weight * rarity(term)]));
  const own = weighed(profileOf(paper));
  const likest = profiles
    .map((profile, at) => ({ at, like: cosine(own, weighed(profile)) }))
    .filter(({ like }) => like >= LEAST)
    .toSorted((a, b) => b.like - a.like)
    .slice(0, NEIGHBOURS);
  const scores = new Map<string, number>();
  for (const { at, like } of likest)
    for (const tag of tagged[at]?.tags ?? []) scores.set(tag, (scores.get(tag) ?? 0) + like);
  return [...scores]
    .filter(([, score]) => score >= ENOUGH)
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([tag]) => tag);
}

/** Terms with their weights. */
type Profile = Map<string, number>;

function profileOf({ title, abstract, authors }: PaperText): Profile {
  const profile: Profile = new Map();
  const count = (term: string, weight: number): void => {
    profile.set(term, Math.max(profile.get(term) ?? 0, weight));
  };
  for (const word of wordsOf(abstract)) count(word, WEIGHT.abstract);
  for (const word of wordsOf(title)) count(word, WEIGHT.title);
  for (const author of authors) count(`by ${fold(author)}`, WEIGHT.author);
  return profile;
}

/** Words that tell papers apart; of Chinese and Japanese, which has no spaces, pairs of signs. */
const wordsOf = (text: string): string[] =>
  (
    fold(stripTex(text)).match(
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+|[\p{L}\p{N}-]{3,}/gu,
    ) ?? []
  )
    .flatMap((word) =>
      /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word) ? pairs(word) : word,
    )
    .filter((word) => !STOP.has(word) && !BOILERPLATE.has(word));

const pairs = (word: string): string[] =>
  Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => word.slice(at, at + 2));

function cosine(a: Profile, b: Profile): number {
  let [product, lengthA, lengthB] = [0, 0, 0];
  for (const [term, weight] of a) {
    product += weight * (b.get(term) ?? 0);
    lengthA += weight * weight;
  }
  for (const weight of b.values()) lengthB += weight * weight;
  return product === 0 ? 0 : product / Math.sqrt(lengthA * lengthB);
}
