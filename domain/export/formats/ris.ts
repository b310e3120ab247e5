import { type ExportPaper, type PublicationType, pageRange } from '@/domain/export/paper';
import { personsOf, risOrder } from '@/domain/person/write';
import { toMarkup } from '@/domain/text/to-markup';
import type { Writer } from '@/domain/export/writer';

/** Precedes a line that looks like a tag. Some readers strip white space from each line, and this sign is none. */
export const WORD_JOINER = '\u2060';

/** A value of several lines: readers take lines without a tag as going on. */
const lines = (tag: string, value: string): string =>
  `${tag}  - ${value
    .trim()
    .replace(/\r\n?|\n/g, '\r\n')
    .replace(/(?<=\n)(?=[^\S\n]*\u2060*[A-Z][A-Z0-9] {1,2}-)/gu, WORD_JOINER)}\r\n`;

/** All that some reader takes for the end of a line. */
const LINE_ENDS = /\s*[\r\n\v\f\u0085\u2028\u2029]+\s*/g;

/** A value on its one line. */
const line = (tag: string, value: string): string =>
  `${tag}  - ${value.replace(LINE_ENDS, ' ').trim()}\r\n`;

/** What was highlighted, as a note that other tools show. */
export const highlightNote = ({ exact, comment }: { exact: string; comment: string }): string =>
  comment === '' ? `“${exact}”` : `“${exact}” ${comment}`;

const TYPES = {
  conference: 'CPAPER',
  journal: 'JOUR',
  preprint: 'UNPB',
  other: 'GEN',
} as const satisfies Record<PublicationType, string>;

/** `2024/06/20/`: what is not known stays empty. */
function dateLine({ year, month, day }: ExportPaper): string | undefined {
  const two = (value: number | undefined): string => (value ? String(value).padStart(2, '0') : '');
  return year && month ? `${year}/${two(month)}/${two(day)}/` : undefined;
}

function record(paper: ExportPaper): string {
  const { ids, facts, kind, url, year } = paper;
  const { first, last } = pageRange(facts.pages);
  const optional = (tag: string, value: string | undefined): string[] =>
    value ? [line(tag, value)] : [];
  const fields = [
    line('TY', TYPES[kind]),
    line('ID', paper.id),
    line('TI', toMarkup(paper.title)),
    ...personsOf(paper.authors).map((person) => line('AU', risOrder(person))),
    ...optional('PY', year?.toString()),
    ...optional('DA', dateLine(paper)),
    ...optional('T2', facts.venue && toMarkup(facts.venue)),
    ...optional('VL', facts.volume),
    ...optional('IS', facts.issue),
    ...optional('SP', first ?? facts.pages),
    ...optional('EP', last),
    ...optional('ET', facts.version),
    ...optional('DO', ids['doi']),
    ...(ids['arxiv'] ? [line('AN', `arXiv:${ids['arxiv']}`), line('PB', 'arXiv')] : []),
    ...optional('UR', url),
    ...optional('L1', facts.pdf),
    ...optional('L2', facts.code),
    ...optional('AB', toMarkup(paper.abstract)),
    // A semicolon parts the keywords of other tools.
    ...paper.tags.map((tag) => line('KW', tag.replaceAll(';', ','))),
    ...(paper.note ? [lines('N1', paper.note)] : []),
    ...paper.highlights.map((highlight) => line('N1', highlightNote(highlight))),
  ];
  return `${fields.join('')}ER  - \r\n\r\n`;
}

/** RIS (https://en.wikipedia.org/wiki/RIS_(file_format)), as Zotero, EndNote and Mendeley read it. */
export const risWriter = (): Writer => ({ start: () => '', paper: record, end: () => '' });
