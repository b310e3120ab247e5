import { paperDocument, paperRecords } from '@/domain/export/convert';
import { resettled } from '@/domain/identity/parts';
import { splitPapers } from '@/domain/identity/split';
import { admitItem } from '@/domain/import/incoming';
import type { PaperRecord } from '@/domain/paper/record';
import { stampAt } from '../arbitrary';

/* Two papers, the stamps of four moments, and what may happen to a paper with a field. */

export const A = 'arxiv:2401.00001';
export const B = 'doi:10.1000/b';
export const [early, middle, late, last] = [1, 2, 3, 4].map((time) => stampAt(time, 'ann')) as [
  string,
  string,
  string,
  string,
];

/** A paper that went through a file. */
export function throughFile(paper: PaperRecord): PaperRecord {
  const value: unknown = JSON.parse(JSON.stringify(paperDocument(paper, [])));
  const item = admitItem({ kind: 'paper', place: 'papers[0]', value });
  if (item.kind !== 'paper') throw new Error('It was not taken for a paper.');
  return paperRecords(item.value).paper;
}

/** A paper as a version has it that does not know some of its properties. */
export function unknowing(paper: PaperRecord, names: readonly string[], more = {}): PaperRecord {
  const [theirs, own] = [true, false].map((isTheirs) =>
    Object.fromEntries(Object.entries(paper).filter(([name]) => names.includes(name) === isTheirs)),
  );
  return { ...own, extra: { ...theirs, ...more } } as unknown as PaperRecord;
}

/** The papers that one was joined from, after something was done to it. */
export function apart(
  before: PaperRecord[],
  joined: PaperRecord,
  edited: PaperRecord,
): PaperRecord[] {
  const current = resettled(edited);
  const whole = { before, joined, current, later: [], joinStamp: middle };
  return [...splitPapers(whole, last)!.papers.values()];
}
