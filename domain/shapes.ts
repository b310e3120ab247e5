import * as z from 'zod/mini';
import { PAPER_KEY } from './identity/paper-key';
import { LIMITS } from './limits';
import { broughtStamp, STAMP, timeOf } from './paper/clock';
import { LAST_TIME } from './time';
import { PAGE_ADDRESS, WEB_ADDRESS } from './web-address';

/*
 * The shapes that messages and files share, each defined once, so that neither lets in what the other refuses.
 * Content scripts carry no parser: they import `limits.ts`, `time.ts` and `web-address.ts`.
 */

/** A text of so many UTF-16 units at most. */
export const text = (max: number) => z.string().check(z.maxLength(max));
/** A text that is not empty. */
export const filled = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));
/** Milliseconds since 1970, before the year 2200: a time further away is a mistake. */
export const time = z
  .number()
  .check(z.nonnegative(), z.maximum(LAST_TIME, 'expected a time before the year 2200'));
/** A whole number from 0: an offset in UTF-16 units, or a count. */
export const offset = z.int().check(z.nonnegative());
/** A moment on a hybrid logical clock; one that is far ahead of this machine's clock is one all the same. */
export const stamp = z.string().check(
  z.regex(STAMP, 'expected a stamp'),
  z.refine((value) => timeOf(value) <= LAST_TIME, 'expected a stamp before the year 2200'),
  z.overwrite(broughtStamp),
);
/** A stamp for each field, by its name: `status`, `tag:<id>`, `apart:<paper>`. */
export const stamps = z.record(text(LIMITS.title + 20), stamp);
/** An address that may be linked to. */
export const webLink = text(LIMITS.link).check(z.regex(WEB_ADDRESS, 'expected an http(s) address'));
/**
 * Where a page was. What is no address of a page (`javascript:`, `data:`) is dropped, and of one that is too long what it
 * asks for: a search at PubMed has its whole question in its address, and a paper of it can be saved all the same.
 */
export const pageAddress = z.string().check(
  z.overwrite((address) => (PAGE_ADDRESS.test(address) ? shortened(address) : '')),
  z.maxLength(LIMITS.link),
);
const shortened = (address: string): string => {
  if (address.length <= LIMITS.link) return address;
  const place = address.replace(/[?#].*$/, '');
  return place.length <= LIMITS.link ? place : '';
};
/** The title of a page, which any page may make as long as it likes: its beginning. */
export const pageTitle = z.string().check(
  z.overwrite((title) => title.slice(0, LIMITS.title)),
  z.maxLength(LIMITS.title),
);
/** A paper key: `arxiv:2406.14598`, `title:<normalised title>`. */
export const paperKey = filled(LIMITS.title).check(z.regex(PAPER_KEY, 'expected a paper key'));
