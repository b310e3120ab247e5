import { tidy } from '@/domain/text/tidy';
import { LIMITS } from '@/domain/limits';
import { CODE_HOST, type FactName, FACTS, type Facts, type Stated, YEAR } from './facts';
import { venueIn } from './venues';

const DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?/;

/** A date as it is kept, at least its year; parts that are out of range, and times of day, are left out. */
const dateOf = (text: string): string | undefined =>
  YEAR.exec(text)?.index === 0 ? DATE.exec(text)?.[0] : YEAR.exec(text)?.[0];

const addressOf = (text: string): string | undefined =>
  /^https?:\/\/\S+$/i.test(text) ? text : undefined;

/** Pages with one dash in a range, whichever dashes were written: `101--118`, `101 - 118`. */
const pagesOf = (text: string): string => text.replace(/(?<=\w)\s*(?:[–—−]|--?)\s*(?=\w)/gu, '–');

/** An id of the paper, which tools and persons write into the place of its volume or pages. */
const ID =
  /^abs\/|^[a-z-]+(?:\.[a-z]{2})?\/(?:\d{7}|\d{4}\.\d{4,5})\b|\b10\.\d{4,9}\/|https?:\/\//i;
/** Pages have numbers, also in Roman letters; Ovid's “No” names what follows. */
const PAGES = /\d|^[ivxlcdm]+(?:\s*[–-]+\s*[ivxlcdm]+)?$/i;
/** Zeros that programs write where there is no number. */
const ZEROS = /^0+(?:–0+)?$/;
const placeOf = (text: string): string | undefined =>
  ID.test(text) || ZEROS.test(text) ? undefined : text;

/** What programs write where there is nothing. */
const NOTHING = /^(?:n\/?a|none|null|nan|undefined|-|–)$/i;

const READ: Partial<Record<FactName, (text: string) => string | undefined>> = {
  published: dateOf,
  venue: venueIn,
  volume: placeOf,
  issue: placeOf,
  pages: (text) => (PAGES.test(text) ? placeOf(pagesOf(text)) : undefined),
  version: (text) => /^v?(\d{1,3})$/i.exec(text)?.[1]?.replace(/^0*/, 'v'),
  code: addressOf,
  pdf: addressOf,
};

/** What software gives as its journal: the address of its code. */
const codeVenue = ({ venue = '' }: Stated): string => (CODE_HOST.test(venue) ? venue : '');

/** Facts that `source` states; what is none of its kind is left out. */
export function factsOf(stated: Stated, source: string): Facts {
  const facts: Facts = {};
  for (const name of FACTS) {
    const text = tidy(stated[name] ?? (name === 'code' ? codeVenue(stated) : ''));
    if (text === '' || NOTHING.test(text) || text.length > LIMITS.fact) continue;
    const value = READ[name] ? READ[name](text) : text;
    if (value) facts[name] = { value, source };
  }
  return facts;
}
