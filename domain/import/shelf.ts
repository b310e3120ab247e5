import { isApart } from '@/domain/join';
import { mergePapers } from '@/domain/merge';
import type { PaperKey } from '@/domain/paper';
import { compareKeys, isStrong, mayJoin } from '@/domain/paper-key';
import type { PaperRecord } from '@/domain/record';

/**
 * Papers of a library while those of a file are added. What is one by its id, an older id or a strong key
 * becomes one paper always, so that the order of files does not count. A title alone joins the strongest
 * paper that has it and contradicts it in nothing. A title that two papers must share belongs to the
 * stronger one. So two machines that exchange their files end with the same papers.
 */
export class Shelf {
  readonly papers = new Map<string, PaperRecord>();
  private readonly idByName = new Map<string, string>();
  private readonly idByKey = new Map<PaperKey, string>();

  constructor(papers: Iterable<PaperRecord>) {
    for (const paper of papers) this.put(paper);
  }

  /** Adds a paper. Returns what it is now, and the papers of the shelf that went into it. */
  add(paper: PaperRecord): { merged: PaperRecord; from: PaperRecord[] } {
    const { own, apart } = this.parted([
      ...[paper.id, ...paper.aliases].map((name) => this.idByName.get(name)),
      ...paper.keys.filter(isStrong).map((key) => this.idByKey.get(key)),
    ]);
    const same = this.take(own);
    let merged = without(same.reduce(mergePapers, paper), apart);
    const from = [...same];
    for (const other of this.sharing(merged)) {
      if (!mayJoin(other.keys, merged.keys) || isApart(other, merged)) continue;
      merged = mergePapers(merged, other);
      from.push(...this.take([other.id]));
    }
    merged = this.settleKeys(merged);
    this.put(merged);
    return { merged, from };
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

  /** The id under which an id is known now. */
  idOf(id: string): string {
    return this.idByName.get(id) ?? id;
  }

  /** Other papers that have a key of this one, the strongest first. */
  private sharing({ keys }: PaperRecord): PaperRecord[] {
    const ids = new Set(keys.map((key) => this.idByKey.get(key)));
    return [...ids]
      .flatMap((id) => (id === undefined ? [] : (this.papers.get(id) ?? [])))
      .toSorted((a, b) => compareKeys(a.id, b.id));
  }

  /** Gives each title that another paper has too to one of them: to the stronger, or to the one that has no other key. */
  private settleKeys(paper: PaperRecord): PaperRecord {
    let own = paper;
    for (const other of this.sharing(paper)) {
      const shared = new Set(other.keys.filter((key) => own.keys.includes(key)));
      const isOurs = compareKeys(own.id, other.id) < 0;
      const [keeps, gives] = isOurs ? [own, other] : [other, own];
      const isBare = gives.keys.every((key) => shared.has(key));
      const loser = isBare ? keeps : gives;
      const left = { ...loser, keys: loser.keys.filter((key) => !shared.has(key)) };
      if (left.keys.length === 0) continue;
      if (loser === own) own = left;
      else this.replace(left);
    }
    return own;
  }

  private replace(paper: PaperRecord): void {
    this.take([paper.id]);
    this.put(paper);
  }

  private put(paper: PaperRecord): void {
    this.papers.set(paper.id, paper);
    for (const name of [paper.id, ...paper.aliases]) this.idByName.set(name, paper.id);
    for (const key of paper.keys) this.idByKey.set(key, paper.id);
  }

  /** Takes papers off the shelf. */
  private take(ids: (string | undefined)[]): PaperRecord[] {
    return [...new Set(ids)].flatMap((id) => {
      const paper = id === undefined ? undefined : this.papers.get(id);
      if (!paper) return [];
      this.papers.delete(paper.id);
      for (const key of paper.keys)
        if (this.idByKey.get(key) === paper.id) this.idByKey.delete(key);
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
