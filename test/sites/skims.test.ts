import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { arxivList } from '@/bench/arxiv-list';
import { parsedPage, savedPages } from '@/bench/detection/saved-pages';
import { appearancesIn } from '@/domain/paper/appearance';
import { siteFor, sites } from '@/sites';
import type { Skimmed } from '@/sites/site';
import { skims } from '@/sites/skims';
import { FIRST } from '@/sites/skims/matches';
import { documentOf, fixturesOf, readFixture } from './expect-entries';

const DATA = path.resolve(import.meta.dirname, '../../../shared/data');
const saved = ['pages', 'pages-unseen'].flatMap((folder) => savedPages(path.join(DATA, folder)));

interface Case {
  name: string;
  url: string;
  page: () => Document;
}

const GENERATED: Readonly<Record<string, Case[]>> = {
  arxiv: [60, 0].map((count) => {
    const url = 'https://arxiv.org/list/me.AS/new';
    return { name: `${count} made`, url, page: () => documentOf(arxivList(count), url) };
  }),
};

const casesOf = (id: string): Case[] => [
  ...fixturesOf(id).map((name) => {
    const { html, url } = readFixture(id, name);
    return { name, url, page: () => documentOf(html, url) };
  }),
  ...saved
    .filter(({ url }) => siteFor(new URL(url))?.id === id)
    .map((page) => ({ name: page.file, url: page.url, page: () => parsedPage(page) })),
  ...(GENERATED[id] ?? []),
];

it('each first stage has an adapter, whose pages it runs on', () => {
  expect(skims.map(({ id }) => id).toSorted()).toEqual(Object.keys(FIRST).toSorted());
  for (const { id } of skims) {
    const site = sites.find((one) => one.id === id);
    expect(site?.matches).toEqual(FIRST[id as keyof typeof FIRST]);
  }
});

describe.each(skims.map((skim) => [skim.id, skim] as const))('%s', (id, skim) => {
  const site = sites.find((one) => one.id === id);

  it.each(casesOf(id))('the first stage reads what the adapter reads: $name', ({ url, page }) => {
    const at = page();
    const whole = site?.entries(at, new URL(url)) ?? [];
    const first = skim.read(at, new URL(url));
    expect(first.map(({ title }) => title)).toEqual(whole.map(({ title }) => title));
    for (const [index, entry] of whole.entries()) {
      const { ids, titlePlace } = first[index] as Skimmed;
      expect(ids).toEqual(entry.ownIds ?? entry.ids);
      // By identity: marks hang on these nodes.
      expect(titlePlace).toHaveLength(entry.titlePlace.length);
      for (const [position, part] of entry.titlePlace.entries()) {
        expect(titlePlace[position]?.node).toBe(part.node);
        expect({ ...titlePlace[position], node: null }).toEqual({ ...part, node: null });
      }
      // The whole comes for what it has to tell the library.
      if (appearancesIn(entry, id, 0).length > 0)
        expect(skim.tells?.({ titlePlace }, new URL(url)), entry.title).not.toBe(false);
    }
    expect(skim.list?.(at)).toBe(site?.list?.(at));
  });
});

it('rows of a list that tells neither need nothing more where a paper is kept', () => {
  const url = new URL('https://arxiv.org/list/me.AS/recent');
  const skim = skims.find(({ id }) => id === 'arxiv');
  const entries = skim?.read(documentOf(arxivList(9), url.href), url) ?? [];
  expect(entries.map((entry) => skim?.tells?.(entry, url))).toEqual(Array(9).fill(false));
});
