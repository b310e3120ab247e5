import { isMarkdown, readInline } from './inline';
import { type Block, type Frame, type Piece, slicePieces } from './model';
import { fieldOf } from './fields';
import { namesIn } from './names';

type Kind = 'text' | 'item' | 'field' | 'heading' | 'row';

/** A line of plain text that says something: where it stands, without indent, bullet and line end. */
interface TextLine {
  start: number;
  end: number;
  indent: number;
  kind: Kind;
  /** Whether it cannot belong to the paragraph before it. */
  apart: boolean;
  level: number;
  /** Characters of the whole line, its mark included. */
  length: number;
}

const RULE = /^(?:[-=_*%~#.+·•—]{3,}|\\\\)$/;
const BULLET = /^(?:[-*+•‣▪◦–·]|\d{1,4}[.)]|\[\d{1,4}\]|\(\d{1,4}\))\s+(?=\S)/;
const HEADING = /^(#{1,6})\s+(?=\S)/;
const TABLE_RULE = /^\|?[\s:|-]+\|?$/;

/**
 * The blocks of plain text: paragraphs (hard-wrapped lines joined), items, fields (`Title: …` with its
 * indented continuation), Markdown headings and the cells of Markdown tables.
 */
export function plainBlocks(source: Block): Block[] {
  const lines = linesOf(source.raw);
  const width = wrapWidth(source.raw, lines);
  const markdown = isMarkdown(source.raw);
  const blocks: Block[] = [];
  for (let index = 0; index < lines.length; ) {
    const first = lines[index];
    if (!first) break;
    let last = first;
    for (index += 1; index < lines.length; index += 1) {
      const next = lines[index];
      if (!next || next.apart || !goesOn(source.raw, first, last, next, width)) break;
      last = next;
    }
    if (first.kind === 'row') blocks.push(...rowBlocks(source, first, markdown));
    else
      blocks.push(
        blockFrom(source, {
          start: first.start,
          end: last.end,
          line: first,
          parent: source.frame,
          markdown,
        }),
      );
  }
  return blocks;
}

function linesOf(raw: string): TextLine[] {
  const lines: TextLine[] = [];
  let apart = true;
  for (let at = 0; at <= raw.length; ) {
    const stop = raw.indexOf('\n', at);
    const end = stop < 0 ? raw.length : stop;
    const text = raw.slice(at, end).trim();
    const from = at;
    at = end + 1;
    if (text === '' || RULE.test(text)) {
      const last = lines.at(-1);
      if (last && !apart && underlines(text, last)) [last.kind, last.level] = ['heading', 2];
      apart = true;
      continue;
    }
    const indent = raw.slice(from, end).length - raw.slice(from, end).trimStart().length;
    const line = lineOf(text, from + indent, indent);
    lines.push({ ...line, apart: apart || line.apart });
    // What follows a table row or a heading is not part of it.
    apart = line.kind === 'row' || line.kind === 'heading';
  }
  return lines;
}

/** Whether a rule underlines the line before it, as a heading's does in many kinds of plain text. */
const underlines = (rule: string, { kind, length, indent }: TextLine): boolean =>
  kind === 'text' && /^[=~-]+$/.test(rule) && Math.abs(rule.length - (length - indent)) <= 2;

function lineOf(line: string, from: number, indent: number): TextLine {
  // What is quoted is read as what it says.
  const quote = /^(?:>\s*)+(?=\S)/.exec(line)?.[0].length ?? 0;
  const [text, at] = [line.slice(quote), from + quote];
  const length = indent + line.length;
  const whole = { start: at, end: at + text.length, indent, level: 0, length };
  // arXiv's mails close each of a record's parts with two backslashes.
  const lead = /^\\\\\s+/.exec(text)?.[0].length ?? 0;
  if (lead) return { ...whole, start: at + lead, kind: 'text', apart: true };
  if (/^\|.*\|/.test(text) || (text.split(' | ').length > 3 && !/[.!?]$/.test(text)))
    return { ...whole, kind: 'row', apart: true };
  const heading = HEADING.exec(text);
  if (heading)
    return {
      ...whole,
      start: at + heading[0].length,
      kind: 'heading',
      apart: true,
      level: heading[1]?.length ?? 1,
    };
  const bullet = BULLET.exec(text)?.[0].length;
  if (bullet) return { ...whole, start: at + bullet, kind: 'item', apart: true };
  if (fieldOf(text)) return { ...whole, kind: 'field', apart: true };
  if (/^<?https?:\/\/\S+$/.test(text)) return { ...whole, kind: 'text', apart: true };
  return { ...whole, kind: 'text', apart: false };
}

/** The column at which lines were broken, by those that others follow; 0 for text that is not hard-wrapped. */
function wrapWidth(raw: string, lines: readonly TextLine[]): number {
  const lengths: number[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.kind === 'row' || (lines[index + 1]?.apart ?? true)) continue;
    if (!/^\S+$/.test(raw.slice(line.start, Math.min(line.end, line.start + 200))))
      lengths.push(line.length);
  }
  lengths.sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.98)] ?? 0;
  return width >= 40 && width <= 110 && isFilled(raw, lines, width) ? width : 0;
}

/** Whether lines that go on mostly do so for want of room: lines of titles and names end where they like. */
function isFilled(raw: string, lines: readonly TextLine[], width: number): boolean {
  let [full, all] = [0, 0];
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    if (!next || next.apart || line.kind === 'row') continue;
    all += 1;
    if (line.length + 1 + firstWord(raw, next) > width) full += 1;
  }
  return full >= all * 0.5;
}

const firstWord = (raw: string, { start }: TextLine): number =>
  /^\S*/.exec(raw.slice(start, start + 120))?.[0].length ?? 0;

/** Whether a line goes on in the next one. */
function goesOn(
  raw: string,
  first: TextLine,
  last: TextLine,
  next: TextLine,
  width: number,
): boolean {
  if (first.kind === 'field' && next.indent > first.indent) return true;
  if (width === 0 || areAuthors(raw, last, next)) return false;
  const { length } = last;
  // Broken because the next word had no room; or early, within a sentence.
  if (length + 1 + firstWord(raw, next) > width) return true;
  return length > width * 0.6 && /^\p{Ll}/u.test(raw.slice(next.start, next.start + 2));
}

/** Whether a line of names follows a line that is none: authors below their title. */
function areAuthors(raw: string, last: TextLine, next: TextLine): boolean {
  const [before, behind] = [raw.slice(last.start, last.end), raw.slice(next.start, next.end)];
  if (/[,;،、&]$/.test(before) || behind.length > 400) return false;
  if (/^by \p{Lu}/u.test(behind)) return true;
  return (namesIn(behind)?.length ?? 0) > 1 && namesIn(before) === undefined;
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
          start: line.start + from,
          end: line.start + end,
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

/** A stretch of plain text that becomes a block. */
interface Stretch {
  start: number;
  end: number;
  line: TextLine;
  parent: Frame;
  markdown: boolean;
}

function blockFrom(source: Block, { start, end, line, parent, markdown }: Stretch): Block {
  const whole = source.raw.slice(start, end);
  const drawn = source.runs.length > 1 ? runsWithin(source, start, end) : [];
  const { kept, runs } = readInline(whole, drawn, markdown);
  const tag = line.kind === 'item' ? `item${Math.min(4, line.indent >> 1)}` : line.kind;
  return {
    index: 0,
    raw: kept.map(([from, to]) => whole.slice(from, to)).join(''),
    pieces: piecesOf(source, start, kept),
    runs,
    frame: line.kind === 'row' ? parent : virtualFrame(tag, parent),
    line: 0,
    heading: line.level,
    apart: line.apart,
  };
}

/** Where the text that is left of a stretch stands. */
function piecesOf(
  source: Block,
  start: number,
  kept: readonly (readonly [from: number, to: number])[],
): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const [from, to] of kept) {
    for (const piece of slicePieces(source.pieces, start + from, start + to))
      pieces.push({ ...piece, at: piece.at + at });
    at += to - from;
  }
  return pieces;
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
