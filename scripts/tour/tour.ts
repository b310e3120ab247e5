import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { ListingDescription } from '@/rpc/protocol';
import { type Browser, ROOT } from '@/scripts/browser/extension';
import { annotate, describe, type Listing } from '@/scripts/browser/listing';
import { say } from '@/scripts/setup/process.mjs';

/** Where `npm start` leaves the pictures of its tour and the export. */
const OUT = path.join(ROOT, 'out/tour');

/** How long a change may take to be stored, milliseconds. */
const PATIENCE = 10_000;

/** Steps by the names that a failure is reported by. */
export type Steps = Record<string, (tour: Tour) => Promise<void>>;

type Paper = ListingDescription['papers'][number];

/** A walk through everything a person does, as the steps see it. */
export interface Tour {
  browser: Browser;
  /** The popup, as a page of its size. */
  app: Page;
  listing: Listing;
  /** Entries that the tour saves, by their place on the page. */
  picks: number[];
  /** What the tour did, for the export to be compared with. */
  made: { tag: string; note: string; passage: string };
  /** Adds a line to the account. */
  tell: (line: string) => void;
  picture: (name: string, page?: Page) => Promise<void>;
  /** Folder for what the tour leaves. */
  out: string;
  read: () => Promise<ListingDescription>;
  /** Waits until the page knows a paper to be as `test` says: stored, since it is told after the commit. */
  until: (entry: number, what: string, test: (paper: Paper) => boolean) => Promise<Paper>;
}

/** The page as Gloss has read it; fails when it could not. */
async function found(answer: ReturnType<typeof annotate>): Promise<ListingDescription> {
  const result = await answer;
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

export const reread = (app: Page, listing: Listing): Promise<ListingDescription> =>
  found(annotate(app, listing));

async function until(
  { app, listing }: Tour,
  entry: number,
  what: string,
  test: (paper: Paper) => boolean,
): Promise<Paper> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const paper = (await found(describe(app, listing))).papers[entry];
    if (paper && test(paper)) return paper;
    if (Date.now() > end) throw new Error(`${what} was not stored`);
    await listing.page.waitForTimeout(50);
  }
}

/**
 * Takes the tour on a page that is open, and prints its account on standard output.
 * @param out folder for its pictures and the export; emptied first
 * @returns whether every step succeeded
 */
export async function takeTour(
  steps: Steps,
  { browser, app, listing }: Pick<Tour, 'browser' | 'app' | 'listing'>,
  out = OUT,
): Promise<boolean> {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const tour: Tour = {
    browser,
    app,
    listing,
    picks: [],
    made: { tag: 'to-present', note: '', passage: '' },
    tell: (line) => console.log(line),
    picture: async (name, page = listing.page) => {
      await page.screenshot({ path: path.join(out, `${name}.png`), animations: 'disabled' });
    },
    out,
    read: () => found(describe(app, listing)),
    until: (entry, what, test) => until(tour, entry, what, test),
  };
  for (const [index, [name, step]] of Object.entries(steps).entries()) {
    say(`tour ${index + 1}/${Object.keys(steps).length}: ${name}`);
    try {
      await step(tour);
    } catch (error) {
      await tour.picture('failed').catch(() => undefined);
      const reason = error instanceof Error ? error.message : String(error);
      console.log(`The tour failed at "${name}": ${reason}`);
      return false;
    }
  }
  console.log(`Pictures and the export are in ${path.relative(process.cwd(), out) || '.'}/`);
  return true;
}
