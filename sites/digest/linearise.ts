import { formula } from '@/sites/read/place';
import { isBrokenText } from './broken';
import { INLINE, isClosed, isPre, isSkipped, letterOf, markOf, SET } from './markup';
import type { Block, Frame, Piece, Run } from './model';

const isElement = (node: Node): node is Element => node.nodeType === 1;

/** A page as it is read: its blocks in page order, and how many nodes were visited for them. */
export interface Line {
  blocks: Block[];
  /** Blocks whose line breaks are the author's (`<pre>`). */
  preformatted: Set<Block>;
  /** Those of them whose lines `<br>` broke, within a page of any kind. */
  broken: Set<Block>;
  frames: Frame[];
  visits: number;
}

/** Lines of a heading at most. */
const MOST_LINES = 4;

/**
 * All blocks under a root in page order. One pass without recursion: each node is entered and left once,
 * however deep or long the page is. Navigation, footers, scripts and what markup hides are left out;
 * a formula counts once, as its TeX where the page holds it. `isApart` names inline elements that are blocks of their own.
 */
export function linearise(
  root: Element,
  isNaming: (href: string) => boolean,
  isApart: (element: Element) => boolean = () => false,
): Line {
  const builder = new Builder(root, isNaming, isApart);
  let node: Node | null = root;
  while (node) {
    const child: Node | null = builder.enter(node) ? node.firstChild : null;
    node = child ?? next(node, root, builder);
  }
  builder.flush();
  // An element that holds a whole text is no heading, whatever it is called.
  for (const block of builder.blocks) if (block.frame.lines > MOST_LINES) block.heading = 0;
  const { blocks, preformatted, broken, frames, visits } = builder;
  return { blocks, preformatted, broken, frames, visits };
}

function next(from: Node, root: Node, builder: Builder): Node | null {
  for (let node: Node | null = from; node; node = node.parentNode) {
    builder.leave(node);
    if (node === root) return null;
    if (node.nextSibling) return node.nextSibling;
  }
  return null;
}

/** An element that was entered and not yet left. */
interface Open {
  element: Element;
  /** Set for block-level elements. */
  frame?: Frame;
  pre?: true;
  broken?: true;
  href?: string;
  letter?: string;
  mark?: string;
}

class Builder {
  readonly blocks: Block[] = [];
  readonly preformatted = new Set<Block>();
  readonly broken = new Set<Block>();
  readonly frames: Frame[] = [];
  visits = 0;
  readonly #open: Open[] = [];
  #frame: Frame;
  #pre = 0;
  #broken = 0;
  #hrefs: string[] = [];
  #marks: string[] = [];
  /** How many links, bold and italic elements are open, and the letters of those that are. */
  #letters: Record<string, number> = { a: 0, b: 0, i: 0 };
  #style = '';
  #raw: string[] = [];
  #length = 0;
  #pieces: Piece[] = [];
  #runs: Run[] = [];
  #apart = true;
  #breaks = 0;

  readonly #isNaming: (href: string) => boolean;
  readonly #isApart: (element: Element) => boolean;

  /** `isNaming` tells of a link whether it names a paper: it counts without a text too, a picture say. */
  constructor(
    root: Element,
    isNaming: (href: string) => boolean,
    isApart: (element: Element) => boolean,
  ) {
    this.#frame = frameOf(root, null, 0);
    this.#isNaming = isNaming;
    this.#isApart = isApart;
  }

  /** Takes a node in; says whether its children are to be read. */
  enter(node: Node): boolean {
    this.visits += 1;
    if (!isElement(node)) {
      if (node.nodeType === 3) this.#text(node, node.nodeValue ?? '');
      return false;
    }
    const source = formula(node);
    if (source !== undefined) {
      if (source) this.#text(source, source.textContent ?? '');
      return false;
    }
    if (isSkipped(node) || (INLINE.has(node.localName) && isClosed(node))) return false;
    if (node.localName === 'br' || node.localName === 'hr') this.#break(node.localName);
    else if (!INLINE.has(node.localName)) this.#enterBlock(node);
    else this.#enterInline(node, this.#isApart(node));
    return true;
  }

  leave(node: Node): void {
    const open = this.#open.at(-1);
    if (!open || open.element !== node) return;
    this.#open.pop();
    if (open.href !== undefined) this.#leaveLink(open.href);
    if (open.letter) this.#count(open.letter, -1);
    if (open.mark !== undefined) this.#marks.pop();
    if (!open.frame) return;
    this.flush();
    open.frame.end = this.blocks.length;
    if (open.pre) this.#pre -= 1;
    if (open.broken) this.#broken -= 1;
    this.#frame = open.frame.parent ?? open.frame;
    this.#apart = true;
  }

  #leaveLink(href: string): void {
    this.#hrefs.pop();
    if (this.#runs.at(-1)?.href === href || !this.#isNaming(href)) return;
    this.#runs.push({ start: this.#length, end: this.#length, style: '', mark: '', href });
  }

  #count(letter: string, by: number): void {
    this.#letters[letter] = (this.#letters[letter] ?? 0) + by;
    this.#style = Object.keys(this.#letters)
      .filter((one) => this.#letters[one])
      .join('');
  }

  #break(tag: string): void {
    if (this.#pre > 0) this.#append(null, '\n');
    // A line break within a link wraps its text; it does not end it.
    else if (tag === 'br' && this.#letters['a'] && this.#pieces.length > 0) this.#append(null, ' ');
    else {
      this.flush();
      this.#breaks += 1;
      if (this.#breaks > 1 || tag === 'hr') this.#apart = true;
    }
  }

  #enterInline(element: Element, isApart: boolean): void {
    const frame = isApart ? this.#openFrame(element) : undefined;
    const open: Open = { element, ...(frame ? { frame } : {}) };
    const name = element.localName;
    if (name === 'a') {
      open.href = element.getAttribute('href') ?? '';
      this.#hrefs.push(open.href);
    }
    const letter = letterOf(element);
    if (letter) {
      open.letter = letter;
      this.#count(letter, 1);
    }
    const mark = markOf(element) ?? (SET.has(name) ? undefined : name);
    if (mark) {
      open.mark = mark;
      this.#marks.push(mark);
    }
    this.#open.push(open);
  }

  #openFrame(element: Element): Frame {
    this.flush();
    this.#apart = true;
    this.#frame = frameOf(element, this.#frame, this.blocks.length);
    this.frames.push(this.#frame);
    return this.#frame;
  }

  #enterBlock(element: Element): void {
    const frame = this.#openFrame(element);
    const broken = isBrokenText(element);
    const pre = broken || isPre(element);
    if (pre) this.#pre += 1;
    if (broken) this.#broken += 1;
    const mark = markOf(element) ?? element.localName;
    this.#marks.push(mark);
    this.#open.push({
      element,
      frame,
      mark,
      ...(pre ? { pre } : {}),
      ...(broken ? { broken } : {}),
    });
  }

  #text(node: Node, text: string): void {
    if (text === '' || (this.#pieces.length === 0 && this.#pre === 0 && !/\S/.test(text))) return;
    if (this.#broken === 0) this.#append(node, text);
    else {
      // Line breaks of the source are none there.
      const from = this.#raw.at(-1)?.endsWith('\n') ? (/^\s*/.exec(text)?.[0].length ?? 0) : 0;
      this.#append(node, text.slice(from).replace(/[\n\r\t]/g, ' '), from);
    }
  }

  #append(node: Node | null, text: string, from = 0): void {
    const start = this.#length;
    if (node) this.#pieces.push({ node, from, at: start, length: text.length });
    this.#raw.push(text);
    this.#length += text.length;
    this.#breaks = 0;
    const style = this.#style;
    const href = this.#hrefs.at(-1);
    const mark = this.#marks.at(-1) ?? '';
    const last = this.#runs.at(-1);
    if (
      last &&
      (!/\S/.test(text) || (last.style === style && last.mark === mark && last.href === href))
    )
      last.end = this.#length;
    else
      this.#runs.push({
        start,
        end: this.#length,
        style,
        mark,
        ...(href === undefined ? {} : { href }),
      });
  }

  /** Ends the block that is being gathered. */
  flush(): void {
    if (this.#length === 0 && this.#runs.length === 0) return;
    const raw = this.#raw.length === 1 ? (this.#raw[0] ?? '') : this.#raw.join('');
    const [pieces, runs] = [this.#pieces, this.#runs];
    [this.#raw, this.#pieces, this.#runs, this.#length] = [[], [], [], 0];
    if (!/\S/.test(raw) && runs.every(({ href }) => href === undefined || !this.#isNaming(href)))
      return;
    const heading = /^h[1-6]$/.test(this.#frame.tag) ? Number(this.#frame.tag[1]) : 0;
    const block: Block = {
      index: this.blocks.length,
      raw,
      pieces,
      runs,
      frame: this.#frame,
      line: this.#frame.lines,
      heading,
      apart: this.#apart,
    };
    this.#frame.lines += 1;
    this.#apart = false;
    this.#breaks = 0;
    this.blocks.push(block);
    if (this.#pre > 0) this.preformatted.add(block);
    if (this.#broken > 0) this.broken.add(block);
  }
}

function frameOf(element: Element, parent: Frame | null, first: number): Frame {
  const name = element.localName;
  const isCell = name === 'td' || name === 'th';
  if (isCell && parent) parent.cells += 1;
  return {
    element,
    tag: isCell ? `td${parent?.cells ?? 1}` : name,
    isClosed:
      name === 'summary' ? isShutAbove(parent) : (parent?.isClosed ?? false) || isClosed(element),
    parent,
    depth: parent ? parent.depth + 1 : 0,
    first,
    end: Number.MAX_SAFE_INTEGER,
    cells: 0,
    lines: 0,
  };
}

/** Whether a `summary` can't be seen: its own `details` hides the rest, never it. */
const isShutAbove = (details: Frame | null): boolean =>
  details?.tag === 'details' ? (details.parent?.isClosed ?? false) : (details?.isClosed ?? false);
