import type { MadePaper } from './papers';

/** A page made of papers: HTML, or plain text as a browser shows it. */
export interface Shape {
  name: string;
  plain?: true;
  /** Whether its papers bear links that name them; where not, titles, authors and words must do. */
  links?: true;
  render: (papers: readonly MadePaper[]) => string;
}

export const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
export const abs = ({ arxiv }: MadePaper): string => `https://arxiv.org/abs/${arxiv}`;
export const doi = ({ arxiv }: MadePaper): string => `https://doi.org/10.5555/${arxiv}`;
export const by = ({ authors }: MadePaper): string => authors.join(', ');
export const surnameFirst = ({ authors }: MadePaper): string =>
  authors
    .map((author) => {
      const words = author.split(' ');
      if (!/\p{Lu}/u.test(author)) return author;
      return `${words.at(-1)}, ${words
        .slice(0, -1)
        .filter((word) => /^\p{Lu}/u.test(word))
        .map((word) => `${word[0]}.`)
        .join(' ')}`;
    })
    .join(', ');

export const page = (body: string): string =>
  `<!doctype html><html><head><title>Page</title></head><body>${body}</body></html>`;
export const furnished = (body: string): string =>
  page(
    `<header><div>Institute of Things</div><nav><a href="/">Home</a><a href="/people">People</a><a href="/contact">Contact</a></nav></header>
     <main>${body}</main><footer><p>© 2026 Institute of Things. All rights reserved.</p><a href="/privacy">Privacy</a></footer>`,
  );
export const each = (
  papers: readonly MadePaper[],
  render: (paper: MadePaper, index: number) => string,
  between = '\n',
): string => papers.map(render).join(between);

export const html = (
  name: string,
  links: boolean,
  render: (papers: readonly MadePaper[]) => string,
): Shape => ({ name, ...(links ? { links: true as const } : {}), render });
export const text = (
  name: string,
  links: boolean,
  render: (papers: readonly MadePaper[]) => string,
): Shape => ({ ...html(name, links, render), plain: true });

/** Hard-wrapped at a width, with an indent for the lines that follow. */
export function wrap(line: string, width = 72, indent = ''): string {
  const lines: string[] = [];
  let at = '';
  for (const word of line.split(' ')) {
    if (at && at.length + 1 + word.length > width) {
      lines.push(at);
      at = indent + word;
    } else at = at ? `${at} ${word}` : word;
  }
  return [...lines, at].join('\n');
}
