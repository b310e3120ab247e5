import type { Stamp } from '@/domain/clock';
import { mergePapers } from '@/domain/merge';
import type { PaperKey } from '@/domain/paper';
import { compareKeys, isStrong, mayJoin } from '@/domain/paper-key';
import type { PaperRecord } from '@/domain/record';

const byStrength = (a: PaperRecord, b: PaperRecord): number => compareKeys(a.id, b.id);

const namesOf = ({ id, aliases }: PaperRecord): string[] => [id, ...aliases];

/**
 * The papers that records of a library and of files are together. What goes by one id, older id or strong key
 * is one paper; papers that a person parted stay apart. A title alone joins the strongest paper that has it
 * with those that contradict it in nothing; where two keep one title, it belongs to the one that has no other
 * key, else to the strongest. All of it follows from the records alone, never from their order: so two
 * machines that exchange their files end with the same papers.
 */
export class Shelf {
  private readonly records: PaperRecord[];
  private readonly settled = new Map<string, PaperRecord>();
  private readonly idByName = new Map<string, string>();
  private isSettled = false;

  constructor(papers: Iterable<PaperRecord>) {
    this.records = [...papers];
  }

  add(paper: PaperRecord): void {
    this.records.push(paper);
    this.isSettled = false;
  }

  /** By their ids. */
  get papers(): ReadonlyMap<string, PaperRecord> {
    if (!this.isSettled) this.settle();
    return this.settled;
  }

  /** The id under which an id is known now. */
  idOf(id: string): string {
    if (!this.isSettled) this.settle();
    return this.idByName.get(id) ?? id;
  }

  private settle(): void {
    this.settled.clear();
    this.idByName.clear();
    const partings = new Partings(this.records);
    const papers = joinByTitle(joinByName(partings.shed(this.records), partings), partings);
    for (const paper of eachNameOnce(papers)) {
      this.settled.set(paper.id, paper);
      for (const name of namesOf(paper)) this.idByName.set(name, paper.id);
    }
    this.isSettled = true;
  }
}

/** What persons said of which papers are not one: of two sayings the later counts. */
class Partings {
  private readonly pairs = new Map<string, { stamp: Stamp; on: boolean }>();

  constructor(records: readonly PaperRecord[]) {
    for (const { id, aliases, apart = [], stamps } of records)
      for (const other of new Set([...apart, ...othersIn(stamps)])) {
        const stamp = stamps[`apart:${other}`] ?? '';
        for (const name of [id, ...aliases]) this.say(name, other, stamp, apart.includes(other));
      }
  }

  private say(a: string, b: string, stamp: Stamp, on: boolean): void {
    const pair = pairOf(a, b);
    const known = this.pairs.get(pair);
    if (a === b || (known && (known.stamp > stamp || (known.stamp === stamp && known.on)))) return;
    this.pairs.set(pair, { stamp, on });
  }

  get isEmpty(): boolean {
    return this.pairs.size === 0;
  }

  /** Whether any two of these names are not of one paper. */
  part(these: Iterable<string>, those: Iterable<string>): boolean {
    if (this.isEmpty) return false;
    const others = [...those];
    for (const name of these)
      if (others.some((other) => this.pairs.get(pairOf(name, other))?.on)) return true;
    return false;
  }

  /** Records without the names and keys of papers that were parted from them since. */
  shed(records: readonly PaperRecord[]): PaperRecord[] {
    if (this.isEmpty) return [...records];
    return records.map((record) => {
      const gone = new Set<string>();
      const own = [record.id];
      for (const name of [...new Set([...record.aliases, ...record.keys])].toSorted(compareKeys))
        if (this.part([name], own))
          for (const key of keysOfOther(name, own, records)) gone.add(key);
        else own.push(name);
      return gone.size === 0 ? record : without(record, gone);
    });
  }
}

const pairOf = (a: string, b: string): string => (a < b ? `${a}\n${b}` : `${b}\n${a}`);

const othersIn = (stamps: PaperRecord['stamps']): string[] =>
  Object.keys(stamps).flatMap((name) => (name.startsWith('apart:') ? name.slice(6) : []));

/** All that is known to be another paper's: its name, and the names and keys of the records that are it and not this. */
const keysOfOther = (
  name: string,
  own: readonly string[],
  records: readonly PaperRecord[],
): string[] => [
  name,
  ...records.flatMap(({ id, aliases, keys }) => {
    const names = [id, ...aliases, ...keys];
    return names.includes(name) && !names.some((key) => own.includes(key) && isStrong(key))
      ? [id, ...aliases, ...keys.filter(isStrong)]
      : [];
  }),
];

function without(paper: PaperRecord, gone: ReadonlySet<string>): PaperRecord {
  const keys = paper.keys.filter((key) => !gone.has(key));
  return {
    ...paper,
    aliases: paper.aliases.filter((name) => !gone.has(name)),
    keys: keys.length > 0 ? keys : [paper.id],
  };
}

/** Records that share an id, an older id or a strong key, as one each. */
function joinByName(records: readonly PaperRecord[], partings: Partings): PaperRecord[] {
  const byName = new Map<string, PaperRecord[]>();
  for (const record of records)
    for (const name of new Set([...namesOf(record), ...record.keys.filter(isStrong)])) {
      const sharing = byName.get(name);
      if (sharing) sharing.push(record);
      else byName.set(name, [record]);
    }
  const groups = new Groups(records, partings);
  const shared = [...byName].filter(([, sharing]) => sharing.length > 1);
  for (const [, [first, ...others]] of shared.toSorted(([a], [b]) => compareKeys(a, b)))
    for (const other of others) if (first) groups.join(first, other);
  return groups.all().map((group) => group.reduce(mergePapers));
}

/** Records in groups that grow together, but for those that were parted. */
class Groups {
  private readonly of = new Map<PaperRecord, PaperRecord[]>();

  constructor(
    records: readonly PaperRecord[],
    private readonly partings: Partings,
  ) {
    for (const record of records) this.of.set(record, [record]);
  }

  join(a: PaperRecord, b: PaperRecord): void {
    const [x, y] = [this.of.get(a), this.of.get(b)];
    if (!x || !y || x === y) return;
    if (a.id !== b.id && this.partings.part(x.flatMap(namesOf), y.flatMap(namesOf))) return;
    const [large, small] = x.length >= y.length ? [x, y] : [y, x];
    for (const record of small) {
      large.push(record);
      this.of.set(record, large);
    }
  }

  all(): PaperRecord[][] {
    return [...new Set(this.of.values())];
  }
}

/** Papers that partings kept from being one, each name with the strongest that claims it. */
function eachNameOnce(papers: readonly PaperRecord[]): PaperRecord[] {
  const owners = new Map(papers.map(({ id }) => [id, id]));
  const ordered = papers.toSorted(byStrength);
  for (const { id, aliases, keys } of ordered)
    for (const name of [...aliases, ...keys]) if (!owners.has(name)) owners.set(name, id);
  return ordered.map((paper) => {
    const gone = [...paper.aliases, ...paper.keys].filter((name) => owners.get(name) !== paper.id);
    return gone.length === 0 ? paper : without(paper, new Set(gone));
  });
}

/** Papers by the titles (and bylines) that they have. */
class Titles {
  private readonly byKey = new Map<PaperKey, Set<PaperRecord>>();

  put(paper: PaperRecord): void {
    for (const key of paper.keys) {
      if (isStrong(key)) continue;
      const papers = this.byKey.get(key);
      if (papers) papers.add(paper);
      else this.byKey.set(key, new Set([paper]));
    }
  }

  take(paper: PaperRecord): void {
    for (const key of paper.keys) this.byKey.get(key)?.delete(paper);
  }

  /** Others that have a title of this one, the strongest first. */
  sharing(paper: PaperRecord): PaperRecord[] {
    const found = new Set(paper.keys.flatMap((key) => [...(this.byKey.get(key) ?? [])]));
    found.delete(paper);
    return found.size > 1 ? [...found].toSorted(byStrength) : [...found];
  }

  contested(): [PaperKey, PaperRecord[]][] {
    return [...this.byKey].flatMap(([key, papers]) =>
      papers.size > 1 ? [[key, [...papers].toSorted(byStrength)]] : [],
    );
  }
}

/** Papers with those joined that a title joins, and each title at one of them. */
function joinByTitle(papers: readonly PaperRecord[], partings: Partings): PaperRecord[] {
  const titles = new Titles();
  for (const paper of papers) titles.put(paper);
  const done = new Map<string, PaperRecord>();
  const left = new Set(papers.toSorted(byStrength));
  for (let paper of left) {
    titles.take(paper);
    const joins = (other: PaperRecord): boolean =>
      left.has(other) &&
      mayJoin(other.keys, paper.keys) &&
      !partings.part(namesOf(other), namesOf(paper));
    for (let other = titles.sharing(paper).find(joins); other; ) {
      titles.take(other);
      left.delete(other);
      paper = mergePapers(paper, other);
      other = titles.sharing(paper).find(joins);
    }
    titles.put(paper);
    done.set(paper.id, paper);
  }
  for (const [key, contenders] of titles.contested()) {
    const owner = contenders.find(({ keys }) => keys.length === 1) ?? contenders[0];
    for (const { id } of contenders) {
      const paper = done.get(id);
      if (id === owner?.id || !paper || paper.keys.length === 1) continue;
      done.set(id, { ...paper, keys: paper.keys.filter((other) => other !== key) });
    }
  }
  return [...done.values()];
}
