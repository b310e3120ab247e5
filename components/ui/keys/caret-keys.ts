/** Where a key moves the caret of a text from `at`: by a character, a line, or to an end of the line. */
export function caretAfter(text: string, at: number, key: string): number {
  const start = lineStart(text, at);
  const end = lineEnd(text, at);
  if (key === 'ArrowLeft') return at - (Array.from(text.slice(0, at)).at(-1)?.length ?? 0);
  if (key === 'ArrowRight') return at + (Array.from(text.slice(at))[0]?.length ?? 0);
  if (key === 'Home') return start;
  if (key === 'End') return end;
  if (key === 'ArrowUp')
    return start === 0 ? 0 : inLine(text, lineStart(text, start - 1), at - start);
  if (key === 'ArrowDown') return end === text.length ? end : inLine(text, end + 1, at - start);
  return at;
}

const lineStart = (text: string, from: number): number => text.slice(0, from).lastIndexOf('\n') + 1;

const lineEnd = (text: string, from: number): number => {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
};

const inLine = (text: string, start: number, column: number): number =>
  Math.min(start + column, lineEnd(text, start));
