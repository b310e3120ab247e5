import type { Block, Span } from './model';
import { leadingNames, namesIn } from './names';
import { isVenue } from './wording';
import { wordCount } from './words';

const QUOTED = /["“„«「『]\s*([^"“”„«»「」『』]{12,300}?)[,.]?\s*["”“»」』]/u;
/** What ends a title in a reference: a full stop, or the venue that follows. */
const TITLE_END = /(?:[.?!](?=\s+\S|\s*$)|。|,\s+(?=[Ii]n:?\s|[Pp]roc|ar[Xx]iv|\p{Lu}{3,}))/u;
const BREAK = /\s+(?:[-–—|]|by|\/\/)\s+|\n|\s{3,}|\t/gu;

/**
 * The title within a line of a reference list that no markup parts: quoted (`A. Author, "Title", …`), behind
 * the authors (`A. Author and B. Author (2020). Title. Venue.`), or before them (`Title. A. Author, B. Author`;
 * `Title — A. Author`). `undefined` for a line that is built in no such way.
 */
export function titleSpanOfCitation(block: Block): Span | undefined {
  const raw = block.raw.slice(0, 2_000);
  return quoted(block, raw) ?? behindAuthors(block, raw) ?? beforeAuthors(block, raw);
}

function quoted(block: Block, raw: string): Span | undefined {
  const match = QUOTED.exec(raw);
  if (!match?.[1] || !isBeforeQuote(raw.slice(0, match.index))) return undefined;
  const start = match.index + match[0].indexOf(match[1]);
  return { block, start, end: start + match[1].length };
}

/** What stands before a quoted title: nothing, a number, a few words, or the authors. A quotation in prose has a sentence before it. */
function isBeforeQuote(text: string): boolean {
  const lead = text
    .replace(/^\s*[[(#]?\d{0,4}[\])]?[.:]?\s*/, '')
    .replace(/[\s,.:;(]*(?:(?:19|20)\d\d[a-z]?)?[\s,.:;)]*$/, '');
  if (wordCount(lead) <= 3) return !/["“”»«」]/.test(lead);
  return namesIn(lead) !== undefined || leadingNames(`${lead}. X`) !== undefined;
}

function behindAuthors(block: Block, raw: string): Span | undefined {
  const bullet = /^\s*(?:\[?\d{1,4}[\].)]+\s+)?/.exec(raw)?.[0].length ?? 0;
  const lead = leadingNames(raw.slice(bullet));
  if (!lead || (lead.names.length < 2 && !/(?:19|20)\d\d/.test(raw))) return undefined;
  const after = bullet + lead.end;
  const year = /^\s*(?:[(]?(?:19|20)\d\d[a-z]?(?:,? \w+)?[)]?[.:,]?\s*)?/.exec(raw.slice(after));
  const start = after + (year?.[0].length ?? 0);
  const end = start + titleLength(raw.slice(start));
  return end - start > 10 ? { block, start, end } : undefined;
}

/** How long a title is that a reference goes on with. A question may have a second half: `Do goats count? Numerosity in herds. Venue`. */
function titleLength(rest: string): number {
  const stop = TITLE_END.exec(rest);
  if (!stop) return rest.length;
  if (!/[?!]/.test(stop[0])) return stop.index;
  const more = TITLE_END.exec(rest.slice(stop.index + 1));
  const second = more ? rest.slice(stop.index + 1, stop.index + 1 + more.index) : '';
  return second && !isVenue(second) && !/\d{4}/.test(second)
    ? stop.index + 1 + second.length
    : stop.index + 1;
}

function beforeAuthors(block: Block, raw: string): Span | undefined {
  const breaks = [...raw.slice(0, 400).matchAll(BREAK)].map(({ index, 0: { length } }) => ({
    index,
    length,
  }));
  for (const match of raw.slice(0, 400).matchAll(/[.?!]\s+(?=\p{Lu})|\s*[(（](?=\p{Lu})/gu))
    breaks.push({ index: match.index + (/[?!]/.test(match[0]) ? 1 : 0), length: match[0].length });
  for (const { index, length } of breaks.toSorted((a, b) => a.index - b.index).slice(0, 8)) {
    if (index < 12) continue;
    const rest = raw.slice(index + length);
    const names = namesIn(rest.replace(/[)）]\s*$/u, '')) ?? leadingNames(rest)?.names;
    if (names && (names.length > 1 || namesIn(rest))) return { block, start: 0, end: index };
  }
  return undefined;
}
