import type { PaperKey } from '@/domain/paper/paper';
import { compareKeys, isStrong, mayJoin, strongestFirst } from './paper-key';
import type { Partings } from './partings';
import { type Group, idOf, recordIds } from './groups';

const byId = (a: Group, b: Group): number => compareKeys(idOf(a), idOf(b));

/** Papers by the titles (and bylines) that they have. */
class Titles {
  private readonly byKey = new Map<PaperKey, Set<Group>>();

  put(paper: Group): void {
    for (const key of paper.keys) {
      if (isStrong(key)) continue;
      const papers = this.byKey.get(key);
      if (papers) papers.add(paper);
      else this.byKey.set(key, new Set([paper]));
    }
  }

  take(paper: Group): void {
    for (const key of paper.keys) this.byKey.get(key)?.delete(paper);
  }

  /** Others that have a title of this one, the strongest first. */
  sharing({ keys }: Group): Group[] {
    const found = new Set(keys.flatMap((key) => [...(this.byKey.get(key) ?? [])]));
    return found.size > 1 ? [...found].toSorted(byId) : [...found];
  }

  /** Titles that several papers have, with those papers, the strongest first. */
  contested(): [PaperKey, Group[]][] {
    return [...this.byKey].flatMap(([key, papers]): [PaperKey, Group[]][] =>
      papers.size > 1 ? [[key, [...papers].toSorted(byId)]] : [],
    );
  }
}

/** Papers with those joined that a title joins, and each title at one of them. They must come the strongest first. */
export function joinByTitle(papers: readonly Group[], partings: Partings): Group[] {
  const titles = new Titles();
  for (const paper of papers) titles.put(paper);
  const left = new Set(papers);
  const done = papers.flatMap((first): Group | never[] => {
    if (!left.delete(first)) return [];
    titles.take(first);
    const paper = gather(first, left, titles, partings);
    titles.put(paper);
    return paper;
  });
  for (const [key, contenders] of titles.contested()) {
    const owner =
      contenders.find((paper) => recordIds(paper).includes(key)) ??
      contenders.find(({ keys }) => keys.length === 1) ??
      contenders[0];
    for (const paper of contenders) if (paper !== owner) paper.lost.add(key);
  }
  return done;
}

/** A paper with all that its titles join to it; they are taken from those that are left. */
function gather(first: Group, left: Set<Group>, titles: Titles, partings: Partings): Group {
  let paper = first;
  const joins = (other: Group): boolean =>
    left.has(other) &&
    mayJoin(other.keys, paper.keys) &&
    !partings.part(recordIds(other), recordIds(paper));
  for (let other = titles.sharing(paper).find(joins); other; ) {
    titles.take(other);
    left.delete(other);
    paper = {
      parts: [...paper.parts, ...other.parts],
      keys: strongestFirst([...paper.keys, ...other.keys]),
      lost: new Set([...paper.lost, ...other.lost]),
    };
    other = titles.sharing(paper).find(joins);
  }
  return paper;
}
