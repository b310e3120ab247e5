import { mergePapers } from './merge';
import { Partings } from './partings';
import { byStrength, paperOf, partsOf } from './parts';
import {
  highlightAt,
  type HighlightRecord,
  type PaperRecord,
  type PartRecord,
} from '@/domain/paper/record';
import { joinByName } from './groups';
import { joinByTitle } from './titles';

/**
 * Computes papers from the records of a library and of files. A record has an id and merges only with copies of
 * itself. Which records form one paper depends on all of them, never on their order. Records that share an id, an
 * older id or a strong key form one paper, unless a person parted them. A title alone joins the strongest paper that
 * has it with those that contradict it in nothing. A name that several papers have belongs to one; the others claim
 * it. So machines that exchange files end with the same papers, in whatever order they meet.
 */
export class RecordSet {
  private readonly records = new Map<string, PartRecord>();
  private readonly settled = new Map<string, PaperRecord>();
  private readonly idByName = new Map<string, string>();
  private isSettled = false;

  constructor(papers: Iterable<PaperRecord>) {
    for (const paper of papers) this.add(paper);
  }

  add(paper: PaperRecord): void {
    for (const part of partsOf(paper)) {
      const known = this.records.get(part.id);
      this.records.set(part.id, known ? mergePapers(known, part) : part);
    }
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
  place(highlight: HighlightRecord): HighlightRecord {
    return highlightAt(highlight, this.idOf(highlight.home ?? highlight.paperId));
  }

  private settle(): void {
    this.settled.clear();
    this.idByName.clear();
    for (const paper of settledOf([...this.records.values()])) {
      this.settled.set(paper.id, paper);
      for (const name of [paper.id, ...paper.aliases]) this.idByName.set(name, paper.id);
    }
    this.isSettled = true;
  }
}

/** The papers that records make. */
function settledOf(records: readonly PartRecord[]): PaperRecord[] {
  const ordered = records.toSorted(byStrength);
  const partings = new Partings(ordered);
  return joinByTitle(joinByName(ordered, partings), partings).map(({ parts, lost }) =>
    paperOf(parts, (name) => !lost.has(name)),
  );
}
