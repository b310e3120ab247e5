import { hash53 } from '@/domain/hash';
import { fold } from '@/domain/text';
import type { ExportPaper, PublicationType } from '@/domain/export/paper';
import type { Person } from '@/domain/person/model';
import { familyOf, hasOthers, personsOf } from '@/domain/person/write';
import { toTex, toTexLines, toTexNote, toVerbatimTex } from '@/domain/text/to-tex';
import type { Writer } from '@/domain/export/writer';
import { highlightNote } from './ris';
import { texTitle } from './tex-title';

/** A part of a name: braces hold a word with a sign that readers would interpret, and a double name with a particle. */
const namePart = (part: string): string => {
  const divides = /^\p{Ll}/u.test(part) ? /[,=\\{}$&#^_~%-]/ : /[,=\\{}$&#^_~%]/;
  return part
    .split(' ')
    .map((word) =>
      divides.test(word) || /^(?:and|others)$/i.test(word) ? `{${toTex(word)}}` : toTex(word),
    )
    .join(' ');
};

function authorOf(person: Person): string {
  if (person.isGroup || person.given === '') return `{${toTex(familyOf(person))}}`;
  const parts = [familyOf(person), person.suffix, person.given].filter(Boolean);
  return parts.map(namePart).join(', ');
}

/** The names of a list; BibTeX's word for those who are not named is `others`. */
const authorsOf = (authors: readonly string[]): string =>
  [...personsOf(authors).map(authorOf), ...(hasOthers(authors) ? ['others'] : [])].join(' and ');

/** Words that keys leave out. */
const SMALL = new Set([
  'a',
  'an',
  'the',
  'of',
  'on',
  'for',
  'and',
  'in',
  'to',
  'with',
  'from',
  'by',
  'is',
  'are',
  'via',
  'at',
]);

const ascii = (text: string): string => fold(text).replace(/[^a-z0-9]/g, '');
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** The key that a paper has in every file: family name, year, and the title's first three words that count. */
export function citationKey({ authors, year, title, id }: ExportPaper): string {
  const [first] = personsOf(authors);
  const family = first ? ascii(familyOf(first)) : '';
  const words = fold(title)
    .split(/[^\p{L}\p{N}]+/u)
    .map(ascii)
    .filter((word) => word !== '' && !SMALL.has(word))
    .slice(0, 3);
  const name = words.map(capital).join('');
  return family + name === '' ? `paper${hash53(id).toString(36)}` : `${family}${year ?? ''}${name}`;
}

/** The same key with what tells the paper from its namesakes: it follows from the paper, not from the file. */
const longKey = (key: string, { id }: ExportPaper): string =>
  `${key}-${hash53(id).toString(36).slice(0, 5)}`;

/** Types of entries that say where a paper appeared. */
const TYPES = {
  conference: 'inproceedings',
  journal: 'article',
  preprint: 'misc',
  other: 'misc',
} as const satisfies Record<PublicationType, string>;

/** A tag as a keyword. MEDLINE's star before a word is none of it, so that one of a tag's own is in braces. */
const keyword = (tag: string): string => toTex(tag.replace(/[,;\s]+/g, ' ')).replace(/^\*/, '{*}');

function entry(key: string, paper: ExportPaper): string {
  const { ids, facts, kind, year, month, day, authors, note, highlights } = paper;
  const remarks = [note, ...highlights.map(highlightNote)].filter(Boolean).join('\n\n');
  const fields: [name: string, value: string | undefined][] = [
    ['title', texTitle(paper.title)],
    ['author', authorsOf(authors)],
    ['year', year?.toString()],
    ['month', month?.toString()],
    ['day', day?.toString()],
    [kind === 'conference' ? 'booktitle' : 'journal', facts.venue && toTex(facts.venue)],
    ['volume', facts.volume && toTex(facts.volume)],
    ['number', facts.issue && toTex(facts.issue)],
    ['pages', facts.pages && toTex(facts.pages).replaceAll('–', '--')],
    ['version', facts.version && toTex(facts.version)],
    ['eprint', ids['arxiv'] && toVerbatimTex(ids['arxiv'])],
    ['archiveprefix', ids['arxiv'] && 'arXiv'],
    ['doi', ids['doi'] && toVerbatimTex(ids['doi'])],
    ['url', toVerbatimTex(paper.url)],
    ['pdf', facts.pdf && toVerbatimTex(facts.pdf)],
    ['code', facts.code && toVerbatimTex(facts.code)],
    ['abstract', toTexLines(paper.abstract)],
    ['keywords', paper.tags.map(keyword).join(', ')],
    ['annote', toTexNote(remarks)],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}}`] : []));
  const type = facts.venue ? TYPES[kind] : 'misc';
  return `@${type}{${key},\n${lines.join(',\n')}\n}\n\n`;
}

/** BibTeX, one entry a paper; keys are the same in every file, and unique in each. */
export function bibtexWriter(): Writer {
  const used = new Set<string>();
  return {
    start: () => '',
    paper: (paper) => {
      let key = citationKey(paper);
      if (used.has(key.toLowerCase())) key = longKey(key, paper);
      while (used.has(key.toLowerCase())) key += 'x';
      used.add(key.toLowerCase());
      return entry(key, paper);
    },
    end: () => '',
  };
}

/** One paper as a BibTeX entry, to be copied. */
export const citation = (paper: ExportPaper): string => entry(citationKey(paper), paper).trim();
