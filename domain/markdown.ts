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

/**
 * Reads Markdown (GitHub's flavour, line ends kept) as a tree to draw. HTML in it is dropped, pictures become their
 * description, links lead to the web or are plain text: nothing is fetched and nothing runs.
 */
export const parseMarkdown = (text: string): MarkdownNode[] => blocks(marked.lexer(text));

const blocks = (tokens: readonly Token[]): MarkdownNode[] => tokens.flatMap(nodesOf);

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const plain = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (all, name: string) => ENTITIES[name] ?? all);

const within = (tag: MarkdownTag, { tokens, text }: Tokens.Generic): MarkdownNode => ({
  tag,
  children: tokens ? blocks(tokens) : [plain(String(text ?? ''))],
});

const INLINE: Record<string, MarkdownTag> = {
  paragraph: 'p',
  blockquote: 'blockquote',
  strong: 'strong',
  em: 'em',
  del: 'del',
};

function nodesOf(token: Token): MarkdownNode[] {
  const tag = INLINE[token.type];
  if (tag) return [within(tag, token)];
  switch (token.type) {
    case 'space':
    case 'html':
    case 'def':
      return [];
    case 'heading':
      return [within((token as Tokens.Heading).depth > 2 ? 'h4' : 'h3', token)];
    case 'code':
      return [{ tag: 'pre', children: [{ tag: 'code', children: [(token as Tokens.Code).text] }] }];
    case 'codespan':
      return [{ tag: 'code', children: [plain((token as Tokens.Codespan).text)] }];
    case 'br':
    case 'hr':
      return [{ tag: token.type, children: [] }];
    case 'list':
      return [list(token as Tokens.List)];
    case 'checkbox':
      return [{ tag: 'checkbox', children: [], checked: (token as Tokens.Checkbox).checked }];
    case 'table':
      return [table(token as Tokens.Table)];
    case 'link':
      return [link(token as Tokens.Link)];
    case 'image':
      return [plain((token as Tokens.Image).text)];
    default:
      return token.type === 'text' && (token as Tokens.Text).tokens
        ? blocks((token as Tokens.Text).tokens ?? [])
        : [plain('text' in token ? String(token.text) : '')];
  }
}

function link({ href, tokens }: Tokens.Link): MarkdownNode {
  const children = blocks(tokens);
  return webAddress(href) ? { tag: 'a', href, children } : { tag: 'em', children };
}

const list = ({ ordered, start, items }: Tokens.List): MarkdownNode => ({
  tag: ordered ? 'ol' : 'ul',
  ...(ordered && typeof start === 'number' && start !== 1 ? { start } : {}),
  children: items.map((item) => {
    const children = blocks(item.tokens);
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

const table = ({ header, rows }: Tokens.Table): MarkdownNode => ({
  tag: 'table',
  children: [header, ...rows].map((row, index) => ({
    tag: 'tr',
    children: row.map(({ tokens }) => ({
      tag: index === 0 ? 'th' : 'td',
      children: blocks(tokens),
    })),
  })),
});
