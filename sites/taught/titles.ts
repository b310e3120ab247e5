import type { Taught, TitlePattern } from '@/domain/taught';
import type { Candidate } from '@/sites/digest/candidate';
import { trimmed } from '@/sites/digest/trim';
import { type Block, type Span, textOf } from '@/sites/digest/model';
import { cutOf } from './cuts';
import { boxOf, linesOf, ownText } from './spot';

/** An element that a pattern says holds a title. */
export interface Holder {
  element: Element;
  pattern: TitlePattern;
}

/** A pattern's elements; none for a selector that this browser does not understand. */
function found(page: Document, selector: string): Element[] {
  try {
    return [...page.querySelectorAll(selector)];
  } catch {
    return [];
  }
}

/** The elements of all patterns in page order, each once; of nested ones the outermost. */
export function holdersOf(page: Document, { papers }: Pick<Taught, 'papers'>): Holder[] {
  const byElement = new Map<Element, TitlePattern>();
  for (const pattern of papers)
    for (const element of found(page, pattern.selector))
      if (!byElement.has(element)) byElement.set(element, pattern);
  const holders = [...byElement].map(([element, pattern]) => ({ element, pattern }));
  return holders
    .filter(({ element }) => {
      for (let at = element.parentElement; at; at = at.parentElement)
        if (byElement.has(at)) return false;
      return true;
    })
    .toSorted((a, b) => (a.element.compareDocumentPosition(b.element) & 4 ? -1 : 1));
}

/**
 * Tells which inline elements are read as blocks: those beside each other in a line of text that holds several titles.
 */
export function apartIn(holders: readonly Holder[]): (element: Element) => boolean {
  const counts = new Map<Element, number>();
  const boxes = holders.map(({ element }) => boxOf(element));
  for (const box of boxes) counts.set(box, (counts.get(box) ?? 0) + 1);
  const parents = new Set<Element>();
  for (const [index, { element }] of holders.entries()) {
    const box = boxes[index];
    if (!box || (counts.get(box) ?? 0) < 2) continue;
    for (let at = element; at !== box && at.parentElement; at = at.parentElement)
      parents.add(at.parentElement);
  }
  return ({ parentElement }) => parentElement !== null && parents.has(parentElement);
}

/** Where each text node was read. */
type Reads = ReadonlyMap<Node, { block: Block; start: number; end: number }>;

/** Where each text node of the blocks was read: its block, and the stretch of its raw text. */
function readsOf(blocks: readonly Block[]): Reads {
  const reads = new Map<Node, { block: Block; start: number; end: number }>();
  for (const block of blocks)
    for (const { node, at, length } of block.pieces)
      if (!reads.has(node)) reads.set(node, { block, start: at, end: at + length });
  return reads;
}

/** The stretch of a block that holds a title, as its pattern says; `undefined` where the page's text is another. */
function spanOf({ element, pattern: { line, cut } }: Holder, reads: Reads): Span | undefined {
  const lines = linesOf(element);
  const all = line === undefined ? lines.flat() : (lines[line] ?? []);
  const nodes = cut === 'own' ? ownText(element) : all;
  const read = nodes.flatMap((node) => reads.get(node) ?? []);
  const block = read[0]?.block;
  if (!block) return undefined;
  const own = read.filter((one) => one.block === block);
  const start = Math.min(...own.map((one) => one.start));
  const end = Math.max(...own.map((one) => one.end));
  const span = cut === undefined ? { start, end } : cutOf(block, { start, end }, cut);
  return span && trimmed({ block, ...span });
}

/** The titles that the patterns name, in page order; a block holds one. */
export function titlesOf(holders: readonly Holder[], blocks: readonly Block[]): Candidate[] {
  const reads = readsOf(blocks);
  const titles: Candidate[] = [];
  for (const holder of holders) {
    const span = spanOf(holder, reads);
    const text = span ? textOf(span) : '';
    // A person says that it is a title: nothing else has to.
    if (span && text.length > 2) titles.push({ span, text, score: 1 });
  }
  return titles
    .toSorted((a, b) => a.span.block.index - b.span.block.index)
    .filter(({ span }, index, all) => span.block !== all[index - 1]?.span.block);
}
