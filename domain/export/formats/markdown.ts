import { type ExportPaper, isoTime } from '@/domain/export/paper';
import { ENTITY } from '@/domain/text/entities';
import { stretches, type TextStretch } from '@/domain/text/formulas';
import type { Writer } from '@/domain/export/writer';

/** Words that stay words: no markup, no HTML, no links, no headings, no references to characters. */
const plainWords = (words: string): string =>
  words.replace(/[\\`*_[\]<>#|~$]/g, '\\$&').replace(ENTITY, '\\$&');

/** What Markdown would read in a formula as more than text: code, an element, the end of a link's text. */
const NOT_SET = /`|<[a-z/!?]|\][([:]/i;

/** Whether square brackets come in pairs, so that they close no link around them. */
function areBracketsPaired(text: string): boolean {
  let depth = 0;
  for (const sign of text) {
    if (sign === '[') depth += 1;
    if (sign === ']' && (depth -= 1) < 0) return false;
  }
  return depth === 0;
}

const plainStretch = ({ is, text }: TextStretch): string =>
  is === 'formula' && !NOT_SET.test(text) && areBracketsPaired(text) ? text : plainWords(text);

/** Text of others that stays text; its formulas stay TeX, which readers of Markdown set. */
export const plainMarkdown = (text: string): string =>
  stretches(text).map(plainStretch).join('').replace(/\s+/g, ' ');

/** An address in angle brackets. */
const address = (url: string): string =>
  `<${url.replace(/[<>\s\\]/g, (sign) => encodeURIComponent(sign))}>`;

/** `[title](<address>)`. */
export const markdownLink = ({ title, url }: Pick<ExportPaper, 'title' | 'url'>): string =>
  url === '' ? plainMarkdown(title) : `[${plainMarkdown(title)}](${address(url)})`;

/** Signs that tell one tag from another, as words: `c++` and `c#`. */
const SPOKEN: Readonly<Record<string, string>> = { '+': '-plus', '#': '-sharp' };

/** A tag as Markdown tools know it: without spaces and signs. */
export const hashTag = (tag: string): string => {
  const spoken = tag.replace(
    /(?<=[\p{L}\p{N}+])[+#](?![\p{L}\p{N}])/gu,
    (sign) => SPOKEN[sign] ?? sign,
  );
  return `#${spoken.replace(/[^\p{L}\p{N}/_-]+/gu, '-').replace(/^-+|-+$/g, '')}`;
};

const quote = (text: string): string => text.replace(/^/gm, '> ');

/** The passages, each with its comment. */
const passages = ({ highlights }: ExportPaper): string[] =>
  highlights.map(({ exact, comment }) =>
    comment === ''
      ? quote(plainMarkdown(exact))
      : `${quote(plainMarkdown(exact))}\n>\n${quote(`— ${comment}`)}`,
  );

const day = (at: number): string => isoTime(at).slice(0, 10);

/** Authors, year, venue, status and tags in one line. */
function factsLine({ authors, year, facts, status, savedAt, tags }: ExportPaper): string {
  const names =
    authors.length > 4
      ? `${plainMarkdown(authors.slice(0, 3).join(', '))} et al.`
      : plainMarkdown(authors.join(', '));
  const state = status && savedAt !== null ? `${status} ${day(savedAt)}` : status;
  return [
    names,
    year,
    facts.venue && plainMarkdown(facts.venue),
    state,
    tags.map(hashTag).join(' '),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** A paper's text below its title. */
export const paperBody = (paper: ExportPaper): string =>
  [paper.note, ...passages(paper)]
    .filter(Boolean)
    .map((part) => `${part}\n\n`)
    .join('');

/** One Markdown file to read: a heading, facts, note and passages of each paper. */
export const markdownWriter = (): Writer => ({
  start: () => '# Papers\n\n',
  paper: (paper) => {
    const line = factsLine(paper);
    return `## ${markdownLink(paper)}\n\n${line === '' ? '' : `${line}\n\n`}${paperBody(paper)}`;
  },
  end: () => '',
});
