import { Marked, type Token, type Tokens } from 'marked';
import { webAddress } from './web-address';

/** Elements that a note may be shown with. */
export type MarkdownTag =
  | 'p'
  | 'strong'
  | 'em'
  | 'del'
  | 'code'
  | 'pre'
  | 'blockquote'
  | 'ul'
  | 'ol'
  | 'li'
  | 'h3'
  | 'h4'
  | 'br'
  | 'hr'
  | 'a'
  | 'table'
  | 'tr'
  | 'th'
  | 'td'
  | 'checkbox';

/** A piece of a note as it is shown: text, or an element. JSON: it crosses contexts. */
export type MarkdownNode =
  | string
  | {
      tag: MarkdownTag;
      children: MarkdownNode[];
      /** Of `a`: an http(s) address. */
      href?: string;
      /** Of `ol`: the first number. */
      start?: number;
      /** Of `checkbox`. */
      checked?: boolean;
    };

const marked = new Marked({ gfm: true, breaks: true });

/** Elements within each other that are drawn. Messages of Chromium's hold some hundred levels and drop what is deeper. */
const DEEPEST = 16;
/** Characters that are read as Markdown: some patterns take a time that grows with the square of the length. */
const LONGEST = 100_000;
/** Characters without an empty line that are read as Markdown: within such a stretch that time grows. */
const LONGEST_STRETCH = 20_000;
const EMPTY_LINE = /\n[^\S\n]*\n/g;
/** White space on end that is read: a run of it is what takes such a time. */
const RUN = /[^\S\n]{100,}/g;

/**
 * Reads Markdown (GitHub's flavour, line ends kept) as a tree to draw. HTML in it is dropped, pictures become their
 * description, links lead to the web or are plain text: nothing is fetched and nothing runs. A text that is too long
 * or nested too deeply for that stays plain where it is so.
 */
export function parseMarkdown(text: string): MarkdownNode[] {
  const end = readUpTo(text);
  const rest = text.slice(end);
  const read = tokensOf(text.slice(0, end).replace(RUN, (run) => run.slice(0, 100)));
  return rest === '' ? read : [...read, { tag: 'p', children: [rest] }];
}

/** How far a text is read as Markdown: into the first stretch that is too long. */
function readUpTo(text: string): number {
  let from = 0;
  for (const { 0: line, index } of text.matchAll(EMPTY_LINE)) {
    if (index - from > LONGEST_STRETCH) break;
    from = index + line.length;
  }
  return Math.min(from + LONGEST_STRETCH, LONGEST);
}

function tokensOf(text: string): MarkdownNode[] {
  try {
    return blocks(marked.lexer(text), 0);
  } catch (error) {
    // The lexer calls itself for each level.
    if (error instanceof RangeError) return [{ tag: 'p', children: [text] }];
    throw error;
  }
}

const blocks = (tokens: readonly Token[], depth: number): MarkdownNode[] =>
  depth > DEEPEST
    ? [tokens.map(({ raw }) => raw).join('')]
    : tokens.flatMap((token) => nodesOf(token, depth + 1));

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const plain = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (all, name: string) => ENTITIES[name] ?? all);

const within = (
  tag: MarkdownTag,
  { tokens, text }: Tokens.Generic,
  depth: number,
): MarkdownNode => ({
  tag,
  children: tokens ? blocks(tokens, depth) : [plain(String(text ?? ''))],
});

const INLINE: Record<string, MarkdownTag> = {
  paragraph: 'p',
  blockquote: 'blockquote',
  strong: 'strong',
  em: 'em',
  del: 'del',
};

function nodesOf(token: Token, depth: number): MarkdownNode[] {
  const tag = INLINE[token.type];
  if (tag) return [within(tag, token, depth)];
  switch (token.type) {
    case 'space':
    case 'html':
    case 'def':
      return [];
    case 'heading':
      return [within((token as Tokens.Heading).depth > 2 ? 'h4' : 'h3', token, depth)];
    case 'code':
      return [{ tag: 'pre', children: [{ tag: 'code', children: [(token as Tokens.Code).text] }] }];
    case 'codespan':
      return [{ tag: 'code', children: [plain((token as Tokens.Codespan).text)] }];
    case 'br':
    case 'hr':
      return [{ tag: token.type, children: [] }];
    case 'list':
      return [list(token as Tokens.List, depth)];
    case 'checkbox':
      return [{ tag: 'checkbox', children: [], checked: (token as Tokens.Checkbox).checked }];
    case 'table':
      return [table(token as Tokens.Table, depth)];
    case 'link':
      return [link(token as Tokens.Link, depth)];
    case 'image':
      return [plain((token as Tokens.Image).text)];
    default:
      return token.type === 'text' && (token as Tokens.Text).tokens
        ? blocks((token as Tokens.Text).tokens ?? [], depth)
        : [plain('text' in token ? String(token.text) : '')];
  }
}

function link({ href, tokens }: Tokens.Link, depth: number): MarkdownNode {
  const children = blocks(tokens, depth);
  return webAddress(href) ? { tag: 'a', href, children } : { tag: 'em', children };
}

const list = ({ ordered, start, items }: Tokens.List, depth: number): MarkdownNode => ({
  tag: ordered ? 'ol' : 'ul',
  ...(ordered && typeof start === 'number' && start !== 1 ? { start } : {}),
  children: items.map((item) => {
    const children = blocks(item.tokens, depth);
    const hasBox = children.some((child) => typeof child !== 'string' && child.tag === 'checkbox');
    return {
      tag: 'li',
      children:
        item.task && !hasBox
          ? [{ tag: 'checkbox', children: [], checked: item.checked ?? false }, ...children]
          : children,
    } satisfies MarkdownNode;
  }),
});

const table = ({ header, rows }: Tokens.Table, depth: number): MarkdownNode => ({
  tag: 'table',
  children: [header, ...rows].map((row, index) => ({
    tag: 'tr',
    children: row.map(({ tokens }) => ({
      tag: index === 0 ? 'th' : 'td',
      children: blocks(tokens, depth),
    })),
  })),
});
