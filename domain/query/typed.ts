import { parseQuery, type QueryFault } from './parse';

/** A query as far as it was typed. */
export interface Typed {
  /** The query that can be answered by now; `null` where none can. */
  query: string | null;
  /** What is wrong with the whole text. */
  fault: QueryFault | null;
  /** Whether more typing may mend it: nothing needs to be said yet. */
  isOpen: boolean;
}

/** Repairs that are tried, one after the other. */
const REPAIRS = 20;

/** A phrase that is open at the end, behind its field if it has one, and the word that is being typed. */
const OPEN = /(^|[\s(])(\p{L}+:)?"([^"]*?)([\p{L}\p{N}][\p{L}\p{N}-]*)$/u;

/** The text with its open phrase closed: the word that is being typed is a beginning, as it is outside of phrases. */
const closed = (text: string): string =>
  OPEN.test(text)
    ? text.replace(OPEN, (_, before: string, field = '', words: string, last: string) =>
        words.trim() === ''
          ? `${before}${field}${last}`
          : `${before}(${field}"${words.trim()}" ${field}${last})`,
      )
    : `${text}"`;

/** The text with one fault repaired: an open quotation mark or parenthesis closed, an unfinished last word left out. */
function repaired(text: string, { fault, at, text: culprit }: QueryFault): string | null {
  if (fault === 'quote') return closed(text);
  if (fault === 'open') return `${text})`;
  const isLast = at + culprit.length >= text.trimEnd().length;
  return isLast ? text.slice(0, at).trimEnd() : null;
}

/**
 * Reads a query that is being typed, so that its answers do not freeze at a quotation mark: what is open at the
 * end is closed, and a last condition that is not whole yet is left out.
 */
export function readTyped(text: string): Typed {
  const whole = parseQuery(text);
  if (whole.ok) return { query: text, fault: null, isOpen: false };
  let query: string | null = text;
  for (let repair = 0; repair < REPAIRS && query !== null; repair += 1) {
    const parsed = parseQuery(query);
    if (parsed.ok) return { query, fault: whole.fault, isOpen: true };
    query = repaired(query, parsed.fault);
  }
  return { query: null, fault: whole.fault, isOpen: false };
}
