import { fieldOf } from './fields';
import { namesIn } from './names';
import { endsAsSentence } from './words';

type Kind = 'text' | 'item' | 'field' | 'heading' | 'row';

/** A line of plain text that is not empty: its place, without indent, bullet and line end. */
export interface TextLine {
  /** Where it begins with its bullet or number. */
  from: number;
  start: number;
  end: number;
  indent: number;
  kind: Kind;
  /** Whether an empty line, a rule, a heading or a table's row parts it from the line before. */
  parted: boolean;
  /** Whether by how it begins it is no part of the paragraph before it. */
  apart: boolean;
  /** Whether quoted-printable broke it: its break is no part of the text. */
  soft: boolean;
  level: number;
  /** Characters of the whole line, its mark included. */
  length: number;
}

/** Marks of a quotation in a mail. */
const QUOTE = /^(?:>\s?)+\s*/;

/** How long the marks of quotation are at a line's begin: as many as the line before has at most, within a paragraph. */
function quoteOf(text: string, depth: number): string {
  const marks = QUOTE.exec(text)?.[0] ?? '';
  const most = new RegExp(`^(?:>\\s?){0,${Math.min(depth, 50)}}\\s*`);
  return depth === Infinity ? marks : (most.exec(text)?.[0] ?? '');
}

const depthOf = (quote: string): number => quote.replace(/[^>]/g, '').length;
/** What quoted-printable leaves at a line that goes on: `=`. The space before it is the text's. */
const SOFT_BREAK = /=$/;
const RULE = /^(?:[-=_*%~#.+·•—]{3,}|\\\\)$/;
const BULLET = /^(?:[-*+•‣▪◦–·]|\d{1,4}[.)]|\[\d{1,4}\]|\(\d{1,4}\))\s+(?=\S)/;
const HEADING = /^(#{1,6})\s+(?=\S)/;

/** The lines of plain text that say something, in order. */
export function linesOf(raw: string): TextLine[] {
  const lines: TextLine[] = [];
  let apart = true;
  let depth = Infinity;
  for (let at = 0; at <= raw.length; ) {
    const stop = raw.indexOf('\n', at);
    const end = stop < 0 ? raw.length : stop;
    const text = raw.slice(at, end).trim();
    const from = at;
    at = end + 1;
    const quote = quoteOf(text, apart ? Infinity : depth);
    depth = depthOf(quote);
    if (text.length === quote.length || RULE.test(text.slice(quote.length))) {
      const last = lines.at(-1);
      if (last && !apart && underlines(text, last)) [last.kind, last.level] = ['heading', 2];
      apart = true;
      continue;
    }
    const indent = raw.slice(from, end).length - raw.slice(from, end).trimStart().length;
    const line = lineOf(text.slice(quote.length), from + indent + quote.length, {
      indent,
      length: indent + text.length,
    });
    lines.push({ ...line, parted: apart, apart: apart || line.apart });
    // What follows a table row or a heading is not part of it.
    apart = line.kind === 'row' || line.kind === 'heading';
  }
  return lines;
}

/** Whether a rule underlines the line before it, as a heading's does in many kinds of plain text. */
const underlines = (rule: string, { kind, length, indent }: TextLine): boolean =>
  kind === 'text' && /^[=~-]+$/.test(rule) && Math.abs(rule.length - (length - indent)) <= 2;

type Line = Omit<TextLine, 'parted'>;

/** What a line is, by its text behind the marks of quotation, which begins `at`. */
function lineOf(
  text: string,
  at: number,
  { indent, length }: Pick<Line, 'indent' | 'length'>,
): Line {
  const soft = SOFT_BREAK.exec(text)?.index;
  const end = at + (soft ?? text.length);
  const whole = { from: at, start: at, end, indent, level: 0, length, soft: soft !== undefined };
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

/**
 * Whether lines are broken behind hyphens: not where a word with a hyphen is whole on the next line though its
 * first half had room.
 */
export function breaksAtHyphens(raw: string, lines: readonly TextLine[], width: number): boolean {
  return !lines.some((line, index) => {
    const next = lines[index + 1];
    if (!next || next.parted || next.apart) return false;
    const word = raw.slice(next.from, next.from + firstWord(raw, next));
    const half = /^\p{L}+-(?=\p{L})/u.exec(word)?.[0].length;
    return half !== undefined && line.length + 1 + half <= width;
  });
}

/** The column at which lines were broken, by those that others follow; 0 for text that is not hard-wrapped. */
export function wrapWidth(raw: string, lines: readonly TextLine[]): number {
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

const firstWord = (raw: string, { from }: TextLine): number =>
  /^\S*/.exec(raw.slice(from, from + 120))?.[0].length ?? 0;

/** Signs that wrapping may put at the beginning of a line by chance, and that mean nothing there then. */
const POINT = /^(?:\(\d{1,4}\)|\[\d{1,4}\]|\d{1,4}[.)]|[-–*•+])\s/;

/** Whether a line goes on in the next one; `first` is the paragraph's. */
export function goesOn(
  raw: string,
  { first, last, next }: { first: TextLine; last: TextLine; next: TextLine },
  width: number,
): boolean {
  if (next.parted) return false;
  if (first.kind === 'field' && next.indent > first.indent && next.kind !== 'item') return true;
  if (last.soft) return true;
  if (width === 0 || next.kind === 'row' || next.kind === 'heading') return false;
  // Broken because the next word had no room; or early, within a sentence.
  const isFull = last.length + 1 + firstWord(raw, next) > width;
  if (next.apart) return isFull && !isOfItsOwn(raw, first, last, next);
  if (areAuthors(raw, last, next, isFull)) return false;
  if (isFull) return true;
  return last.length > width * 0.6 && /^\p{Ll}/u.test(raw.slice(next.start, next.start + 2));
}

/** Whether a line that begins as a point or a field does is one: not within a sentence, or in a list of such. */
function isOfItsOwn(raw: string, first: TextLine, last: TextLine, next: TextLine): boolean {
  const text = raw.slice(last.start, last.end);
  if (
    raw
      .slice(next.start - 3, next.start)
      .trimStart()
      .startsWith('\\\\')
  )
    return true;
  if (next.kind === 'text') return false;
  const isSentence = endsAsSentence(text);
  if (next.kind === 'field') return isSentence || last.kind === 'field';
  const point = POINT.exec(raw.slice(next.from, next.from + 40))?.[0].trim() ?? '';
  // A number in brackets, or one that follows none: `… three points. 2. The second`.
  if (/^(?:[([]|0*[2-9]|[1-9]\d)/.test(point)) return first.kind === 'item';
  return first.kind === 'item' || isSentence;
}

/** Whether a line of names follows a line that is none: authors below their title. */
function areAuthors(raw: string, last: TextLine, next: TextLine, isFull: boolean): boolean {
  const [before, behind] = [raw.slice(last.start, last.end), raw.slice(next.start, next.end)];
  if (/[,;،、&]$/.test(before) || behind.length > 400) return false;
  if (/^by \p{Lu}/u.test(behind)) return true;
  // The end of a title that was broken may read as two names: `… with Tree Search and Iterative Refinement`.
  if (isFull && !/[,;，、]/.test(behind)) return false;
  return (namesIn(behind)?.length ?? 0) > 1 && namesIn(before) === undefined;
}
