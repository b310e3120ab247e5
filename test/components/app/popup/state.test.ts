import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { FIRST } from '@/components/app/first-page';
import { createRecent, searchOf } from '@/components/app/popup/recent-state';
import { listThemes } from '@/components/app/popup/topics-state';
import type { Topic } from '@/domain/topics/types';
import { fingerprint } from '@/domain/topics/fingerprint';
import type { LibraryPaper, Tag } from '@/domain/paper/paper';
import { fail, ok, type Result } from '@/domain/result';
import type { Call } from '@/rpc/client';
import type { AppProtocol, LibraryPage } from '@/rpc/protocol';
import type { Search } from '@/search/client';
import type { Filters } from '@/components/app/popup/ports';
import { libraryPaper as paper } from '../library-paper';

const filters = (): Filters => ({
  text: signal(''),
  status: signal(null),
  tag: signal(null),
  topic: signal(null),
});

type Answer = Result<LibraryPage> | Result<LibraryPaper[]>;

/** A library whose answers are given by hand, in any order. */
function library() {
  const asked: {
    ask: { after?: string | null; limit?: number };
    answer: (page: Answer) => void;
  }[] = [];
  const call = ((_name: string, ask: object) =>
    new Promise<Answer>((answer) => {
      asked.push({ ask, answer });
    })) as unknown as Call<AppProtocol>;
  const page = (ids: string[], next: string | null = null): Result<LibraryPage> =>
    ok({ papers: ids.map(paper), next });
  return { asked, call, page };
}

/** A library and an index that answer at once, the index after `wait` turns. Of the library itself `lost` is said. */
function indexed(all: string[], lost = false) {
  const sought: string[] = [];
  const read: number[] = [];
  const call = (async (_name: string, { ids }: { ids: string[] }) =>
    lost
      ? fail('lost', 'The library is lost.')
      : ok(ids.map(paper))) as unknown as Call<AppProtocol>;
  let found: string[] = [];
  const some = (ids: string[]) => {
    read.push(ids.length);
    return { ids, papers: lost ? [] : ids.map(paper) };
  };
  const waits = new Map<string, Promise<void>>();
  const search: Search = {
    find: async (text, _sort, limit, { among } = {}) => {
      sought.push(text);
      await waits.get(text);
      const own = all.filter((id) => id.startsWith(text.slice(0, 1)));
      found = among ? own.filter((id) => among.includes(id)) : own;
      const count = found.length;
      return { search: 1, count, ...some(found.slice(0, limit)), isCurrent: true };
    },
    ids: async () => [],
    refresh: async () => undefined,
    rows: async (_search, first, last) => some(found.slice(first, last + 1)),
    facets: async () => null,
    warm: async () => undefined,
    duplicates: async () => [],
  };
  return { call, search: () => search, sought, read, waits };
}

const noSearch = (): Search => {
  throw new Error('The list of the newest needs no index.');
};
const tags = signal<Tag[]>([{ id: 'to-read', name: 'To read', colour: 1 }]);

describe('the list', () => {
  it('drops the answer to a search that another one followed', async () => {
    const wanted = filters();
    const { call, search, waits } = indexed(['tides', 'tin']);
    const { listed, load } = createRecent(call, search, wanted, tags);
    let release = (): void => undefined;
    waits.set('nothing', new Promise((resolve) => (release = resolve)));
    wanted.text.value = 'nothing';
    const first = load();
    wanted.text.value = 'ti';
    await load();
    release();
    await first;
    expect(listed.value.papers.map(({ id }) => id)).toEqual(['tides', 'tin']);
  });

  it('grows without repeating a paper that moved, and keeps its length when it is asked anew', async () => {
    const { asked, call, page } = library();
    const { listed, load, more } = createRecent(call, noSearch, filters(), tags);
    const ids = Array.from({ length: 40 }, (_, index) => `p${index}`);
    const first = load();
    asked[0]!.answer(page(ids.slice(0, 30), 'p29'));
    await first;
    const [second, again] = [more(), more()];
    expect(asked).toHaveLength(2);
    expect(asked[1]!.ask.after).toBe('p29');
    asked[1]!.answer(page(ids.slice(28)));
    await Promise.all([second, again]);
    expect(listed.value.papers.map(({ id }) => id)).toEqual(ids);
    void load();
    expect(asked[2]!.ask.limit).toBe(40);
  });

  it('keeps what it shows when a later answer is a failure', async () => {
    const { asked, call, page } = library();
    const { listed, load } = createRecent(call, noSearch, filters(), tags);
    const first = load();
    asked[0]!.answer(page(['a']));
    await first;
    const second = load();
    asked[1]!.answer(fail('unreachable', 'Nobody answered.'));
    await second;
    expect(listed.value.papers).toHaveLength(1);
    expect(listed.value.failure?.reason).toBe('unreachable');
  });

  it('reads what was found in pages, narrowed to a topic', async () => {
    const all = Array.from({ length: 100 }, (_, index) => `p${index}`);
    const wanted = filters();
    wanted.text.value = 'p';
    const { call, search, read } = indexed(all);
    const { listed, load, more } = createRecent(call, search, wanted, tags);
    await load();
    expect(listed.value.papers).toHaveLength(FIRST);
    await more();
    expect(listed.value.papers.map(({ id }) => id)).toEqual(all.slice(0, FIRST + 30));
    wanted.topic.value = { label: 'Moons', ids: ['p7', 'p70'] };
    await load();
    expect(listed.value.papers.map(({ id }) => id)).toEqual(['p7', 'p70']);
    expect(read).toEqual([FIRST, 30, 2]);
  });

  it('tells of a lost library by its reason, and not that nothing was found in it', async () => {
    for (const text of ['p', 'nothing']) {
      const wanted = filters();
      wanted.text.value = text;
      const { call, search } = indexed(['p1'], true);
      const { listed, load } = createRecent(call, search, wanted, tags);
      await load();
      expect(listed.value.failure?.reason).toBe('lost');
    }
  });

  it('keeps its papers while the search is one that cannot be read, and says what is wrong', async () => {
    const wanted = filters();
    wanted.text.value = 'p';
    const { call, search } = indexed(['p1', 'p2']);
    const { listed, fault, load } = createRecent(call, search, wanted, tags);
    await load();
    wanted.text.value = 'autor:p and more';
    await load();
    expect(listed.value.papers).toHaveLength(2);
    expect(fault.value?.fault).toBe('field');
  });

  it('answers a phrase whose quotation mark is still open, and complains of nothing', async () => {
    const wanted = filters();
    wanted.text.value = '"p';
    const { call, search, sought } = indexed(['p1', 'p2']);
    const { fault, load } = createRecent(call, search, wanted, tags);
    await load();
    expect(sought).toEqual(['p']);
    expect(fault.value).toBeNull();
  });

  it('asks for what the filters say', () => {
    const wanted = filters();
    wanted.text.value = '  tides OR moons ';
    wanted.tag.value = 'to-read';
    wanted.status.value = 'saved';
    expect(searchOf(wanted, tags.value)).toBe('(tides OR moons) status:saved tag:"To read"');
    expect(searchOf(filters(), [])).toBe('');
  });
});

describe('topics', () => {
  it('are computed anew when a paper came or went, and only then', () => {
    expect(fingerprint(['b', 'a'])).toBe(fingerprint(['a', 'b']));
    expect(fingerprint(['a', 'b'])).not.toBe(fingerprint(['a', 'c']));
    expect(fingerprint(['ab'])).not.toBe(fingerprint(['a', 'b']));
  });

  it('show the name that a person gave, largest first, with their most central papers', () => {
    const papers = ['a', 'b', 'c', 'd'].map((id) => ({ id, title: `Title ${id}`, at: 0 }));
    const topic = (id: string, label: string, members: string[], rest: Partial<Topic> = {}) => ({
      id,
      label,
      colour: 0,
      keywords: [],
      members,
      ...rest,
    });
    const ice = topic('1', 'ice', ['d'], { theme: 't' });
    const tides = topic('2', 'tides', ['b', 'a'], { theme: 't', name: 'My moons' });
    const song = topic('3', 'song', ['c']);
    const theme = { id: 't', label: 'moons', colour: 0, keywords: [] };
    const listed = listThemes({ topics: [ice, tides, song], themes: [theme] }, papers);
    expect(listed.map(({ label, titles, topics }) => [label, titles, topics.length])).toEqual([
      ['moons', ['Title b', 'Title d'], 2],
      ['song', ['Title c'], 0],
    ]);
    expect(listed[0]?.topics.map(({ label, titles }) => [label, titles])).toEqual([
      ['My moons', ['Title b', 'Title a']],
      ['ice', ['Title d']],
    ]);
  });
});
