import type { BibEntry } from './grammar';

const HEAD = /^@\s*([a-z]+)\s*[{(]\s*(?:([^\s{}(),="]*)\s*,)?/i;
/** Where a field begins: on a line of its own, or after the end of another. */
const BEGINNING = /(?<=^|[}"\d],)[ \t]*([a-z_][\w-]*)[ \t]*=[ \t]*(?=[{"\w])/gim;

/** A value without the signs around it; `undefined` where it does not end. */
function valueOf(written: string): string | undefined {
  const value = written.trim();
  const [open, close] = [value.charAt(0), value.charAt(value.length - 1)];
  if (open === '{' || open === '"')
    return value.length > 1 && close === (open === '{' ? '}' : '"')
      ? value.slice(1, -1)
      : undefined;
  return /^\w+$/.test(value) ? value : undefined;
}

/** What is read of an entry whose braces have no partners. */
export interface ReadByLines {
  entry: BibEntry;
  /** Fields without an end. */
  open: string[];
}

/**
 * Reads an entry whose braces don't match by the lines that its fields begin at: a brace too many or too few in one
 * value takes no other. `undefined` where no field has an end.
 */
export function readByLines(source: string): ReadByLines | undefined {
  const [head = '', type = '', key = ''] = HEAD.exec(source) ?? [];
  const body = `\n${source.slice(head.length)}`;
  const beginnings = [...body.matchAll(BEGINNING)];
  const open: string[] = [];
  const fields = beginnings.flatMap(({ 0: all, 1: name = '', index }, at): BibEntry['fields'] => {
    const next = beginnings[at + 1]?.index;
    const written = body.slice(index + all.length, next).replace(/[\s,]+$/, '');
    // The last one may have the entry's own end after it.
    const whole = next === undefined ? valueOf(written.replace(/[\s,]*[})]$/, '')) : undefined;
    const value = whole ?? valueOf(written);
    if (value === undefined) open.push(name.toLowerCase());
    return value === undefined ? [] : [[name.toLowerCase(), value]];
  });
  return fields.length > 0 ? { entry: { type: type.toLowerCase(), key, fields }, open } : undefined;
}
