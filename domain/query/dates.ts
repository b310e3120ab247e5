/** What a date means where the person is. */
export interface Calendar {
  /** The person's day. */
  today: Day;
  /** Midnight at which a local day begins, milliseconds since 1970; days and months beyond their end run over. */
  startOf: (day: Day) => number;
}

export interface Day {
  year: number;
  /** From 1. */
  month: number;
  day: number;
}

/** The calendar of the machine's time zone. */
export const localCalendar = (now: Date): Calendar => ({
  today: { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() },
  startOf: ({ year, month, day }) => new Date(year, month - 1, day).getTime(),
});

/** Half-open: from the beginning of `from` to the beginning of `before`, milliseconds since 1970. */
export interface TimeSpan {
  from: number;
  before: number;
}

const DATE = /^(?:(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?|today|yesterday|(\d{1,3})([dwmy]))$/;

/** First and following day of what a date names; `null` where it names none. `7d` is the last seven days. */
function daysOf(text: string, today: Day): [Day, Day] | null {
  const match = DATE.exec(text.toLowerCase());
  if (!match) return null;
  const [whole, year, month, day, count, unit] = match;
  const tomorrow = { ...today, day: today.day + 1 };
  if (whole === 'today') return [today, tomorrow];
  if (whole === 'yesterday') return [{ ...today, day: today.day - 1 }, today];
  if (count !== undefined && unit !== undefined) {
    const back = Number(count);
    const first = {
      d: { ...today, day: today.day - back + 1 },
      w: { ...today, day: today.day - 7 * back + 1 },
      m: { ...today, month: today.month - back },
      y: { ...today, year: today.year - back },
    }[unit];
    return back > 0 && first ? [first, tomorrow] : null;
  }
  const [y, m, d] = [Number(year), Number(month ?? 1), Number(day ?? 1)];
  if (m < 1 || m > 12 || d < 1 || d > 31) return null;
  const first = { year: y, month: m, day: d };
  if (day !== undefined) return [first, { ...first, day: d + 1 }];
  if (month !== undefined) return [first, { ...first, month: m + 1 }];
  return [first, { ...first, year: y + 1 }];
}

/**
 * The time that a range names, `null` where it names none: a year, month or day (`2026`, `2026-10`,
 * `2026-10-05`), `today`, `yesterday`, the last days, weeks, months or years (`7d`, `2w`, `3m`, `1y`), each
 * alone or after `>`, `>=`, `<`, `<=`, or two of them with `..` between, either of which may be missing.
 */
export function spanOf(range: string, { today, startOf }: Calendar): TimeSpan | null {
  const [low, high, ...rest] = range.split('..');
  if (low === undefined || rest.length > 0) return null;
  if (high !== undefined) {
    const [from, to] = [daysOf(low, today), daysOf(high, today)];
    if ((low !== '' && !from) || (high !== '' && !to) || (!from && !to)) return null;
    return {
      from: from ? startOf(from[0]) : -Infinity,
      before: to ? startOf(to[1]) : Infinity,
    };
  }
  const [, sign = '', text = ''] = /^([<>]=?)?(.*)$/.exec(low) ?? [];
  const days = daysOf(text, today);
  if (!days) return null;
  const [from, before] = [startOf(days[0]), startOf(days[1])];
  switch (sign) {
    case '>':
      return { from: before, before: Infinity };
    case '>=':
      return { from, before: Infinity };
    case '<':
      return { from: -Infinity, before: from };
    case '<=':
      return { from: -Infinity, before };
    default:
      return { from, before };
  }
}

const YEARS = /^(?:(?:[<>]=?)?\d{4}|\d{4}\.\.(?:\d{4})?|\.\.\d{4})$/;

/** The years that a range names, half-open; `null` where it names anything else: `2024`, `>2020`, `2020..2024`. */
export const yearsOf = (range: string): TimeSpan | null =>
  YEARS.test(range) ? spanOf(range, { today: ANY_DAY.today, startOf: ({ year }) => year }) : null;

/** For checking the form of a range alone. */
const ANY_DAY: Calendar = { today: { year: 2000, month: 1, day: 1 }, startOf: ({ year }) => year };

/** Whether a text is a date or a range of dates that the query language reads. */
export const isRange = (range: string): boolean => spanOf(range, ANY_DAY) !== null;
