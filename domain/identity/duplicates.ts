import { isSameAuthor } from './authors';
import { normaliseTitle } from './paper-key';

/** What is compared of a paper. */
export interface Titled {
  id: string;
  title: string;
  authors: string[];
  /** Ids of papers that a person said are others. */
  apart: string[];
}

/** Shorter titles are many papers': "Introduction". Words. */
const SHORTEST = 4;
/** Words at a title's beginning or end that two must share to be compared at all. */
const EDGE = 3;
/** Words that two titles may differ by. */
const MOST_OTHER = 2;
/** More papers of one beginning are a series; they are not compared pair by pair. */
const LARGEST = 60;

const NUMBER = /^(?:\d+|[ivx]+)$/;

interface Read {
  paper: Titled;
  words: string[];
}

/** Words of one title that the other lacks, each as often as it lacks it. */
function lacking(words: readonly string[], other: readonly string[]): string[] {
  const left = Map.groupBy(other, (word) => word);
  return words.filter((word) => left.get(word)?.pop() === undefined);
}

/** Whether a title goes on where the other ends, as with a subtitle. */
const isBeginning = (a: readonly string[], b: readonly string[]): boolean =>
  a.length >= SHORTEST + 1 && a.length < b.length && a.every((word, at) => b[at] === word);

/** Whether two papers look like one: titles that agree but for a word or two, and an author in common. */
function look(a: Read, b: Read): boolean {
  if (a.paper.apart.includes(b.paper.id) || b.paper.apart.includes(a.paper.id)) return false;
  const others = [...lacking(a.words, b.words), ...lacking(b.words, a.words)];
  // "Part 1" and "part 2" are two papers.
  if (others.some((word) => NUMBER.test(word))) return false;
  const isShared = isSameAuthor(a.paper.authors, b.paper.authors);
  if (others.length === 0) return isShared;
  const isKnown = a.paper.authors.length > 0 && b.paper.authors.length > 0;
  const isClose =
    others.length <= MOST_OTHER &&
    Math.min(a.words.length, b.words.length) >= SHORTEST + others.length;
  return (
    isShared &&
    isKnown &&
    (isClose || isBeginning(a.words, b.words) || isBeginning(b.words, a.words))
  );
}

/**
 * Groups of papers that look like one, in the order of the papers: each pair shares the first or the last
 * words of its title. Grows with the number of papers, not with its square.
 */
export function findDuplicates(papers: readonly Titled[]): string[][] {
  const all = papers.flatMap((paper): Read[] => {
    const words = normaliseTitle(paper.title).split(' ').filter(Boolean);
    return words.length < SHORTEST ? [] : [{ paper, words }];
  });
  const groupOf = new Map<string, string[]>();
  for (const edge of [
    ({ words }: Read) => words.slice(0, EDGE).join(' '),
    ({ words }: Read) => words.slice(-EDGE).join(' '),
  ])
    for (const alike of Map.groupBy(all, edge).values()) {
      if (alike.length > LARGEST) continue;
      alike.forEach((a, at) => {
        for (const b of alike.slice(at + 1)) if (look(a, b)) join(groupOf, a.paper.id, b.paper.id);
      });
    }
  const order = new Map(papers.map(({ id }, at) => [id, at]));
  const placeOf = (id: string | undefined): number => order.get(id ?? '') ?? 0;
  return [...new Set(groupOf.values())]
    .map((group) => group.toSorted((a, b) => placeOf(a) - placeOf(b)))
    .toSorted(([a], [b]) => placeOf(a) - placeOf(b));
}

function join(groupOf: Map<string, string[]>, a: string, b: string): void {
  const [ofA, ofB] = [groupOf.get(a) ?? [a], groupOf.get(b) ?? [b]];
  if (ofA === ofB) return;
  const group = [...ofA, ...ofB];
  for (const id of group) groupOf.set(id, group);
}
