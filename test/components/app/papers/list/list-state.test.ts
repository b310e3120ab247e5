import { signal } from '@preact/signals';
import { expect, it } from 'vitest';
import { HOME, type Route } from '@/components/app/library/route';
import { createList } from '@/components/app/papers/list/list-state';
import { ok } from '@/domain/result';
import type { Call } from '@/rpc/client';
import type { AppProtocol } from '@/rpc/protocol';
import type { Search } from '@/search/client';
import { libraryPaper as paper } from '../../library-paper';

/** A list over an index that finds ids by their beginning; `holds` keeps an answer back until it is let go. */
function listOver(all: string[]) {
  const sought: string[] = [];
  const holds = new Map<string, Promise<void>>();
  let answers: string[][] = [];
  const search: Search = {
    find: async (text, _sort, limit) => {
      sought.push(text);
      await holds.get(text);
      const ids = all.filter((id) => id.startsWith(text.replaceAll('"', '')));
      answers = [...answers, ids];
      return {
        search: answers.length - 1,
        count: ids.length,
        ids: ids.slice(0, limit),
        papers: [],
        isCurrent: true,
      };
    },
    ids: async (of, first, last) => (answers[of] ?? []).slice(first, last + 1),
    rows: async (of, first, last) => {
      const ids = (answers[of] ?? []).slice(first, last + 1);
      return { ids, papers: ids.map(paper) };
    },
    refresh: async () => undefined,
    facets: async () => null,
    warm: async () => undefined,
    duplicates: async () => [],
  };
  const read: string[][] = [];
  const call = (async (_: string, { ids = [] }: { ids?: string[] }) => {
    read.push(ids);
    return ok(ids.map(paper));
  }) as unknown as Call<AppProtocol>;
  const route = signal<Route>({ ...HOME, query: 'a' });
  return {
    list: createList({ call, firstPage: Promise.resolve(null) }, search, route),
    route,
    sought,
    holds,
    read,
  };
}

const many = Array.from({ length: 200 }, (_, index) => `a${index}`);

it('reads the rows that are looked at, and those once', async () => {
  const { list, read } = listOver(many);
  await list.load();
  expect(list.listed.value).toMatchObject({ count: 200, isWhole: true });
  await list.reach(150, 160);
  expect(list.paperAt(155)?.id).toBe('a155');
  expect(list.paperAt(120)).toBeUndefined();
  const before = read.length;
  await list.reach(150, 160);
  expect(read).toHaveLength(before);
  expect(await list.idsBetween(198)).toEqual(['a198', 'a199']);
});

it('an answer that comes late does not replace the one to a later question', async () => {
  const { list, route, holds } = listOver([...many, 'b1']);
  let release = (): void => undefined;
  holds.set('a', new Promise((resolve) => (release = resolve)));
  const first = list.load();
  route.value = { ...route.value, query: 'b' };
  await list.load();
  release();
  await first;
  expect(list.listed.value.count).toBe(1);
  expect(list.idAt(0)).toBe('b1');
});

it('names what it lists, so that another search starts at its top and a change does not', async () => {
  const { list, route } = listOver([...many, 'b1']);
  await list.load();
  const of = list.listed.value.of;
  await list.load();
  expect(list.listed.value.of).toBe(of);
  route.value = { ...route.value, query: 'b' };
  await list.load();
  expect(list.listed.value.of).not.toBe(of);
});

it('a phrase that is not closed yet is sought, its last word as a beginning', async () => {
  const { list, route, sought } = listOver(many);
  route.value = { ...route.value, query: '"a1 b' };
  await list.load();
  expect(sought).toEqual(['("a1" b)']);
  expect(list.fault.value).toBeNull();
});
