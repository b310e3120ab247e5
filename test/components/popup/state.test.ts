import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { createRecent, queryOf } from '@/components/popup/recent-state';
import type { Filters } from '@/components/popup/state';
import { listTopics } from '@/components/popup/topics-state';
import { fingerprint } from '@/components/topics/grouping';
import { type LibraryPaper, unknownState } from '@/domain/paper';
import { fail, ok, type Result } from '@/domain/result';
import type { Call } from '@/rpc/client';
import type { AppProtocol, LibraryPage, LibraryQuery } from '@/rpc/protocol';

const filters = (): Filters => ({
  text: signal(''),
  status: signal(null),
  tag: signal(null),
  topic: signal(null),
});

const paper = (id: string): LibraryPaper => ({
  ...unknownState([`arxiv:${id}`]),
  id,
  title: id,
  authors: [],
  abstract: '',
  links: [],
  listings: [],
  createdAt: 0,
  updatedAt: 0,
});

/** A library whose answers are given by hand, in any order. */
function library() {
  const asked: { query: LibraryQuery; answer: (page: Result<LibraryPage>) => void }[] = [];
  const call = ((_name: string, query: LibraryQuery) =>
    new Promise<Result<LibraryPage>>((answer) => {
      asked.push({ query, answer });
    })) as unknown as Call<AppProtocol>;
  const page = (ids: string[], next: string | null = null): Result<LibraryPage> =>
    ok({ papers: ids.map(paper), next });
  return { asked, call, page };
}

describe('the list', () => {
  it('drops the answer to a search that another one followed', async () => {
    const [wanted, { asked, call, page }] = [filters(), library()];
    const { listed, load } = createRecent(call, wanted);
    wanted.text.value = 'ti';
    const first = load();
    wanted.text.value = 'tide';
    const second = load();
    asked[1]!.answer(page(['tides']));
    await second;
    asked[0]!.answer(page(['tin']));
    await first;
    expect(listed.value.papers.map(({ id }) => id)).toEqual(['tides']);
  });

  it('grows without repeating a paper that moved, and keeps its length when it is asked anew', async () => {
    const { asked, call, page } = library();
    const { listed, load, more } = createRecent(call, filters());
    const ids = Array.from({ length: 40 }, (_, index) => `p${index}`);
    const first = load();
    asked[0]!.answer(page(ids.slice(0, 30), 'p29'));
    await first;
    const [second, again] = [more(), more()];
    expect(asked).toHaveLength(2);
    expect(asked[1]!.query.after).toBe('p29');
    asked[1]!.answer(page(ids.slice(28)));
    await Promise.all([second, again]);
    expect(listed.value.papers.map(({ id }) => id)).toEqual(ids);
    void load();
    expect(asked[2]!.query.limit).toBe(40);
  });

  it('keeps what it shows when a later answer is a failure', async () => {
    const { asked, call, page } = library();
    const { listed, load } = createRecent(call, filters());
    const first = load();
    asked[0]!.answer(page(['a']));
    await first;
    const second = load();
    asked[1]!.answer(fail('unreachable', 'Nobody answered.'));
    await second;
    expect(listed.value.papers).toHaveLength(1);
    expect(listed.value.failure?.reason).toBe('unreachable');
  });

  it('asks for what the filters say', () => {
    const wanted = filters();
    wanted.text.value = '  tides ';
    wanted.tag.value = 'to-read';
    wanted.topic.value = { label: 'Moons', ids: ['a'] };
    expect(queryOf(wanted, { after: null, limit: 5 })).toEqual({
      text: 'tides',
      tags: ['to-read'],
      status: null,
      ids: ['a'],
      after: null,
      limit: 5,
    });
  });
});

describe('topics', () => {
  it('are computed anew when a paper came or went, and only then', () => {
    expect(fingerprint(['b', 'a'])).toBe(fingerprint(['a', 'b']));
    expect(fingerprint(['a', 'b'])).not.toBe(fingerprint(['a', 'c']));
    expect(fingerprint(['ab'])).not.toBe(fingerprint(['a', 'b']));
  });

  it('show the name that a person gave, largest first, with their most central papers', () => {
    const papers = ['a', 'b', 'c', 'd'].map((id) => ({ id, title: `Title ${id}`, abstract: '' }));
    const listed = listTopics(
      [
        { id: '1', label: 'ice', colour: 0, keywords: [], members: ['d'] },
        {
          id: '2',
          label: 'tides',
          name: 'My moons',
          colour: 1,
          keywords: [],
          members: ['b', 'a', 'c'],
        },
      ],
      papers,
    );
    expect(listed.map(({ label, titles }) => [label, titles])).toEqual([
      ['My moons', ['Title b', 'Title a']],
      ['ice', ['Title d']],
    ]);
  });
});
