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

/** The text with one fault repaired: an open quotation mark or parenthesis closed, an unfinished last word left out. */
function repaired(text: string, { fault, at, text: culprit }: QueryFault): string | null {
  if (fault === 'quote') return `${text}"`;
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
