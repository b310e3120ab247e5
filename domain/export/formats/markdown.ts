import { type ExportPaper, isoTime } from '@/domain/export/paper';
import type { Writer } from '@/domain/export/writer';

/** Text of others that stays text: no markup, no HTML, no links, no headings. */
export const plainMarkdown = (text: string): string =>
  text.replace(/[\\`*_[\]<>#|~$]/g, (sign) => `\\${sign}`).replace(/\s+/g, ' ');

/** An address in angle brackets. */
const address = (url: string): string =>
  `<${url.replace(/[<>\s\\]/g, (sign) => encodeURIComponent(sign))}>`;

/** `[title](<address>)`. */
export const markdownLink = ({ title, url }: Pick<ExportPaper, 'title' | 'url'>): string =>
  url === '' ? plainMarkdown(title) : `[${plainMarkdown(title)}](${address(url)})`;

/** A tag as Markdown tools know it: without spaces and signs. */
export const hashTag = (tag: string): string =>
  `#${tag.replace(/[^\p{L}\p{N}/_-]+/gu, '-').replace(/^-+|-+$/g, '')}`;

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
