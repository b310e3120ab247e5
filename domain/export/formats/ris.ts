import type { ExportPaper } from '@/domain/export/paper';
import { personsOf, risOrder } from '@/domain/person/write';
import { toMarkup } from '@/domain/text/markup';
import type { Writer } from '@/domain/export/writer';

/** Stands before a line that looks like a tag: some readers take the white space off each line, and this is none. */
export const WORD_JOINER = '\u2060';

/** A value of several lines: readers take lines without a tag as going on. */
const lines = (tag: string, value: string): string =>
  `${tag}  - ${value
    .trim()
    .replace(/\r\n?|\n/g, '\r\n')
    .replace(/(?<=\n)(?=[^\S\n]*\u2060*[A-Z][A-Z0-9] {1,2}-)/gu, WORD_JOINER)}\r\n`;

/** A value on its one line. */
const line = (tag: string, value: string): string =>
  `${tag}  - ${value.replace(/\s*[\r\n]+\s*/g, ' ').trim()}\r\n`;

/** What was highlighted, as a note that other tools show. */
export const highlightNote = ({ exact, comment }: { exact: string; comment: string }): string =>
  comment === '' ? `“${exact}”` : `“${exact}” ${comment}`;

function record(paper: ExportPaper): string {
  const { ids, url, year, month } = paper;
  const isPreprint = ids['arxiv'] !== undefined;
  const fields = [
    line('TY', isPreprint ? 'UNPB' : 'JOUR'),
    line('ID', paper.id),
    line('TI', toMarkup(paper.title)),
    ...personsOf(paper.authors).map((person) => line('AU', risOrder(person))),
    ...(year ? [line('PY', String(year))] : []),
    ...(year && month ? [line('DA', `${year}/${String(month).padStart(2, '0')}//`)] : []),
    ...(ids['doi'] ? [line('DO', ids['doi'])] : []),
    ...(isPreprint ? [line('AN', `arXiv:${ids['arxiv']}`), line('PB', 'arXiv')] : []),
    ...(url ? [line('UR', url)] : []),
    ...(paper.abstract ? [line('AB', toMarkup(paper.abstract))] : []),
    // A semicolon parts the keywords of other tools.
    ...paper.tags.map((tag) => line('KW', tag.replaceAll(';', ','))),
    ...(paper.note ? [lines('N1', paper.note)] : []),
    ...paper.highlights.map((highlight) => line('N1', highlightNote(highlight))),
  ];
  return `${fields.join('')}ER  - \r\n\r\n`;
}

/** RIS (https://en.wikipedia.org/wiki/RIS_(file_format)), as Zotero, EndNote and Mendeley read it. */
export const risWriter = (): Writer => ({ start: () => '', paper: record, end: () => '' });
