import { isSame, mergePapers } from '@/domain/merge';
import type { PaperKey } from '@/domain/paper';
import { compareKeys, isStrong, mayJoin, strongestFirst } from '@/domain/paper-key';
import type { PaperRecord } from '@/domain/record';
import type { Partings } from './partings';

const byStrength = (a: PaperRecord, b: PaperRecord): number => compareKeys(a.id, b.id);

/** Several records as one paper. */
interface Titled {
  /** What they make together, with all their titles. */
  whole: PaperRecord;
  parts: PaperRecord[];
}

/** The records that titles made a paper of, each with all its titles; where somebody acted on it since, itself. */
export function partsOf({ parts, claims, ...rest }: PaperRecord): PaperRecord[] {
  const whole = claims ? { ...rest, keys: strongestFirst([...rest.keys, ...claims]) } : rest;
  return parts && isMadeOf(whole, parts) ? parts : [whole];
}

/** Whether a paper is what its parts make; tools that don't say when a paper was changed leave that to whoever reads. */
function isMadeOf(whole: PaperRecord, parts: readonly PaperRecord[]): boolean {
  if (parts.length === 0) return false;
  const made = parts.reduce(mergePapers);
  return isSame({ ...made, updatedAt: 0 }, { ...whole, updatedAt: 0 });
}

/** Papers by the titles (and bylines) that they have. */
class Titles {
  private readonly byKey = new Map<PaperKey, Set<Titled>>();

  put(paper: Titled): void {
    for (const key of paper.whole.keys) {
      if (isStrong(key)) continue;
      const papers = this.byKey.get(key);
      if (papers) papers.add(paper);
      else this.byKey.set(key, new Set([paper]));
    }
  }

  take(paper: Titled): void {
    for (const key of paper.whole.keys) this.byKey.get(key)?.delete(paper);
  }

  /** Others that have a title of this one, the strongest first. */
  sharing({ whole }: Titled): Titled[] {
    const found = new Set(whole.keys.flatMap((key) => [...(this.byKey.get(key) ?? [])]));
    return found.size > 1
      ? [...found].toSorted((a, b) => byStrength(a.whole, b.whole))
      : [...found];
  }

  /** Titles that several papers have, the weakest first. */
  contested(): [PaperKey, PaperRecord[]][] {
    return [...this.byKey]
      .flatMap(([key, papers]): [PaperKey, PaperRecord[]][] =>
        papers.size > 1 ? [[key, [...papers].map(({ whole }) => whole).toSorted(byStrength)]] : [],
      )
      .toSorted(([a], [b]) => compareKeys(b, a));
  }
}

/** Papers with those joined that a title joins, and each title at one of them. */
export function joinByTitle(papers: readonly PaperRecord[], partings: Partings): PaperRecord[] {
  const titles = new Titles();
  const ordered = papers
    .toSorted(byStrength)
    .map((paper): Titled => ({ whole: paper, parts: [paper] }));
  for (const paper of ordered) titles.put(paper);
  const left = new Set(ordered);
  const done = ordered.flatMap((first): Titled | never[] => {
    if (!left.delete(first)) return [];
    titles.take(first);
    const paper = gather(first, left, titles, partings);
    titles.put(paper);
    return paper;
  });
  const lost = lostTitles(titles);
  return done.map(({ whole, parts }) => {
    const claims = lost.get(whole.id);
    return {
      ...whole,
      ...(claims ? { keys: whole.keys.filter((key) => !claims.includes(key)), claims } : {}),
      ...(parts.length > 1 ? { parts: parts.toSorted(byStrength) } : {}),
    };
  });
}

/** A paper with all that its titles join to it; they are taken from those that are left. */
function gather(
  { whole, parts }: Titled,
  left: Set<Titled>,
  titles: Titles,
  partings: Partings,
): Titled {
  const paper = { whole, parts: [...parts] };
  const joins = (other: Titled): boolean =>
    left.has(other) &&
    mayJoin(other.whole.keys, paper.whole.keys) &&
    !partings.part(
      [other.whole.id, ...other.whole.aliases],
      [paper.whole.id, ...paper.whole.aliases],
    );
  for (let other = titles.sharing(paper).find(joins); other; ) {
    titles.take(other);
    left.delete(other);
    paper.whole = mergePapers(paper.whole, other.whole);
    paper.parts.push(...other.parts);
    other = titles.sharing(paper).find(joins);
  }
  return paper;
}

/** The titles that papers have and that belong to others, by the papers' ids, the strongest first. */
function lostTitles(titles: Titles): Map<string, PaperKey[]> {
  const lost = new Map<string, PaperKey[]>();
  for (const [key, contenders] of titles.contested()) {
    const owner = contenders.find(({ keys }) => keys.length === 1) ?? contenders[0];
    for (const { id, keys } of contenders) {
      const own = lost.get(id) ?? [];
      if (id !== owner?.id && own.length + 1 < keys.length) lost.set(id, [key, ...own]);
    }
  }
  return lost;
}
