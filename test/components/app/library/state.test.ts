import { expect, it, vi } from 'vitest';
import { createLibrary } from '@/components/app/library/state';
import { HOME, parseRoute, printRoute } from '@/components/app/library/route';
import { fail, ok, type Result } from '@/domain/result';
import type { Search } from '@/search/client';
import { libraryPaper } from '../library-paper';

/** Answers of a background where all is well. */
const KNOWN: Record<string, Result<unknown>> = {
  'papers.bulk': ok({ count: 1, papers: [] }),
  'library.newest': ok({ papers: [], next: null }),
  'library.condition': ok({ trouble: null }),
};

/** A library page over an index of three papers; calls are answered by a table. */
function libraryOver(hash = '', answers: Record<string, Result<unknown>> = {}) {
  let all = ['a', 'b', 'c'];
  const asked: string[] = [];
  const visited: { hash: string; replace: boolean }[] = [];
  let reads: (papers: number) => void = () => undefined;
  const search: Search = {
    find: async (text) => {
      all = ['a', 'b', 'c'].filter((id) => id.includes(text));
      return { search: 0, count: all.length, ids: all, papers: [], isCurrent: true };
    },
    ids: async (_, first, last) => all.slice(first, last + 1),
    rows: async (_, first, last) => {
      const ids = all.slice(first, last + 1);
      return { ids, papers: ids.map(libraryPaper) };
    },
    refresh: async () => reads(2),
    facets: async () => null,
    warm: async () => undefined,
    duplicates: async () => [],
  };
  let address = hash;
  let id = 0;
  const library = createLibrary({
    firstPage: Promise.resolve(null),
    call: (async (name: string) => {
      asked.push(name);
      return answers[name] ?? KNOWN[name] ?? ok([]);
    }) as never,
    startSearch: (progress) => {
      reads = progress;
      return search;
    },
    openTab: () => undefined,
    hash: {
      get: () => address,
      set: (next, { replace }) => {
        address = next;
        visited.push({ hash: next, replace });
      },
    },
    run: (async () => undefined) as never,
    copy: async () => undefined,
    memory: { getItem: () => null, setItem: () => undefined },
    reload: () => undefined,
    now: () => new Date(0),
    newId: () => `id-${(id += 1)}`,
  });
  const arrive = (next: string): void => {
    address = next;
    library.arrive();
  };
  return { library, asked, visited, arrive };
}

it('the search that takes a change in says so no longer than it does', async () => {
  const { library } = libraryOver();
  library.start();
  await vi.waitFor(() => expect(library.list.listed.value.isWhole).toBe(true));
  const told: (number | null)[] = [];
  const stop = library.indexing.subscribe((papers) => void told.push(papers));
  library.changed();
  await vi.waitFor(() => expect(told).toEqual([null, 2, null]));
  stop();
});

it('an address prints back as it was read', () => {
  for (const hash of ['', '#view=map', '#q=tag%3A%22a+b%22&sort=title&paper=arxiv%3A2406.1'])
    expect(printRoute(parseRoute(hash))).toBe(hash);
  expect(parseRoute('#view=&sort=')).toEqual(HOME);
});

it('a new search leaves the view and the open paper; the same place twice is one step of Back', () => {
  const { library, visited } = libraryOver('#view=map&paper=a');
  library.search('title:tides');
  library.search('title:tides');
  expect(library.route.value).toEqual({ ...HOME, query: 'title:tides' });
  expect(visited).toEqual([{ hash: '#q=title%3Atides', replace: false }]);
});

it('Back shows what the address says', () => {
  const { library, arrive } = libraryOver('#paper=a');
  arrive('#view=trash');
  expect(library.route.value).toMatchObject({ view: 'trash', paper: null });
});

it('a paper that is deleted while it shows gives way to the next one', async () => {
  const { library } = libraryOver('#paper=b');
  await library.list.load();
  expect(await library.actions.remove(['b'])).toBe(true);
  expect(library.route.value.paper).toBe('c');
});

it('a paper that could not be deleted stays open, and the page says why', async () => {
  const { library } = libraryOver('#paper=b', { 'papers.bulk': fail('quota', 'full') });
  await library.list.load();
  expect(await library.actions.remove(['b'])).toBe(false);
  expect(library.route.value.paper).toBe('b');
  expect(library.notice.value?.tone).toBe('alert');
});

it('a paper that leaves the list is not selected any more, so that nothing is done to it unseen', async () => {
  const { library } = libraryOver();
  library.start();
  await vi.waitFor(() => expect(library.list.listed.value.count).toBe(3));
  await library.selection.all();
  library.search('b');
  await vi.waitFor(() => expect([...library.selection.chosen.value]).toEqual(['b']));
  library.search('');
  await vi.waitFor(() => expect(library.list.listed.value.count).toBe(3));
  expect([...library.selection.chosen.value]).toEqual(['b']);
});

it('the page asks how the library is when many papers changed at once, and not for one', () => {
  const { library, asked } = libraryOver();
  library.changed([libraryPaper('a')]);
  expect(asked).not.toContain('library.condition');
  library.changed([]);
  expect(asked).toContain('library.condition');
});
