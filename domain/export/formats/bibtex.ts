import { hash53 } from '@/domain/hash';
import { fold } from '@/domain/text';
import { type ExportPaper, type Kind, nameParts } from '@/domain/export/paper';
import type { Writer } from '@/domain/export/writer';
import { highlightNote } from './ris';

const TEX: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '^': '\\textasciicircum{}',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '%': '\\%',
};

/** Signs that TeX makes one of when they meet: two hyphens a dash, two quotes one. */
const LIGATURE = /(?<=-)-|(?<=')'|(?<=[`!?])`|(?<=,),|(?<=<)<|(?<=>)>/g;

/** Text that TeX prints as it stands; letters stay Unicode, as TeX reads them since 2018. */
export const tex = (text: string): string =>
  text.replace(/[\\{}$&#^_~%]/g, (sign) => TEX[sign] ?? sign).replace(LIGATURE, '{}$&');

/** Text of several lines: an empty line stays one, a line's end is a line break of TeX's. */
const texLines = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .map((paragraph) => tex(paragraph).replaceAll('\n', ' \\\\\n'))
    .join('\n\n');

/** Whether a title is written as a sentence: of the words that would be written large in a headline, most are small. */
function isSentence(words: readonly string[]): boolean {
  const telling = words.slice(1).filter((word) => /^\p{L}{4}/u.test(word));
  return telling.filter((word) => /^\p{Ll}/u.test(word)).length * 2 > telling.length;
}

/** A title whose acronyms keep their capitals in styles that write titles small; in a sentence also its names. */
function texTitle(title: string): string {
  const words = title.split(/(\s+)/);
  const hasNames = isSentence(words.filter((word) => word.trim() !== ''));
  const isName = (word: string, at: number): boolean =>
    hasNames && at > 0 && /^\P{L}*\p{Lu}/u.test(word) && !/[.:?!]$/.test(words[at - 2] ?? '');
  return words
    .map((word, at) =>
      /\p{L}.*\p{Lu}/u.test(word) || isName(word, at) ? `{${tex(word)}}` : tex(word),
    )
    .join('');
}

/** An address in braces that no sign in it can close. */
const address = (url: string): string =>
  url.replace(/[\\{}\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`);

/** A part of a name: words with a sign that readers take for more stand in braces, as does a double name with a particle. */
const namePart = (part: string): string => {
  const divides = /^\p{Ll}/u.test(part) ? /[,=\\{}$&#^_~%-]/ : /[,=\\{}$&#^_~%]/;
  return part
    .split(' ')
    .map((word) => (divides.test(word) ? `{${tex(word)}}` : tex(word)))
    .join(' ');
};

const authorOf = (name: string): string => {
  const { family, given } = nameParts(name);
  return given === '' || /\band\b/i.test(name)
    ? `{${tex(name)}}`
    : `${namePart(family)}, ${namePart(given)}`;
};

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
  const family = ascii(nameParts(authors[0] ?? '').family);
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
} as const satisfies Record<Kind, string>;

function entry(key: string, paper: ExportPaper): string {
  const { ids, facts, kind, year, month, day, authors, note, highlights } = paper;
  const remarks = [note, ...highlights.map(highlightNote)].filter(Boolean).join('\n\n');
  const fields: [name: string, value: string | undefined][] = [
    ['title', texTitle(paper.title)],
    ['author', authors.map(authorOf).join(' and ')],
    ['year', year?.toString()],
    ['month', month?.toString()],
    ['day', day?.toString()],
    [kind === 'conference' ? 'booktitle' : 'journal', facts.venue && tex(facts.venue)],
    ['volume', facts.volume && tex(facts.volume)],
    ['number', facts.issue && tex(facts.issue)],
    ['pages', facts.pages && tex(facts.pages).replaceAll('–', '--')],
    ['version', facts.version],
    ['eprint', ids['arxiv']],
    ['archiveprefix', ids['arxiv'] && 'arXiv'],
    ['doi', ids['doi'] && address(ids['doi'])],
    ['url', address(paper.url)],
    ['pdf', facts.pdf && address(facts.pdf)],
    ['code', facts.code && address(facts.code)],
    ['abstract', texLines(paper.abstract)],
    ['keywords', paper.tags.map((tag) => tex(tag.replaceAll(',', ' '))).join(', ')],
    ['annote', texLines(remarks)],
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
