import { isMarkdown, readInline } from './inline';
import { type Block, type Frame, type Piece, slicePieces } from './model';
import { breaksAtHyphens, goesOn, linesOf, type TextLine, wrapWidth } from './text-lines';

const TABLE_RULE = /^\|?[\s:|-]+\|?$/;

/**
 * The blocks of plain text: paragraphs (hard-wrapped lines joined), items, fields (`Title: …` with its
 * indented continuation), Markdown headings and the cells of Markdown tables.
 */
export function plainBlocks(source: Block): Block[] {
  const lines = linesOf(source.raw);
  const width = wrapWidth(source.raw, lines);
  const hyphens = breaksAtHyphens(source.raw, lines, width);
  const markdown = isMarkdown(source.raw);
  const blocks: Block[] = [];
  for (let index = 0; index < lines.length; ) {
    const first = lines[index];
    if (!first) break;
    let last = first;
    const all = [first];
    for (index += 1; index < lines.length; index += 1) {
      const next = lines[index];
      if (!next || !goesOn(source.raw, { first, last, next }, width)) break;
      last = next;
      all.push(next);
    }
    if (first.kind === 'row') blocks.push(...rowBlocks(source, first, markdown));
    else
      blocks.push(
        blockFrom(source, {
          kept: joined(source.raw, all, hyphens),
          line: first,
          parent: source.frame,
          markdown,
        }),
      );
  }
  return blocks;
}

function rowBlocks(source: Block, line: TextLine, markdown: boolean): Block[] {
  const text = source.raw.slice(line.start, line.end);
  if (TABLE_RULE.test(text)) return [];
  const row = virtualFrame('row', source.frame);
  const blocks: Block[] = [];
  let [from, column] = [text.startsWith('|') ? 1 : 0, 0];
  while (from < text.length) {
    let bar = text.indexOf('|', from);
    while (bar > 0 && text[bar - 1] === '\\') bar = text.indexOf('|', bar + 1);
    const end = bar < 0 ? text.length : bar;
    column += 1;
    if (/[^\s*_-]/.test(text.slice(from, end)))
      blocks.push(
        blockFrom(source, {
          kept: [[line.start + from, line.start + end]],
          line,
          parent: virtualFrame(`td${column}`, row),
          markdown,
        }),
      );
    from = end + 1;
  }
  return blocks;
}

/** A box that plain text draws. Its extent is set when the page's blocks are counted. */
const virtualFrame = (tag: string, parent: Frame): Frame => ({
  element: null,
  tag,
  isClosed: parent.isClosed,
  parent,
  depth: parent.depth + 1,
  first: -1,
  end: -1,
  cells: 0,
  lines: 0,
});

/** Words behind which a hyphen at a line's end is no part of a compound: `pre- and post-processing`. */
const CONJUNCTION = /^(?:and|or|to|und|oder|et|ou|y|o|e)\s/i;

/**
 * What of a paragraph's lines is its text: without marks of quotation; a break is a space, or nothing where the
 * line went on within a word, or behind its hyphen.
 */
function joined(raw: string, lines: readonly TextLine[], hyphens: boolean): Stretch['kept'] {
  return lines.flatMap((line, index): [number, number][] => {
    const { end, soft } = line;
    const start = index === 0 ? line.start : line.from;
    const next = lines[index + 1];
    const stop = raw.indexOf('\n', end);
    const isHyphened = hyphens && /[\p{L}\p{N}]-$/u.test(raw.slice(end - 2, end));
    const isGlued =
      soft || (isHyphened && next && !CONJUNCTION.test(raw.slice(next.from, next.from + 8)));
    return !next || isGlued || stop < 0
      ? [[start, end]]
      : [
          [start, end],
          [stop, stop + 1],
        ];
  });
}

/** Stretches of plain text that become a block. */
interface Stretch {
  kept: readonly [from: number, to: number][];
  line: TextLine;
  parent: Frame;
  markdown: boolean;
}

function blockFrom(source: Block, { kept: stretches, line, parent, markdown }: Stretch): Block {
  const text = stretches.map(([from, to]) => source.raw.slice(from, to)).join('');
  const pieces = piecesOf(source.pieces, stretches);
  const { kept, runs } = readInline(text, drawnIn(source, stretches), markdown);
  const tag = line.kind === 'item' ? `item${Math.min(4, line.indent >> 1)}` : line.kind;
  return {
    index: 0,
    raw: kept.map(([from, to]) => text.slice(from, to)).join(''),
    pieces: piecesOf(pieces, kept),
    runs,
    frame: line.kind === 'row' ? parent : virtualFrame(tag, parent),
    line: 0,
    heading: line.level,
    apart: line.apart,
  };
}

/** The place of the text that remains when only some stretches are kept. */
function piecesOf(
  pieces: readonly Piece[],
  kept: readonly (readonly [from: number, to: number])[],
): Piece[] {
  const left: Piece[] = [];
  let at = 0;
  for (const [from, to] of kept) {
    for (const piece of slicePieces(pieces, from, to)) left.push({ ...piece, at: piece.at + at });
    at += to - from;
  }
  return left;
}

/** The runs that the page itself drew into stretches of a text, counted in what is kept. */
function drawnIn(source: Block, kept: Stretch['kept']): Block['runs'] {
  if (source.runs.length < 2) return [];
  let at = 0;
  return kept.flatMap(([from, to]) => {
    const shift = at;
    at += to - from;
    return runsWithin(source, from, to).map((run) => ({
      ...run,
      start: run.start + shift,
      end: run.end + shift,
    }));
  });
}

function runsWithin(source: Block, start: number, end: number): Block['runs'] {
  const { runs } = source;
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const within: Block['runs'] = [];
  for (let run = runs[low]; run && run.start < end; run = runs[low]) {
    within.push({
      ...run,
      start: Math.max(run.start, start) - start,
      end: Math.min(run.end, end) - start,
    });
    low += 1;
  }
  return within;
}
