import { describe, expect, it } from 'vitest';
import { sites } from '@/sites';
import { digest } from '@/sites/digest';
import { outlineOf } from '@/sites/shortfall/outline';
import { promisedBy } from '@/sites/shortfall/promise';
import { openreview } from '@/sites/openreview';
import { documentOf, fixturesOf, readFixture } from './expect-entries';

const GROUP = 'https://openreview.net/group?id=Example';
const row = (n: number, kind: string): string =>
  `<div class="${kind}"><h4><a href="/forum?id=aB3dE5fG${n}xy">Paper ${n} on lattice codes and dust rings</a></h4>
  <p>Ann Author, Bo Builder</p></div>`;
const rows = (from: number, count: number, kind: string): string =>
  Array.from({ length: count }, (_, index) => row(from + index, kind)).join('');

const promised = (body: string) => {
  const [page, url] = [documentOf(`<main id="content">${body}</main>`, GROUP), new URL(GROUP)];
  return promisedBy(page, url, openreview.entries(page, url), digest);
};

describe('an adapter whose page was rebuilt', () => {
  it('that reads nothing is told by the links of the rows', () => {
    expect(promised(rows(10, 12, 'submission'))).toEqual({ read: 0, about: 12 });
  });

  it('that reads less than half is told', () => {
    expect(promised(rows(10, 3, 'note') + rows(40, 9, 'submission'))).toEqual({
      read: 3,
      about: 12,
    });
  });

  it('is not told of what it did read, of few links more, or of an empty result', () => {
    expect(promised(rows(10, 12, 'note'))).toBeNull();
    expect(promised(rows(10, 12, 'note') + rows(40, 4, 'submission'))).toBeNull();
    expect(
      promised('<h1>Search</h1><p>No results for your search. Try other words.</p>'),
    ).toBeNull();
  });

  it('takes no notice of a page’s sidebar', () => {
    expect(promised(`<p>No results.</p><aside>${rows(10, 8, 'most-read')}</aside>`)).toBeNull();
  });
});

it('no site’s own page raises the alarm', () => {
  for (const site of sites)
    for (const name of fixturesOf(site.id)) {
      const { html, url } = readFixture(site.id, name);
      const page = documentOf(html, url);
      const entries = site.entries(page, new URL(url));
      if (entries.length > 0)
        expect(promisedBy(page, new URL(url), entries, digest), `${site.id}/${name}`).toBeNull();
    }
});

it('an outline has tags and classes, equal neighbours once, and no word of the page', () => {
  const page = documentOf(
    `<main><h1>Secret</h1><ul class="list wide" id="ann">${'<li class="row"><a href="/x?user=ann">Secret</a></li>'.repeat(3)}</ul><script>secret()</script></main>`,
    GROUP,
  );
  expect(outlineOf(page)).toBe('main\n  h1\n  ul.list.wide\n    li.row ×3\n      a');
});
