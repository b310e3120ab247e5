import type { Part, Place } from '@/domain/entry';
import { collapse, placeText } from '@/domain/text/plain';
import { tidy } from '@/domain/text/tidy';
import { isTranslation, TRANSLATIONS } from './translated';

/** White-space-collapsed text of a node; empty for none. `textContent`, because `innerText` forces layout. */
export const textOf = (node: Node | null | undefined): string => collapse(node?.textContent ?? '');

/** Text of a node with a space between inner elements: `<span>Open access</span><span>19 March</span>`. */
export function spacedText(node: Element | null | undefined): string {
  const texts: string[] = [];
  const stack: Node[] = node ? [node] : [];
  for (let at = stack.pop(); at; at = stack.pop()) {
    if (at.nodeType === 3) texts.push(at.textContent ?? '');
    for (let child = at.lastChild; child; child = child.previousSibling) stack.push(child);
  }
  return collapse(texts.join(' '));
}

/** What makes an element's `textContent` differ from the shown text: typeset formulas hold copies of themselves. */
const COPIES = `script, style, math, mjx-container, [class*="MathJax"], .katex, template, ${TRANSLATIONS}`;

/**
 * The place of an element's text, without a label before it ("Title:") and one after it ("△ Less"); formulas
 * count once, as their TeX where the page holds it (MathJax 2 `script[type="math/tex"]`, MathML annotation).
 * No place for no text. Both patterns are anchored by the caller.
 */
export function placeOf(node: Node | null | undefined, lead?: RegExp, trail?: RegExp): Place {
  if (!node) return [];
  return isElement(node) && node.querySelector(COPIES)
    ? ownOf([node], lead, trail)
    : trimmedNode(node, lead, trail);
}

/** The text nodes of an element as a place, from one child up to, but not including, another. */
export function placeBetween(
  first: Node | null,
  end: Node | null,
  lead?: RegExp,
  trail?: RegExp,
): Place {
  const nodes: Node[] = [];
  for (let node = first; node && node !== end; node = node.nextSibling) nodes.push(node);
  return ownOf(nodes, lead, trail);
}

const isElement = (node: Node): node is Element => node.nodeType === 1;

/** What nodes say without translations; where that is nothing, with them. */
function ownOf(nodes: Node[], lead?: RegExp, trail?: RegExp): Part[] {
  const own = trimmed(partsIn(nodes, true), lead, trail);
  return own.length > 0 ? own : trimmed(partsIn(nodes, false), lead, trail);
}

function partsIn(nodes: readonly Node[], isOwn: boolean): Part[] {
  const parts: Part[] = [];
  const stack = nodes.toReversed();
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.nodeType === 3) parts.push({ node, glued: true });
    if (!isElement(node) || (isOwn && isTranslation(node))) continue;
    const source = formula(node);
    if (source === undefined)
      for (let child = node.lastChild; child; child = child.previousSibling) stack.push(child);
    else if (source) parts.push({ node: source, glued: true });
  }
  return parts;
}

/** The text of an element: the source of a formula, `null` where it is a copy, `undefined` where it is ordinary. */
export function formula(element: Element): Element | null | undefined {
  switch (element.localName) {
    case 'script':
      return element.getAttribute('type')?.startsWith('math/tex') ? element : null;
    case 'style':
    case 'template':
      return null;
    case 'mjx-container':
    case 'math':
      return tex(element) ?? element.querySelector('math') ?? element;
    default:
      if (element.classList.contains('katex')) return tex(element) ?? element;
      // MathJax 2 may put classes of its own before it: `mjx-chtml MathJax_CHTML`.
      return /(?:^|\s)MathJax(?:_|\s|$)/.test(element.getAttribute('class') ?? '')
        ? null
        : undefined;
  }
}

const tex = (element: Element): Element | null =>
  element.querySelector('annotation[encoding="application/x-tex"]');

const says = ({ node, start, end }: Part): boolean =>
  /\S/.test((node.textContent ?? '').slice(start, end));

/** A text and its place. */
export interface Placed {
  place: Place;
  text: string;
}

/** `placeOf` and its text, for a label before it that is a fixed word: the text is read once, of thousands. */
export function placed(element: Element | null, label: string): Placed {
  if (!element) return { place: [], text: '' };
  if (element.querySelector(COPIES)) {
    const place = placeOf(element, new RegExp(`^\\s*(?:${label})?`));
    return { place, text: placeText(place) };
  }
  const raw = element.textContent;
  const at = raw.indexOf(label);
  const isLabelled = at === 0 || (at > 0 && raw.slice(0, at).trim() === '');
  const start = isLabelled ? at + label.length : 0;
  const text = tidy(raw.slice(start));
  return { place: text ? [{ node: element, start }] : [], text };
}

/** The same for the one node that most texts are: its text is read once. */
function trimmedNode(node: Node, lead?: RegExp, trail?: RegExp): Part[] {
  const text = node.textContent ?? '';
  const start = (lead && lead.exec(text)?.[0].length) || 0;
  const end = trail && trail.exec(text)?.index;
  if (!/\S/.test(start || end !== undefined ? text.slice(start, end) : text)) return [];
  return [{ node, ...(start ? { start } : {}), ...(end === undefined ? {} : { end }) }];
}

/** Parts without what a pattern takes off the first and off the last that says anything. */
function trimmed(parts: Part[], lead?: RegExp, trail?: RegExp): Part[] {
  const from = parts.findIndex(says);
  if (from < 0) return [];
  const kept = parts.slice(from, parts.findLastIndex(says) + 1);
  const [first, last] = [kept[0], kept.at(-1)];
  const cutLead = lead && first && lead.exec(first.node.textContent ?? '');
  if (cutLead && first) kept[0] = { ...first, start: cutLead[0].length };
  const cutTrail = trail && last && trail.exec(last.node.textContent ?? '');
  if (cutTrail && last) kept[kept.length - 1] = { ...(kept.at(-1) ?? last), end: cutTrail.index };
  return kept.some(says) ? kept : [];
}
