/**
 * On which days Gloss was at work. A machine's clock may be wrong for an hour; a day that was seen can't be seen
 * again, so that what is due after thirty days takes thirty days whatever one look at the clock said.
 */
export interface UsedDays {
  /** How many days it was at work. */
  count: number;
  /** The last of them, the newest last: days since 1970, by the local clock of then. */
  recent: number[];
}

/** Days that are remembered: a clock that goes to and fro between two of them counts neither twice. */
const REMEMBERED = 60;

export const NO_DAYS: UsedDays = { count: 0, recent: [] };

/** With today, where that was not counted yet. */
export const withDay = (days: UsedDays, today: number): UsedDays =>
  days.recent.includes(today)
    ? days
    : { count: days.count + 1, recent: [...days.recent, today].slice(-REMEMBERED) };

/** A look at the clock is believed where one of so many last days agrees. */
const WITNESSES = 7;

/** The earliest of the last days of use: no later than today while one of them was told by a clock that was right. */
export const sureDay = ({ recent }: UsedDays): number =>
  recent.slice(-WITNESSES).reduce((first, day) => Math.min(first, day), Number.POSITIVE_INFINITY);
