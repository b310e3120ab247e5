import type { Reading } from './reading';
import { wordCount } from './words';

/*
 * Lists of a page that is there for papers, whose entries say too little to be papers by themselves.
 */

/** Entries from which on a role is such a list. */
const FEWEST = 6;
/** Words of each title in the mean, where nothing but titles is there, and where a year is beside them. */
const LONG = 5.5;
const SHORT = 3.2;
/** Shares of the role's stretches that have to be titles alone, and dated titles. */
const BARE = 0.6;
const DATED = 0.75;
/** Words from which on an entry says something of itself. */
const TELLING = 40;

const isClean = ({ feed, trade, event }: Reading): boolean => !feed && !trade && !event;

const isBare = (reading: Reading): boolean => reading.title.score >= 0.5 && isClean(reading);

/** Whether a record reads as a work in a bibliography does: a text first, and then in which year it was printed. */
const isDated = (reading: Reading): boolean =>
  reading.printed && reading.leads && reading.title.score > 0 && isClean(reading);

const wordsOf = (readings: readonly Reading[]): number =>
  readings.reduce((sum, { title }) => sum + wordCount(title.text), 0);

/** Whether a role is titles and nothing is said of them: long, and in the words of research. */
function areTitles(all: readonly Reading[]): boolean {
  const bare = all.filter(isBare);
  if (bare.length < FEWEST || bare.length < all.length * BARE) return false;
  // Entries that say more are judged by what they say.
  if (all.some(({ words }) => words >= TELLING)) return false;
  if (all.filter(({ authors }) => authors.length > 0).length > all.length * 0.3) return false;
  const research = bare.filter(({ learned }) => learned).length;
  return wordsOf(bare) >= bare.length * LONG && research >= bare.length * 0.4;
}

/**
 * Whether a role is a bibliography, in whatever language and of whatever field: nearly each of its titles leads an entry
 * that says a year. One author's own list names no authors.
 */
function areDated(all: readonly Reading[]): boolean {
  const dated = all.filter(isDated);
  if (dated.length < FEWEST || dated.length < all.length * DATED) return false;
  return wordsOf(dated) >= dated.length * SHORT;
}

/** Which entries of a role are its papers, if it is one of these lists. */
export const paperTest = (all: readonly Reading[]): ((reading: Reading) => boolean) | undefined =>
  areTitles(all) ? isBare : areDated(all) ? isDated : undefined;
