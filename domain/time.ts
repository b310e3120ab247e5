/**
 * The last moment that Gloss knows, milliseconds since 1970: the year 2200 begins. Every time that is stored, sent
 * or exported lies between 1970 and it, so that what one part writes every other part can read.
 */
export const LAST_TIME = 7_258_118_400_000;

/** What a clock says (milliseconds since 1970) as a time that can be stored, however wrong the clock is. */
export const clockTime = (reading: number): number =>
  Number.isFinite(reading) ? Math.min(Math.max(0, Math.trunc(reading)), LAST_TIME) : 0;
