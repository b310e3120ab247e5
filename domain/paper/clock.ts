/**
 * A moment on a hybrid logical clock, `<time>-<counter>-<device>`: sorts as text, is never given twice, and
 * is later than every stamp its device had met (Kulkarni et al., "Logical Physical Clocks", 2014).
 */
export type Stamp = string;

/** Digits of the time (base 36 milliseconds, enough until the year 5188) and of the counter. */
const TIME = 9;
const COUNT = 4;
const LAST_COUNT = 36 ** COUNT - 1;

export const STAMP = /^[0-9a-z]{9}-[0-9a-z]{4}-[0-9a-z]{1,32}$/;

const digits = (value: number, length: number): string => value.toString(36).padStart(length, '0');

/** The stamp of a new operation: after `last`, and after `now` (milliseconds since 1970). */
export function nextStamp(last: Stamp | null, now: number, device: string): Stamp {
  const [lastTime, lastCount] = last ? partsOf(last) : [0, 0];
  const time = Math.max(lastTime, Math.trunc(now));
  if (time > lastTime) return `${digits(time, TIME)}-${digits(0, COUNT)}-${device}`;
  return lastCount < LAST_COUNT
    ? `${digits(time, TIME)}-${digits(lastCount + 1, COUNT)}-${device}`
    : `${digits(time + 1, TIME)}-${digits(0, COUNT)}-${device}`;
}

const partsOf = (stamp: Stamp): [time: number, count: number] => {
  const [time = '0', count = '0'] = stamp.split('-');
  return [Number.parseInt(time, 36), Number.parseInt(count, 36)];
};

/** When it was, milliseconds since 1970. */
export const timeOf = (stamp: Stamp): number => partsOf(stamp)[0];

export const deviceOf = (stamp: Stamp): string => stamp.slice(TIME + COUNT + 2);

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
