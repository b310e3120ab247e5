import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parsedPage, readPage, type SavedPage, savedPages } from '@/bench/detection/saved-pages';
import { type Field, FIELDS, scoreOf } from '@/bench/detection/score';
import { paperKey } from '@/domain/identity/paper-key';
import { collapse } from '@/domain/text';
import { siteFor } from '@/sites';
import { digest } from '@/sites/digest';
import { promisedBy } from '@/sites/shortfall/promise';
import { checkPlaces } from './expect-entries';

/** Real saved pages of other people, read where they lie beside the project; never part of it. */
const DATA = path.resolve(import.meta.dirname, '../../../shared/data');
const FOLDERS = ['pages', 'pages-unseen'];
const pages = FOLDERS.flatMap((folder) => savedPages(path.join(DATA, folder)));

const isRead = (page: SavedPage): boolean =>
  siteFor(new URL(page.url))?.entries(parsedPage(page), new URL(page.url)).length !== 0;
const known = pages.filter(
  (page) => page.papers.length > 0 && siteFor(new URL(page.url)) && isRead(page),
);
const KINDS: Record<string, string> = { new: 'new', cross: 'cross-list', rep: 'replacement' };

describe.skipIf(pages.length === 0)('real pages with an adapter', () => {
  it.each(known)('$file', (saved) => {
    const url = new URL(saved.url);
    const page = parsedPage(saved);
    const { entries } = readPage(page, saved.url, false);
    for (const entry of entries) checkPlaces(entry, page);
    expect(promisedBy(page, url, entries, digest), 'false alarm about the adapter').toBeNull();
    expect(entries.map(({ title }) => title)).toEqual(
      saved.papers.map(({ title }) => collapse(title)),
    );
    for (const [index, { id, kind }] of saved.papers.entries()) {
      const [scheme = '', value = ''] = id
        ? [id.slice(0, id.indexOf(':')), id.slice(id.indexOf(':') + 1)]
        : [];
      if (id)
        expect(paperKey(scheme, entries[index]?.ids[scheme] ?? '')).toBe(paperKey(scheme, value));
      if (kind && saved.url.endsWith('/new')) expect(entries[index]?.section).toBe(KINDS[kind]);
    }
  });
});

/** What a page's mean may be at the least. */
const LEAST = { titles: 0.97, digestOnly: 0.95 };
const LEAST_FIELDS: Record<Field, number> = {
  ids: 0.99,
  authors: 0.95,
  abstracts: 0.97,
  years: 0.95,
};

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

describe.skipIf(pages.length === 0)('all real pages', () => {
  const read = pages.map((saved) => {
    const scored = (digestOnly: boolean) => {
      const { site, entries } = readPage(parsedPage(saved), saved.url, digestOnly);
      return { site, score: scoreOf(saved.papers, entries) };
    };
    const { site, score } = scored(false);
    const digestOnly = site === 'digest' ? score : scored(true).score;
    return { ...saved, adapters: score, digestOnly };
  });
  const listings = read.filter(({ papers }) => papers.length > 0);

  it.each(read.filter(({ papers }) => papers.length === 0))(
    'finds nothing on $file',
    ({ adapters, digestOnly }) => {
      expect([...adapters.strays, ...digestOnly.strays]).toEqual([]);
    },
  );

  it('finds nearly all papers of the others and little else, with adapters and without', () => {
    expect(mean(listings.map(({ adapters }) => adapters.f1))).toBeGreaterThan(LEAST.titles);
    expect(mean(listings.map(({ digestOnly }) => digestOnly.f1))).toBeGreaterThan(LEAST.digestOnly);
  });

  it.each(FIELDS)('reads their %s', (field) => {
    const shares = listings
      .map(({ adapters }) => adapters.fields[field])
      .filter(({ known: told }) => told > 0)
      .map(({ known: told, right }) => right / told);
    if (shares.length > 0) expect(mean(shares)).toBeGreaterThan(LEAST_FIELDS[field]);
  });
});
