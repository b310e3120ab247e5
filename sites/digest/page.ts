import { linearise } from './linearise';
import type { Block, Frame } from './model';
import { plainBlocks } from './plain-text';
import { endsAsSentence } from './words';

/**
 * The blocks of a page as its entries are read from: plain text parted into paragraphs where the page is
 * plain text (listings of code in a page of prose are left out), lines that `<br>` broke within a sentence joined.
 */
export function blocksOf(root: Element): { blocks: Block[]; visits: number } {
  const { blocks, preformatted, frames, visits } = linearise(root);
  let [plain, rest] = [0, 0];
  for (const block of blocks)
    if (preformatted.has(block)) plain += block.raw.length;
    else rest += block.raw.length;
  const replaced = blocks.map((block) => {
    if (!preformatted.has(block)) return [block];
    return plain > rest ? plainBlocks(block) : [];
  });
  return { blocks: renumber(joinLines(replaced), frames), visits };
}

/** Joins what a line break parted within a sentence; keeps one list for each block there was. */
function joinLines(lists: readonly Block[][]): Block[][] {
  const joined: Block[][] = [];
  let group: Block[] = [];
  const close = (): void => {
    const [first] = group;
    if (!first) return;
    // The joined block stands where the first of its lines stood.
    joined.push([group.length > 1 ? join(group) : first], ...group.slice(1).map(() => []));
    group = [];
  };
  for (const list of lists) {
    const [block] = list;
    const before = group.at(-1);
    if (list.length === 1 && block?.frame.element && before && continues(before, block)) {
      group.push(block);
      continue;
    }
    close();
    if (list.length === 1 && block) group = [block];
    else joined.push(list);
  }
  close();
  return joined;
}

function continues(before: Block, block: Block): boolean {
  if (block.apart || block.frame !== before.frame) return false;
  const text = before.raw.trim();
  if (text.length < 40 || block.raw.trim().length < 2) return false;
  if (before.runs.at(-1)?.style !== block.runs[0]?.style) return false;
  if (/[,、]$/.test(text)) return true;
  return !endsAsSentence(text) && /^\s*\p{Ll}/u.test(block.raw.slice(0, 80));
}

function join(group: readonly Block[]): Block {
  const [first] = group;
  if (!first) throw new RangeError('nothing to join');
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

/** Numbers the blocks anew and moves the extent of all frames along. */
function renumber(lists: readonly Block[][], frames: readonly Frame[]): Block[] {
  const blocks: Block[] = [];
  const moved: number[] = [];
  for (const list of lists) {
    moved.push(blocks.length);
    for (const block of list) {
      block.index = blocks.length;
      if (!block.frame.element) extend(block);
      blocks.push(block);
    }
  }
  moved.push(blocks.length);
  for (const frame of frames) {
    frame.first = moved[frame.first] ?? blocks.length;
    frame.end = moved[frame.end] ?? blocks.length;
  }
  return blocks;
}

/** The boxes that plain text draws around a block hold it: at most a cell and its row. */
function extend(block: Block): void {
  for (let frame: Frame | null = block.frame; frame && !frame.element; frame = frame.parent) {
    if (frame.first < 0) frame.first = block.index;
    frame.end = block.index + 1;
  }
}
