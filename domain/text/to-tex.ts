import { ENTITY } from './entities';
import { mapWords } from './formulas';
import { LOWERED_RUN, plainSigns, RAISED_RUN } from './scripts';

const SIGNS: Readonly<Record<string, string>> = {
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
  '`': '\\textasciigrave{}',
};

/** Signs that TeX makes one of when they meet: two hyphens a dash, two quotes one. */
const LIGATURE = /(?<=-)-|(?<=')'|(?<=,),|(?<=<)<|(?<=>)>/g;

const escaped = (words: string): string =>
  words
    .replace(/<(?=[/!a-z])|[\\{}$&#^_~%`]/gi, (sign) => SIGNS[sign] ?? '\\textless{}')
    .replace(LIGATURE, '{}$&')
    .replace(LOWERED_RUN, (run) => `\\textsubscript{${plainSigns(run)}}`)
    .replace(RAISED_RUN, (run) => `\\textsuperscript{${plainSigns(run)}}`);

/** Words as TeX prints them. An ampersand that would begin a reference in another tool is set apart. */
function texWords(words: string): string {
  let tex = '';
  let from = 0;
  for (const { 0: whole, index } of words.includes('&') ? words.matchAll(ENTITY) : []) {
    tex += `${escaped(words.slice(from, index))}\\&{}`;
    from = index + 1;
    tex += escaped(whole.slice(1));
    from = index + whole.length;
  }
  return tex + escaped(words.slice(from));
}

/** TeX source that prints a text unchanged, with formulas as formulas; letters stay Unicode, which TeX reads since 2018. */
export const toTex = (text: string): string => mapWords(text, texWords);

/** A line of a note: the spaces at its beginning are TeX's, and what would read like a tool's remark is set off. */
const noteLine = (line: string): string => {
  const [indent = ''] = /^[ \t]*/.exec(line) ?? [];
  const words = toTex(line.slice(indent.length));
  return `${'~'.repeat(indent.replaceAll('\t', '    ').length)}${/^comments?:/i.test(words) ? '{}' : ''}${words}`;
};

/** A note in TeX, whose lists and code keep their indentation. */
export const toTexNote = (text: string): string => texLines(text, noteLine);

/** Text of several lines: an empty line stays one, the end of a line is a line break of TeX's. */
export const toTexLines = (text: string): string => texLines(text, toTex);

const texLines = (text: string, line: (words: string) => string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.split('\n').map(line).join(' \\\\\n'))
    .join('\n\n');

/** An address or id in braces that no sign in it can close. */
export const toVerbatimTex = (url: string): string =>
  url.replace(/[\\{}\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`);
