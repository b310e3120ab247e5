import { collapse } from '@/domain/text';
import { columnsOf } from './columns';
import { linearise } from './linearise';
import type { Block, Frame } from './model';
import { leadingNames } from './led-names';
import { namesIn } from './names';
import { plainBlocks } from './plain-text';
import { hasYear, isVenue } from './wording';
import { endsAsSentence, wordCount } from './words';

/**
 * The blocks of a page as its entries are read from: plain text parted into paragraphs where the page is
 * plain text (listings of code in a page of prose are left out), lines that `<br>` broke within a sentence joined.
 */
export function blocksOf(
  root: Element,
  isNaming: (href: string) => boolean,
  isApart?: (element: Element) => boolean,
): { blocks: Block[]; visits: number } {
  const { blocks, preformatted, broken, frames, visits } = linearise(root, isNaming, isApart);
  let [plain, rest] = [0, 0];
  for (const block of blocks)
    if (preformatted.has(block)) plain += block.raw.length;
    else rest += block.raw.length;
  const partsOf = (block: Block): Block[] =>
    plain > rest || broken.has(block) ? plainBlocks(block) : [];
  const arranged = new Arranged();
  for (const block of blocks)
    if (preformatted.has(block)) arranged.replace(partsOf(block));
    else arranged.take(block);
  const all = arranged.close(frames);
  for (const [block, column] of columnsOf(all)) block.column = column;
  return { blocks: all, visits };
}

/** Blocks in their final order and number; for each block of before, its new number. */
class Arranged {
  readonly #blocks: Block[] = [];
  readonly #moved: number[] = [];
  /** Lines that a line break parted within a sentence: they become one block, in the place of the first. */
  #lines: Block[] = [];

  take(block: Block): void {
    const before = this.#lines.at(-1);
    if (before && continues(before, block)) this.#lines.push(block);
    else this.#join();
    this.#moved.push(this.#blocks.length);
    if (this.#lines.length > 1) return;
    this.#lines = [block];
    this.#add(block);
  }

  /** Replaces one block by others. */
  replace(blocks: readonly Block[]): void {
    this.#join();
    this.#moved.push(this.#blocks.length);
    for (const block of blocks) {
      this.#add(block);
      extend(block);
    }
  }

  /** All blocks; the extent of all frames is moved along. */
  close(frames: readonly Frame[]): Block[] {
    this.#join();
    this.#moved.push(this.#blocks.length);
    for (const frame of frames) {
      frame.first = this.#moved[frame.first] ?? this.#blocks.length;
      frame.end = this.#moved[frame.end] ?? this.#blocks.length;
    }
    return this.#blocks;
  }

  #add(block: Block): void {
    block.index = this.#blocks.length;
    this.#blocks.push(block);
  }

  #join(): void {
    const [first] = this.#lines;
    if (first && this.#lines.length > 1) this.#blocks[first.index] = join(first, this.#lines);
    this.#lines = [];
  }
}

function continues(before: Block, block: Block): boolean {
  if (block.apart || block.frame !== before.frame) return false;
  if (isOfHeading(before, block)) return true;
  const text = before.raw.trim();
  if (text.length < 40 || block.raw.trim().length < 2) return false;
  if (before.runs.at(-1)?.style !== block.runs[0]?.style) return false;
  if (/[,、]$/.test(text)) return true;
  return !endsAsSentence(text) && /^\s*\p{Ll}/u.test(block.raw.slice(0, 80));
}

/** Characters of a heading at most. */
const HEADING = 300;

/** Whether a line of a heading is more of what the line before says: not the names, the place or the year below a title. */
function isOfHeading(before: Block, block: Block): boolean {
  if (block.heading === 0 || before.raw.length + block.raw.length > HEADING) return false;
  if (before.runs.at(-1)?.mark !== block.runs[0]?.mark) return false;
  const [head, text] = [before.raw, block.raw].map(collapse);
  if (!head || !text || wordCount(head) < 2 || wordCount(text) < 2) return false;
  // A preposition or a colon leads on.
  if (/(?:\s\p{Ll}{1,12}|[:–—-])$/u.test(head)) return true;
  return !namesIn(text) && !leadingNames(`${text} `) && !isVenue(text) && !hasYear(text);
}

function join(first: Block, group: readonly Block[]): Block {
  const joined: Block = { ...first, raw: '', pieces: [], runs: [] };
  const raws: string[] = [];
  let at = 0;
  for (const { raw, pieces, runs } of group) {
    raws.push(raw);
    for (const piece of pieces) joined.pieces.push({ ...piece, at: piece.at + at });
    for (const run of runs) joined.runs.push({ ...run, start: run.start + at, end: run.end + at });
    at += raw.length + 1;
  }
  joined.raw = raws.join(' ');
  return joined;
}

/** The boxes that plain text draws around a block hold it: at most a cell and its row. */
function extend(block: Block): void {
  for (let frame: Frame | null = block.frame; frame && !frame.element; frame = frame.parent) {
    if (frame.first < 0) frame.first = block.index;
    frame.end = block.index + 1;
  }
}
