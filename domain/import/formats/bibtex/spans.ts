/** An entry in the text; `end` is `null` where it is not closed. */
interface Span {
  start: number;
  end: number | null;
}

/** What opens and closes: a sign that is escaped, an entry, a brace or parenthesis. */
const SIGNS = /\\[^]|@[ \t]*[a-z]+[ \t\r\n]*[{(]|[{}()]/gi;

/**
 * Finds the entries in one pass, also where a brace is not closed. What looks like an entry within one that is
 * closed is part of it.
 */
function spansOf(text: string): Span[] {
  const spans: Span[] = [];
  /** What is open: the number of an entry, or -1 for a brace within one. */
  const open: { entry: number; closes: string }[] = [];
  for (const { 0: sign, index } of text.matchAll(SIGNS)) {
    if (sign.startsWith('@')) {
      open.push({ entry: spans.length, closes: sign.endsWith('{') ? '}' : ')' });
      spans.push({ start: index, end: null });
    } else if (sign === '{') open.push({ entry: -1, closes: '}' });
    // In an entry that a parenthesis opened, its quoted values may have some of their own.
    else if (sign === '(' && open.at(-1)?.closes === ')') open.push({ entry: -1, closes: ')' });
    else if (sign === '}' || open.at(-1)?.closes === sign) {
      let last = open.pop();
      while (last && last.closes !== sign) last = open.pop();
      const span = last && spans[last.entry];
      if (!span) continue;
      span.end = index + 1;
      spans.length = (last?.entry ?? 0) + 1;
    }
  }
  return spans;
}

/** Entries one by one with the lines that they begin in, so that one that is broken does not take the others with it. */
export function* sourcesOf(text: string): Generator<[line: number, source: string | null]> {
  let line = 1;
  let counted = 0;
  for (const { start, end } of spansOf(text)) {
    for (; counted < start; counted++) if (text.charAt(counted) === '\n') line += 1;
    yield [line, end === null ? null : text.slice(start, end)];
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
