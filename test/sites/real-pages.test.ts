import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { paperKey } from '@/domain/identity/paper-key';
import { collapse } from '@/domain/text';
import { siteFor } from '@/sites';
import { digest } from '@/sites/digest';
import { promisedBy } from '@/sites/shortfall/promise';
import { documentOf, entriesOn } from './expect-entries';

/** Real saved pages of other people, read where they lie beside the project; never part of it. */
const PAGES = path.resolve(import.meta.dirname, '../../../shared/data/pages');

interface Expected {
  papers: { title: string; id: string | null; kind?: string }[];
}

const cases = existsSync(PAGES)
  ? readFileSync(path.join(PAGES, 'cases.tsv'), 'utf8')
      .split('\n')
      .map((line) => line.split('\t'))
      .filter(([file = '', url = '']) => file.endsWith('.html') && siteFor(new URL(url)))
  : [];

const KINDS: Record<string, string> = { new: 'new', cross: 'cross-list', rep: 'replacement' };

describe.skipIf(cases.length === 0)('real pages', () => {
  it.each(cases)('%s', (file = '', address = '') => {
    const url = new URL(address);
    const site = siteFor(url);
    const html = readFileSync(path.join(PAGES, file), 'utf8');
    const { papers } = JSON.parse(
      readFileSync(path.join(PAGES, file.replace(/\.html$/, '.expected.json')), 'utf8'),
    ) as Expected;
    const entries = site ? entriesOn(site, html, address) : [];
    const promised = promisedBy(documentOf(html, address), url, entries, digest);
    expect(promised, 'false alarm about the adapter').toBeNull();
    expect(entries.map((entry) => entry.title)).toEqual(papers.map(({ title }) => collapse(title)));
    for (const [index, { id, kind }] of papers.entries()) {
      const [scheme = '', value = ''] = id
        ? [id.slice(0, id.indexOf(':')), id.slice(id.indexOf(':') + 1)]
        : [];
      if (id)
        expect(paperKey(scheme, entries[index]?.ids[scheme] ?? '')).toBe(paperKey(scheme, value));
      if (kind && address.endsWith('/new')) expect(entries[index]?.section).toBe(KINDS[kind]);
    }
  });
});
