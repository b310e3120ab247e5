import { describe, expect, it } from 'vitest';
import { sites } from '@/sites';
import { documentOf, expectEntries, fixturesOf, readFixture } from './expect-entries';

describe.each(sites.map((site) => [site.id, site] as const))('%s', (id, site) => {
  it.each(fixturesOf(id))('reads every entry of %s', (name) => {
    expectEntries(site, name);
  });

  it.each(fixturesOf(id))('names a list that holds all entries of %s', (name) => {
    const { html, url } = readFixture(id, name);
    const page = documentOf(html, url);
    const list = site.list?.(page);
    for (const { title, titlePlace } of site.entries(page, new URL(url)))
      expect(list?.contains(titlePlace[0]?.node ?? null) ?? true, title).toBe(true);
  });

  it('finds nothing on an empty page, and nothing in the way', () => {
    const page = documentOf('', 'https://example.com/');
    expect(site.entries(page, new URL('https://example.com/'))).toEqual([]);
    expect(site.list?.(page) ?? null).toBeNull();
  });
});

/** An adapter that meets the page of another (a site that was rebuilt, a proxy) must not fall over. */
it('no adapter throws on any other site’s page', () => {
  for (const { id } of sites)
    for (const name of fixturesOf(id)) {
      const { html, url } = readFixture(id, name);
      const page = documentOf(html, url);
      for (const site of sites) expect(() => site.entries(page, new URL(url))).not.toThrow();
    }
});

/** Tears pages: every third element loses its children, its attributes or itself. */
it('no adapter throws on a torn page, nor makes up an entry without a title', () => {
  for (const site of sites)
    for (const name of fixturesOf(site.id))
      for (let phase = 0; phase < 9; phase += 1) {
        const { html, url } = readFixture(site.id, name);
        const page = documentOf(html, url);
        for (const [index, element] of [...page.body.querySelectorAll('*')].entries()) {
          if ((index * 7 + phase) % 9 !== 0) continue;
          if (phase % 3 === 0) element.remove();
          else if (phase % 3 === 1) element.replaceChildren();
          else
            for (const attribute of element.getAttributeNames()) element.removeAttribute(attribute);
        }
        for (const entry of site.entries(page, new URL(url))) expect(entry.title).toMatch(/\S/);
      }
});
