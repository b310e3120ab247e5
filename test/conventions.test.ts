import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { matches, siteFor, sites } from '@/sites';
import { isMatch } from '@/sites/match';
import { fixturesOf, readFixture } from './sites/expect-entries';
import { NEAR_MISSES } from './sites/near-misses';

const SITES = path.resolve(import.meta.dirname, '../sites');

const README = readFileSync(path.resolve(SITES, '../README.md'), 'utf8');

/** Files of `sites/` that are no adapter. */
const OTHERS = new Set(['index', 'site', 'match', 'digest']);

const adapterFiles = readdirSync(SITES)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.slice(0, -'.ts'.length))
  .filter((name) => !OTHERS.has(name));

it('every file of sites/ is a registered site, by its own name', () => {
  expect(sites.map(({ id }) => id).toSorted()).toEqual(adapterFiles.toSorted());
});

it('no pattern of one site takes the pages of a whole web', () => {
  for (const pattern of matches)
    expect(pattern).toMatch(/^(?:\*|https?):\/\/(?:\*\.)?[\w-]+(?:\.[\w-]+)+\//);
});

describe.each(sites.map((site) => [site.id, site] as const))('%s', (id, site) => {
  const fixtures = fixturesOf(id).map((name) => readFixture(id, name));

  it('has a fixture with entries', () => {
    expect(
      fixtures.some(({ entries }) => entries.length > 0),
      `Nothing is read for ${id} yet. Put the site's markup with text of your own into test/sites/fixtures/${id}/, ` +
        `write sites/${id}.ts until \`npm run check-site\` shows every entry, then keep what it reads with ` +
        'GLOSS_UPDATE=1 (docs/adding-a-site.md).',
    ).toBe(true);
  });

  it('is the site of its fixtures’ addresses', () => {
    for (const { url } of fixtures) expect(siteFor(new URL(url))?.id, url).toBe(id);
  });

  it('uses every one of its patterns', () => {
    for (const pattern of site.matches)
      expect(
        isMatch(
          pattern,
          new URL(pattern.replace('://*.', '://').replace('*://', 'https://').replaceAll('*', 'x')),
        ),
        pattern,
      ).toBe(true);
  });

  it('has a row in the README', () => {
    expect(README).toMatch(new RegExp(`^\\| ${site.name.replaceAll(/\W/g, '\\$&')} +\\|`, 'm'));
  });

  it('does not match two near misses', () => {
    const misses = NEAR_MISSES[id] ?? [];
    expect(misses.length).toBeGreaterThanOrEqual(2);
    for (const miss of misses) expect(siteFor(new URL(miss))?.id, miss).toBeUndefined();
  });
});

it('no adapter asks a row for a selector of several parts as Chromium is slow at (sites/read/within.ts)', () => {
  const asked = /(\w+)\??\.querySelector(?:All)?\(\s*'([^',]+)'/g;
  const slow = readdirSync(SITES, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => [...readFileSync(path.join(SITES, name), 'utf8').matchAll(asked)])
    .filter(
      ([, root, selector = '']) => root !== 'page' && / /.test(selector.replaceAll(/\[.*?\]/g, '')),
    );
  expect(slow.map(([call]) => call)).toEqual([]);
});

/** Where a raw address may be drawn or opened: the places that look at it first, and our own files. */
const ADDRESSED = new Set([
  'components/app/library/places.tsx',
  'components/ui/markdown/web-link.tsx',
  'components/app/open-tab.ts',
  'components/app/transfer/download.ts',
  'components/in-page/listing/decisions/open-paper.ts',
  'entrypoints/background/omnibox.ts',
  'entrypoints/background/own-page.ts',
  'entrypoints/popup/places.ts',
]);

it('no link and no tab is opened but by what looks at the address (components/ui/markdown/web-link.tsx)', () => {
  const root = path.resolve(SITES, '..');
  const raw =
    /href=(?!\{`#)|(?:window|globalThis)\.open\(|tabs\.(?:create|update)\(|location\.(?:href|assign|replace)[ (]*=?[^=;,)\s]*=[^=]|\.href = /;
  const found = ['components', 'entrypoints'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => `${folder}/${name}`)
      .filter((name) => raw.test(readFileSync(path.join(root, name), 'utf8'))),
  );
  expect(found.filter((name) => !ADDRESSED.has(name))).toEqual([]);
});

it('every folder of fixtures belongs to a site', () => {
  const known = new Set(sites.map(({ id }) => id));
  const folders = readdirSync(path.resolve(import.meta.dirname, 'sites/fixtures'));
  expect(folders.filter((name) => !known.has(name) && name !== 'digest')).toEqual([]);
});

it('the page that tells how to add a site is there', () => {
  expect(existsSync(path.resolve(SITES, '../docs/adding-a-site.md'))).toBe(true);
});

it('the names of all messages are such that Chromium loads the extension at all', () => {
  const file = readFileSync(path.resolve(SITES, '../locales/en.yml'), 'utf8');
  const names = [...file.matchAll(/^ *([^\s#"'][^:\n]*):(?: |$)/gm)].map(([, name]) => name ?? '');
  expect(names.length).toBeGreaterThan(100);
  expect(names.filter((name) => !/^\w+$/.test(name))).toEqual([]);
});
