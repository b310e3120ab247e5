import { isSame, mergePapers } from '@/domain/merge';
import { compareKeys, isStrong } from '@/domain/paper-key';
import type { HighlightRecord, PaperRecord } from '@/domain/record';
import { Partings, without } from './partings';
import { joinByTitle, partsOf } from './titles';

const byStrength = (a: PaperRecord, b: PaperRecord): number => compareKeys(a.id, b.id);

const namesOf = ({ id, aliases }: PaperRecord): string[] => [id, ...aliases];

/**
 * The papers that records of a library and of files are together. What goes by one id, older id or strong key
 * is one paper; papers that a person parted stay apart. A title alone joins the strongest paper that has it
 * with those that contradict it in nothing; where two keep one title, it belongs to the one that has no other
 * key, else to the strongest. All of it follows from the records alone, never from their order: so two
 * machines that exchange their files end with the same papers. For that nothing that titles decided is final:
 * a paper keeps the records that it was made of (`parts`) and the titles that it lost (`claims`), and whoever
 * knows more of the papers of that title decides again.
 */
export class Shelf {
  private readonly records: PaperRecord[] = [];
  private readonly settled = new Map<string, PaperRecord>();
  private readonly idByName = new Map<string, string>();
  private isSettled = false;

  constructor(papers: Iterable<PaperRecord>) {
    for (const paper of papers) this.add(paper);
  }

  add(paper: PaperRecord): void {
    this.records.push(...partsOf(paper));
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

  /** A highlight at the paper that has the record it was made at. */
  place({ paperId, home = paperId, ...highlight }: HighlightRecord): HighlightRecord {
    const id = this.idOf(home);
    return { ...highlight, paperId: id, ...(id === home ? {} : { home }) };
  }

  private settle(): void {
    this.settled.clear();
    this.idByName.clear();
    for (const paper of joined(this.records)) {
      this.settled.set(paper.id, paper);
      for (const name of namesOf(paper)) this.idByName.set(name, paper.id);
    }
    this.isSettled = true;
  }
}

/** The papers that records make. Joins and partings follow from each other, so they are done until nothing changes. */
function joined(records: readonly PaperRecord[]): PaperRecord[] {
  let papers = new Partings(records).isEmpty ? records : oneById(records);
  for (let rounds = records.length; ; rounds--) {
    const partings = new Partings(papers);
    const next = joinByName(partings.shed(papers), partings);
    if (partings.isEmpty) return joinByTitle(next, partings);
    const once = eachNameOnce(next);
    const isSettled = once.length === papers.length && isSame(once, papers.toSorted(byStrength));
    if (isSettled || rounds === 0) return joinByTitle(once, partings);
    papers = once;
  }
}

/** Records of one id are one, whatever was parted; in an order that is theirs. */
const oneById = (records: readonly PaperRecord[]): PaperRecord[] =>
  [...Map.groupBy(records, ({ id }) => id).values()]
    .map((same) => same.reduce(mergePapers))
    .toSorted(byStrength);

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

/** Papers that partings kept from being one, each name with the strongest that claims it; titles are nobody's yet. */
function eachNameOnce(papers: readonly PaperRecord[]): PaperRecord[] {
  const owners = new Map(papers.map(({ id }) => [id, id]));
  const ordered = papers.toSorted(byStrength);
  const others = ({ aliases, keys }: PaperRecord) => [...aliases, ...keys.filter(isStrong)];
  for (const paper of ordered)
    for (const name of others(paper)) if (!owners.has(name)) owners.set(name, paper.id);
  return ordered.map((paper) => {
    const gone = others(paper).filter((name) => owners.get(name) !== paper.id);
    return gone.length === 0 ? paper : without(paper, new Set(gone));
  });
}
