/** An entry in the text; `end` is `null` where it is not closed. */
interface Span {
  start: number;
  end: number | null;
}

/**
 * What opens and closes: an entry, a brace or a parenthesis. BibTeX counts a brace that TeX escapes like any other;
 * people don't, so that both ways are tried.
 */
const SIGNS = {
  counted: /\\[^{}]|@[ \t]*[a-z]+[ \t\r\n]*[{(]|[{}()]/gi,
  escaped: /\\[^]|@[ \t]*[a-z]+[ \t\r\n]*[{(]|[{}()]/gi,
} as const;

/** What one pass over a text finds. */
interface Found {
  /** The outer entries; what looks like one within an entry that is closed is part of it. */
  entries: Span[];
  /** What is commented out, wherever it is. */
  comments: { start: number; end: number }[];
  /** Whether a closing brace belongs to nothing. */
  isOver: boolean;
}

/** Finds the entries in one pass, also where a brace is not closed. */
function entriesIn(text: string, braces: keyof typeof SIGNS): Found {
  const entries: Span[] = [];
  const comments: Found['comments'] = [];
  /** What is open: the number of an entry, or -1 for a brace within one. */
  const open: { entry: number; closes: string }[] = [];
  let isOver = false;
  for (const { 0: sign, index } of text.matchAll(SIGNS[braces])) {
    if (sign.startsWith('@')) {
      open.push({ entry: entries.length, closes: sign.endsWith('{') ? '}' : ')' });
      entries.push({ start: index, end: null });
    } else if (sign === '{') open.push({ entry: -1, closes: '}' });
    // In an entry that a parenthesis opened, its quoted values may have some of their own.
    else if (sign === '(' && open.at(-1)?.closes === ')') open.push({ entry: -1, closes: ')' });
    else if (sign === '}' || open.at(-1)?.closes === sign) {
      let last = open.pop();
      while (last && last.closes !== sign) last = open.pop();
      isOver ||= last === undefined;
      const entry = last && entries[last.entry];
      if (!entry) continue;
      const { start } = entry;
      entry.end = index + 1;
      entries.length = (last?.entry ?? 0) + 1;
      if (COMMENT.test(text.slice(start, start + 20))) comments.push({ start, end: index + 1 });
    }
  }
  return { entries, comments, isOver };
}

const COMMENT = /^@[ \t]*comment/i;
/** A line that begins an entry and names its key: the entry before it ends there, closed or not. */
const BEGINNING = /^[ \t]*@[ \t]*(?!comment)[a-z]+[ \t]*\{[ \t]*[^\s{}(),="]+[ \t]*,/gim;

/** Where a text is cut, so that an entry that is not closed takes no other with it. What is commented out is left whole. */
function cutsIn(text: string): number[] {
  const comments = entriesIn(text, 'escaped').comments.toSorted((a, b) => a.start - b.start);
  const cuts: number[] = [];
  let [next, until] = [0, 0];
  for (const { index } of text.matchAll(BEGINNING)) {
    for (; (comments[next]?.start ?? Infinity) <= index; next += 1)
      until = Math.max(until, comments[next]?.end ?? 0);
    if (index >= until) cuts.push(index);
  }
  return cuts;
}

const isWhole = ({ entries, isOver }: Found): boolean =>
  !isOver && entries.every(({ end }) => end !== null);

/** A line that begins a field: it belongs to an entry that has closed too early. */
const FIELD = /^[ \t]*[a-z_][\w-]*[ \t]*=[ \t]*[{"\d]/im;

/** The entries of a text between two cuts. */
function outerIn(text: string): Span[] {
  const escaped = entriesIn(text, 'escaped');
  if (isWhole(escaped)) return escaped.entries;
  const counted = entriesIn(text, 'counted');
  if (isWhole(counted)) return counted.entries;
  const last = escaped.entries.at(-1);
  return last && last.end !== null && FIELD.test(text.slice(last.end))
    ? [...escaped.entries.slice(0, -1), { ...last, end: null }]
    : escaped.entries;
}

function spansOf(text: string): (Span & { until: number })[] {
  const cuts = [0, ...cutsIn(text), text.length];
  return cuts.slice(1).flatMap((to, index) => {
    const from = cuts[index] ?? 0;
    const entries = outerIn(text.slice(from, to));
    return entries.map(({ start, end }, at) => ({
      start: start + from,
      end: end === null ? null : end + from,
      until: end === null ? (entries[at + 1]?.start ?? to - from) + from : end + from,
    }));
  });
}

/** The text of an entry, and the line that it begins in. */
export interface EntrySource {
  line: number;
  /** Of an entry that is not closed the text up to the next one. */
  source: string;
  isClosed: boolean;
}

/** Entries one by one, so that one that is broken does not take the others with it. */
export function* sourcesOf(text: string): Generator<EntrySource> {
  let line = 1;
  let counted = 0;
  for (const { start, end, until } of spansOf(text)) {
    for (; counted < start; counted++) if (text.charAt(counted) === '\n') line += 1;
    yield { line, source: text.slice(start, until), isClosed: end !== null };
  }
}

/** A text without its entries; its lines keep their numbers. */
export function withoutEntries(text: string): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of spansOf(text)) {
    if (end === null) continue;
    pieces.push(text.slice(at, start), text.slice(start, end).replace(/[^\r\n]+/g, ''));
    at = end;
  }
  return [...pieces, text.slice(at)].join('');
}
