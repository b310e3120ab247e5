import { type Facts, type Stated, YEAR } from '@/domain/paper/facts';
import { factsOf } from '@/domain/paper/read-facts';
import { LAST_TIME } from '@/domain/time';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const NAMED =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
const YEARS = '((?:1[5-9]|20|21)\\d\\d)';
/** A time of day, which is not kept. */
const TIME = '(?:[T, ]+(?:at )?\\d{1,2}:\\d.*)?';

type Order = 'year' | 'month' | 'day';
const DAY_FIRST: readonly Order[] = ['day', 'month', 'year'];
const MONTH_FIRST: readonly Order[] = ['month', 'day', 'year'];

/** Dates as tools and persons write them, each with the order of its parts. */
const FORMS: readonly [pattern: RegExp, ...order: Order[]][] = (
  [
    [`${YEARS}[-/.](\\d{1,2})(?:[-/.](\\d{1,2}))?`, 'year', 'month', 'day'],
    [`${YEARS}\\s?年(?:\\s?(\\d{1,2})\\s?月(?:\\s?(\\d{1,2})\\s?日)?)?`, 'year', 'month', 'day'],
    [`${YEARS}[-/, ]+${NAMED}(?:[-/, ]+${DAY})?`, 'year', 'month', 'day'],
    [`${NAMED}[-/, ]+${DAY}[-/, ]+${YEARS}`, 'month', 'day', 'year'],
    [`${NAMED}[-/, ]+${YEARS}`, 'month', 'year'],
    [`(?:\\w{3,9}, )?${DAY}(?: of |[-/. ]+)${NAMED}[-/, ]+${YEARS}`, 'day', 'month', 'year'],
    // With dots the day is first; with slashes where no month has its number.
    [`(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?${YEARS}`, 'day', 'month', 'year'],
    [`(1[3-9]|2\\d|3[01])[-/](\\d{1,2})[-/]${YEARS}`, 'day', 'month', 'year'],
    [`(\\d{1,2})[-/](1[3-9]|2\\d|3[01])[-/]${YEARS}`, 'month', 'day', 'year'],
  ] as const
).map(([source, ...order]) => [new RegExp(`^${source}${TIME}$`, 'iu'), ...order]);

/** Whether the day or the month is first in a date with slashes. */
export type SlashOrder = 'day' | 'month';

const SLASHED = '(\\d{1,2})[-/](\\d{1,2})[-/]';
const SLASHED_DATE = new RegExp(`^${SLASHED}${YEARS}${TIME}$`, 'iu');
const IN_CELL = new RegExp(`(?<=^|[,;\\t"])${SLASHED}(?:19|20)\\d\\d\\b`, 'gm');

/** What is first in the dates of a table, where one of them has a day over 12 and none says the contrary. */
export function slashOrderIn(table: string): SlashOrder | undefined {
  const orders = new Set<SlashOrder>();
  for (const [, first, second] of table.matchAll(IN_CELL)) {
    if (Number(first) > 12) orders.add('day');
    if (Number(second) > 12) orders.add('month');
  }
  const [order] = orders;
  return orders.size === 1 ? order : undefined;
}

/** The number of a month or day in two digits; `undefined` where it is none. */
function numberOf(text: string | undefined, most: number): string | undefined {
  const named = MONTHS.indexOf((text ?? '').slice(0, 3).toLowerCase()) + 1;
  const number = named > 0 ? named : Number(text);
  return number >= 1 && number <= most ? String(number).padStart(2, '0') : undefined;
}

/**
 * A date as ISO 8601, as exact as it was written: `2024`, `2024-05`, `2024-05-03`. `undefined` where it is not
 * understood, as `03/04/2024` where no `slashes` tell its order.
 */
export function isoDate(text: string, slashes?: SlashOrder): string | undefined {
  // RIS ends a date with slashes, and a word.
  const said = text.trim().replace(/\/+\D*$/, '');
  if (new RegExp(`^${YEARS}$`).test(said)) return said;
  const told: typeof FORMS = slashes
    ? [[SLASHED_DATE, ...(slashes === 'day' ? DAY_FIRST : MONTH_FIRST)]]
    : [];
  for (const [pattern, ...order] of [...FORMS, ...told]) {
    const found = pattern.exec(said);
    if (!found) continue;
    const part = (name: Order): string | undefined =>
      order.includes(name) ? found[order.indexOf(name) + 1] : undefined;
    const [month, day] = [numberOf(part('month'), 12), numberOf(part('day'), 31)];
    const isMeant = (part('month') === undefined || month) && (part('day') === undefined || day);
    if (isMeant) return [part('year'), month, month && day].filter(Boolean).join('-');
  }
  return undefined;
}

/** Milliseconds since 1970 of a date or of seconds or milliseconds since then; `undefined` for anything else. */
export function timeOfText(text: string, slashes?: SlashOrder): number | undefined {
  const said = text.trim();
  const seconds = /^\d{9,10}(?:\.\d+)?$/.test(said) ? 1_000 : /^\d{12,13}$/.test(said) ? 1 : 0;
  const iso = /^\d{4}-\d{2}-\d{2}[T ]\d/.test(said) ? Date.parse(said) : Number.NaN;
  const at =
    seconds > 0
      ? Number(said) * seconds
      : Number.isNaN(iso)
        ? Date.parse(isoDate(said, slashes) ?? '')
        : iso;
  return Number.isFinite(at) && at > 0 && at <= LAST_TIME ? Math.trunc(at) : undefined;
}

/** What is written where no date is known. */
const NONE = /^(?:n\.? ?d\.?|s\.? ?a\.?|o\.? ?j\.?|no date|n\/?a|none|null|nan|unknown|-|–|\?)?$/i;
/** Characters of a value that the preview shows. */
const LONGEST = 60;

/** How the preview names a value that is not understood; empty where nothing is said. */
export const notUnderstood = (field: string, said: string): string[] =>
  NONE.test(said.trim()) ? [] : [`${field}: “${said.trim().slice(0, LONGEST)}”`];

/**
 * The facts that an entry of a file states, and how the preview names dates that are not understood. `dates` are the
 * fields that may say when it appeared: the most exact one counts, else the first year in them.
 */
export function statedFacts(
  stated: Omit<Stated, 'published'>,
  dates: readonly (readonly [field: string, said: string | undefined])[],
  format: string,
  slashes?: SlashOrder,
): { facts: Facts; unread: string[] } {
  const said = dates.flatMap(([field, text]) => (text?.trim() ? { field, text: text.trim() } : []));
  const [exact] = said
    .flatMap(({ text }) => isoDate(text, slashes) ?? [])
    .toSorted((a, b) => b.length - a.length);
  const published = exact ?? said.find(({ text }) => YEAR.test(text))?.text;
  return {
    facts: factsOf({ ...stated, published }, format),
    unread:
      published === undefined ? said.flatMap(({ field, text }) => notUnderstood(field, text)) : [],
  };
}
