import { normaliseTitle } from '@/domain/identity/paper-key';
import { collapse } from '@/domain/text';
import { CUTS, type Cut } from '@/domain/taught';
import { INLINE } from '@/sites/digest/markup';
import type { Block } from '@/sites/digest/model';
import { cutOf } from './cuts';
import { exactSelector, looksLikeTitle } from './selector';

/** Where a selected title is: its element, and which line or part of that, where it is not all of it. */
export interface Spot {
  element: Element;
  line?: number;
  cut?: Cut;
}

/** The longest selection that may be a title, characters. */
const LONGEST = 500;

const isText = (node: Node): node is Text => node.nodeType === 3;

/** The text nodes under an element that say something, parted at each `<br>`. */
export function linesOf(element: Element): Text[][] {
  const lines: Text[][] = [];
  let line: Text[] = [];
  const end = (): void => {
    if (line.length > 0) lines.push(line);
    line = [];
  };
  const stack: Node[] = [element];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (isText(node)) {
      if (/\S/.test(node.data)) line.push(node);
    } else if ((node as Element).localName === 'br') end();
    else if (!/^(?:script|style|template)$/.test((node as Element).localName ?? ''))
      for (let child = node.lastChild; child; child = child.previousSibling) stack.push(child);
  }
  end();
  return lines;
}

/** The texts that a range holds more of than white space. */
function textsIn(range: Range): Text[] {
  const { commonAncestorContainer: root } = range;
  const texts = isText(root) ? [root] : linesOf(root as Element).flat();
  return texts.filter((node) => {
    if (!range.intersectsNode(node)) return false;
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : node.length;
    return /\S/.test(node.data.slice(from, to));
  });
}

/** The nearest element that text does not run through. */
export function boxOf(element: Element): Element {
  let at = element;
  while (INLINE.has(at.localName) && at.parentElement) at = at.parentElement;
  return at;
}

/** The first text that an element says itself, outside of the elements within. */
export const ownText = (element: Element): Text[] =>
  [...element.childNodes]
    .filter(isText)
    .filter(({ data }) => /\S/.test(data))
    .slice(0, 1);

const said = (nodes: readonly Node[]): string =>
  normaliseTitle(collapse(nodes.map((node) => node.textContent).join(' ')));

/** Whether a text is the other, but for a number before it. */
const isBut = (text: string, other: string): boolean =>
  text === other || (text.endsWith(other) && /^[\d\s.]*$/.test(text.slice(0, -other.length)));

/** A line as the cuts read it. */
const blockOf = (raw: string): Block => ({
  index: 0,
  raw,
  pieces: [],
  runs: [],
  frame: {
    element: null,
    tag: '',
    isClosed: false,
    parent: null,
    depth: 0,
    first: 0,
    end: 1,
    cells: 0,
    lines: 1,
  },
  line: 0,
  heading: 0,
  apart: true,
});

function cutFor(nodes: readonly Text[], title: string): Cut | undefined {
  const raw = collapse(nodes.map(({ data }) => data).join(' '));
  const block = blockOf(raw);
  return CUTS.find((cut) => {
    const span = cutOf(block, { start: 0, end: raw.length }, cut);
    return span && normaliseTitle(raw.slice(span.start, span.end)) === title;
  });
}

/** The element that says the title and nothing else, or the smallest that says it among other things. */
function holderOf(from: Element, title: string): Element | null {
  let at: Element | null = from;
  while (at && !said([at]).includes(title)) at = at.parentElement;
  return at && !/^(?:body|html)$/.test(at.localName) ? widest(at, title) : null;
}

/** The share of a selector's finds that look like titles from which on it is taken for one of titles. */
const PURE = 0.6;

/**
 * Of the elements that say the title and nothing else the outermost one whose likes are titles, too: a heading rather
 * than its link, as others may have none, but no paragraph where other paragraphs are names.
 */
function widest(innermost: Element, title: string): Element {
  const chain = [innermost];
  for (
    let at = innermost.parentElement;
    at && at.localName !== 'body' && isBut(said([at]), title);
    at = at.parentElement
  )
    chain.unshift(at);
  const shares = chain.map((element) => {
    const alike = [...element.ownerDocument.querySelectorAll(exactSelector([element]))];
    return alike.filter(looksLikeTitle).length / alike.length;
  });
  const most = Math.min(PURE, Math.max(...shares));
  return chain[shares.findIndex((share) => share >= most)] ?? innermost;
}

/**
 * Where on the page the title is that a person selected; `undefined` where no markup and no wording tells it from the
 * text around it, or where more than a title is selected.
 */
export function spotOf(range: Range): Spot | undefined {
  const text = collapse(range.toString());
  const title = normaliseTitle(text);
  if (title === '' || text.length > LONGEST) return undefined;
  const parents = textsIn(range).flatMap(({ parentElement }) => parentElement ?? []);
  const [from] = parents;
  if (!from || new Set(parents.map(boxOf)).size > 1) return undefined;
  const element = holderOf(from, title);
  if (!element) return undefined;
  if (isBut(said([element]), title)) return { element };
  const lines = linesOf(element);
  const line = lines.findIndex((nodes) => said(nodes).includes(title));
  const nodes = lines[line];
  if (!nodes) return undefined;
  const at = { element, ...(lines.length > 1 ? { line } : {}) };
  if (isBut(said(nodes), title)) return at;
  if (isBut(said(ownText(element)), title)) return { element, cut: 'own' };
  const cut = cutFor(nodes, title);
  return cut && { ...at, cut };
}
