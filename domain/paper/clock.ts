import { LAST_TIME } from '@/domain/time';

/**
 * A moment on a hybrid logical clock, `<time>-<counter>-<device>`: sorts as text, is never given twice, and is later
 * than what it replaces. The formula is that of Kulkarni et al., "Logical Physical Clocks" (2014). As in its section
 * on resilience, a clock takes no part in the time of a stamp that is further ahead than any honest clock
 * (`isAhead`): such a stamp is kept where it is, and only what replaces it goes beyond it (`after`).
 */
export type Stamp = string;

/** Digits of the time (base 36 milliseconds, enough until the year 5188) and of the counter. */
const TIME = 9;
const COUNT = 4;
const LAST_COUNT = 36 ** COUNT - 1;

export const STAMP = /^[0-9a-z]{9}-[0-9a-z]{4}-[0-9a-z]{1,32}$/;

/**
 * How far a stamp may be ahead of this machine's clock and still move its logical clock, milliseconds. Two days:
 * a clock set to the wrong time zone is off by 26 hours at most.
 */
const DRIFT = 48 * 3_600_000;

/**
 * The last day that there is belongs to what replaces a stamp of the end of time: no clock reads later than this
 * (`nextStamp`), and what comes in with a file lies an hour before the end or is put here (`broughtStamp`). So whatever
 * a file says, there are stamps after it.
 */
const LAST_READING = LAST_TIME - 24 * 3_600_000;
const LAST_BROUGHT = LAST_TIME - 3_600_000;

const digits = (value: number, length: number): string => value.toString(36).padStart(length, '0');

/** The stamp of a new operation: after `last`, and after `now` (milliseconds since 1970). None is later than `LAST_TIME`. */
export function nextStamp(last: Stamp | null, now: number, device: string): Stamp {
  const [lastTime, lastCount] = last ? partsOf(last) : [0, 0];
  const time = Math.max(lastTime, Math.min(Math.trunc(now), LAST_READING));
  const at = (moment: number, count: number): Stamp =>
    moment > LAST_TIME
      ? `${digits(LAST_TIME, TIME)}-${digits(LAST_COUNT, COUNT)}-${device}`
      : `${digits(moment, TIME)}-${digits(count, COUNT)}-${device}`;
  if (time > lastTime) return at(time, 0);
  return lastCount < LAST_COUNT ? at(time, lastCount + 1) : at(time + 1, 0);
}

const partsOf = (stamp: Stamp): [time: number, count: number] => {
  const [time = '0', count = '0'] = stamp.split('-');
  return [Number.parseInt(time, 36), Number.parseInt(count, 36)];
};

/** A stamp of a file as the library takes it in: the last there are count as a day earlier, in their order. */
export const broughtStamp = (stamp: Stamp): Stamp =>
  timeOf(stamp) > LAST_BROUGHT ? digits(LAST_READING, TIME) + stamp.slice(TIME) : stamp;

/** When it was, milliseconds since 1970. */
export const timeOf = (stamp: Stamp): number => partsOf(stamp)[0];

/** The id of the device that made a stamp. */
export const deviceOf = (stamp: Stamp): string => stamp.slice(TIME + COUNT + 2);

/** Whether a stamp is so far ahead of `now` (milliseconds since 1970) that the clock it came from was wrong, or this one is. */
export const isAhead = (stamp: Stamp, now: number): boolean => timeOf(stamp) > now + DRIFT;

/** A stamp, or where that is not later than all that it replaces, the next one of its device after them. */
export const after = (replaced: Stamp | null | undefined, stamp: Stamp): Stamp =>
  !replaced || stamp > replaced ? stamp : nextStamp(replaced, 0, deviceOf(stamp));

/** The later of two; something is later than nothing. */
export const latest = (a: Stamp | null | undefined, b: Stamp | null | undefined): Stamp | null => {
  if (!a || !b) return a ?? b ?? null;
  return a > b ? a : b;
};

/** Of two tables of stamps, the later of each name. */
export function laterOf(
  a: Readonly<Record<string, Stamp>>,
  b: Readonly<Record<string, Stamp>>,
): Record<string, Stamp> {
  const stamps = { ...a };
  for (const [name, stamp] of Object.entries(b))
    if (stamp > (stamps[name] ?? '')) stamps[name] = stamp;
  return stamps;
}

/** A JSON value with one stamp replaced by another, as a value and as a name. */
export function restamp<T>(value: T, from: Stamp, to: Stamp): T {
  const change = (part: unknown): unknown => {
    if (part === from) return to;
    if (Array.isArray(part)) return part.map(change);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(
      Object.entries(part).map(([name, one]) => [name === from ? to : name, change(one)]),
    );
  };
  return change(value) as T;
}
