import { isApart } from '@/domain/join';
import { mergePapers } from '@/domain/merge';
import type { PaperKey } from '@/domain/paper';
import { compareKeys, isStrong, mayJoin } from '@/domain/paper-key';
import type { PaperRecord } from '@/domain/record';

const byStrength = (a: PaperRecord, b: PaperRecord): number => compareKeys(a.id, b.id);

/**
 * Papers of a library while those of a file are added. What is one by its id, an older id or a strong key
 * becomes one paper always, so that the order of files does not count; papers that a person parted stay
 * apart. A title alone joins the strongest paper that has it and contradicts it in nothing. A title that two
 * papers must share belongs to the stronger one in the end (`settle`). So two machines that exchange their
 * files end with the same papers.
 */
export class Shelf {
  readonly papers = new Map<string, PaperRecord>();
  private readonly idByName = new Map<string, string>();
  private readonly idsByKey = new Map<PaperKey, Set<string>>();

  constructor(papers: Iterable<PaperRecord>) {
    for (const paper of papers) this.put(paper);
  }

  /** Adds a paper. Returns what it is now, and the papers of the shelf that went into it. */
  add(paper: PaperRecord): { merged: PaperRecord; from: PaperRecord[] } {
    const { own, apart } = this.parted([
      ...[paper.id, ...paper.aliases].map((name) => this.idByName.get(name)),
      ...paper.keys.filter(isStrong).flatMap((key) => [...(this.idsByKey.get(key) ?? [])]),
    ]);
    const from = this.take(own);
    let merged = without(from.reduce(mergePapers, paper), apart);
    for (const other of this.sharing(merged)) {
      if (!mayJoin(other.keys, merged.keys) || isApart(other, merged)) continue;
      merged = mergePapers(merged, other);
      from.push(...this.take([other.id]));
    }
    this.put(merged);
    return { merged, from };
  }

  /** The id under which an id is known now. */
  idOf(id: string): string {
    return this.idByName.get(id) ?? id;
  }

  /** Gives each title that several papers have to one of them: to one that has no other key, else to the strongest. */
  settle(): void {
    for (const [key, ids] of this.idsByKey) {
      if (ids.size < 2) continue;
      const papers = [...ids].flatMap((id) => this.papers.get(id) ?? []).toSorted(byStrength);
      const owner = papers.find(({ keys }) => keys.length === 1) ?? papers[0];
      for (const paper of papers) {
        if (paper === owner || paper.keys.length === 1) continue;
        this.papers.set(paper.id, { ...paper, keys: paper.keys.filter((other) => other !== key) });
        ids.delete(paper.id);
      }
    }
  }

  /** Of papers that a file has as one, those that stay one; the others were parted by a person here. */
  private parted(ids: (string | undefined)[]): { own: string[]; apart: PaperRecord[] } {
    const own: PaperRecord[] = [];
    const apart: PaperRecord[] = [];
    for (const id of new Set(ids)) {
      const paper = id === undefined ? undefined : this.papers.get(id);
      if (!paper) continue;
      (own.some((other) => isApart(other, paper)) ? apart : own).push(paper);
    }
    return { own: own.map(({ id }) => id), apart };
  }

  /** Other papers that have a key of this one, the strongest first. */
  private sharing({ keys }: PaperRecord): PaperRecord[] {
    const ids = new Set(keys.flatMap((key) => [...(this.idsByKey.get(key) ?? [])]));
    return [...ids].flatMap((id) => this.papers.get(id) ?? []).toSorted(byStrength);
  }

  private put(paper: PaperRecord): void {
    this.papers.set(paper.id, paper);
    for (const name of [paper.id, ...paper.aliases]) this.idByName.set(name, paper.id);
    for (const key of paper.keys) {
      const ids = this.idsByKey.get(key);
      if (ids) ids.add(paper.id);
      else this.idsByKey.set(key, new Set([paper.id]));
    }
  }

  /** Takes papers off the shelf. */
  private take(ids: (string | undefined)[]): PaperRecord[] {
    return [...new Set(ids)].flatMap((id) => {
      const paper = id === undefined ? undefined : this.papers.get(id);
      if (!paper) return [];
      this.papers.delete(paper.id);
      for (const key of paper.keys) this.idsByKey.get(key)?.delete(paper.id);
      return paper;
    });
  }
}

/** A paper without the names of others that are kept apart from it. */
function without(paper: PaperRecord, apart: readonly PaperRecord[]): PaperRecord {
  if (apart.length === 0) return paper;
  const names = new Set(apart.flatMap(({ id, aliases, keys }) => [id, ...aliases, ...keys]));
  return {
    ...paper,
    aliases: paper.aliases.filter((name) => !names.has(name)),
    keys: paper.keys.filter((key) => !names.has(key)),
  };
}
