import { paperDocument, paperRecords, tagDocument, tagRecord } from '@/domain/export/convert';
import type { ExportHead } from '@/domain/export/document';
import type { PaperDocument } from '@/domain/export/schema';
import { mergeHighlights, mergeShared, mergeSightings, mergeTags } from '@/domain/identity/merge';
import type {
  HighlightRecord,
  SharedRecord,
  SightingRecord,
  TagRecord,
} from '@/domain/paper/record';
import type { Admitted } from './incoming';
import { RecordSet } from '@/domain/identity/record-set';

/** Adds a record to those of its name. */
function put<T>(records: Map<string, T>, name: string, record: T, merge: (a: T, b: T) => T): void {
  const known = records.get(name);
  records.set(name, known === undefined ? record : merge(known, record));
}

const inOrder = <T>(records: ReadonlyMap<string, T>): T[] =>
  [...records].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, record]) => record);

/** A library in memory that only grows: what files make together. */
export class Collection {
  private readonly set = new RecordSet([]);
  private readonly highlights = new Map<string, HighlightRecord>();
  private readonly tags = new Map<string, TagRecord>();
  private readonly shared = new Map<string, SharedRecord>();
  private readonly seen = new Map<string, SightingRecord>();
  private readonly sections = new Map<string, unknown>();

  add(item: Admitted): void {
    if (item.kind === 'paper') this.addPaper(item.value);
    else if (item.kind === 'tag') put(this.tags, item.value.id, tagRecord(item.value), mergeTags);
    else if (item.kind === 'section') this.sections.set(item.place, item.value);
    else if (item.kind === 'shared') {
      const { key, value, stamp } = item.value;
      put(this.shared, key, { key, value, stamp }, mergeShared);
    } else if (item.kind === 'sighting') {
      const { key, site, firstAt, lastAt, count } = item.value;
      put(this.seen, key, { key, site, firstAt, lastAt, count }, (a, b) => ({
        key,
        ...mergeSightings(a, b),
      }));
    }
  }

  private addPaper(document: PaperDocument): void {
    const { paper, highlights } = paperRecords(document);
    this.set.add({ ...paper, updatedAt: paper.updatedAt || paper.createdAt });
    for (const highlight of highlights)
      put(this.highlights, highlight.id, highlight, mergeHighlights);
  }

  get head(): ExportHead {
    return {
      tags: inOrder(this.tags).map(tagDocument),
      shared: inOrder(this.shared),
      ...(this.sections.size > 0 ? { extra: Object.fromEntries(this.sections) } : {}),
    };
  }

  /** In the order of their ids, as the database has them. */
  get papers(): PaperDocument[] {
    const placed = [...this.highlights.values()].map((highlight) => this.set.place(highlight));
    const byPaper = Map.groupBy(placed, ({ paperId }) => paperId);
    return inOrder(this.set.papers).map((paper) =>
      paperDocument(paper, byPaper.get(paper.id) ?? []),
    );
  }

  get sightings(): SightingRecord[] {
    return inOrder(this.seen);
  }
}
