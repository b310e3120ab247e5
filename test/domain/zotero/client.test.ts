import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LibraryPaper } from '@/domain/paper/paper';
import { known, send, targets, ZOTERO, type ZoteroPorts } from '@/domain/zotero/client';
import { noteHtml, zoteroItem } from '@/domain/zotero/item';
import { startZotero, type ZoteroServer } from './server';

let zotero: ZoteroServer;
beforeEach(async () => {
  zotero = await startZotero();
});
afterEach(() => zotero.close());

let ids = 0;
/** As a browser sends: with its name and an origin. */
const ports = (headers: Record<string, string> = {}): ZoteroPorts => ({
  fetch: (url, init) =>
    fetch(url.replace(ZOTERO, zotero.address), {
      ...init,
      headers: {
        ...(init.headers as object),
        'User-Agent': 'Mozilla/5.0 Test',
        Origin: 'chrome-extension://x',
        ...headers,
      },
    }),
  newId: () => `session${(ids += 1)}`,
});

const paper = (number: number, more: Partial<LibraryPaper> = {}): LibraryPaper => ({
  id: `arxiv:2401.0000${number}`,
  keys: [`arxiv:2401.0000${number}`],
  status: 'saved',
  tags: [],
  note: { text: '', revision: '' },
  highlights: [],
  sighting: null,
  savedAt: 1,
  notices: [],
  rev: 1,
  title: `Paper ${number}`,
  authors: ['Ann B. van der Author', 'Consortium'],
  abstract: 'We measure tides.',
  links: [`https://arxiv.org/abs/2401.0000${number}`],
  facts: {},
  listings: [],
  createdAt: 1,
  updatedAt: 1,
  ...more,
});
const tag = (name: string) => ({ id: name, name, colour: 0 });
const to = { target: 'C23', uri: 'https://arxiv.org/list/x/new' };

describe('sending', () => {
  test('puts papers with the same tags into one session, each in the chosen collection with its tags', async () => {
    const papers = [
      paper(1, { tags: [tag('moons'), tag('tides')] }),
      paper(2),
      paper(3, { tags: [tag('tides'), tag('moons')] }),
    ];
    const done = await send(ports(), papers, to);
    expect(done).toEqual({
      sent: expect.arrayContaining(papers.map(({ id }) => id)),
      left: [],
      problem: null,
    });
    const sessions = [...zotero.sessions.values()];
    expect(
      sessions.map(({ items, target, tags }) => [items.map(({ title }) => title), target, tags]),
    ).toEqual([
      [['Paper 1', 'Paper 3'], 'C23', ['moons', 'tides']],
      [['Paper 2'], 'C23', []],
    ]);
    expect(sessions.flatMap(({ items }) => items.flatMap(({ tags }) => tags))).toEqual([]);
  });

  test('saves once when the answer was lost and the same is sent again', async () => {
    zotero.set({ losesAnswer: true });
    expect(await send(ports(), [paper(1)], to)).toMatchObject({ left: [], problem: null });
    expect(zotero.sessions.size).toBe(1);
  });

  test('says what stays behind when the library can’t be written to', async () => {
    zotero.set({ editable: false });
    const done = await send(ports(), [paper(1)], to);
    expect(done).toEqual({ sent: [], left: ['arxiv:2401.00001'], problem: 'readOnly' });
  });

  test('says when the collection is gone', async () => {
    const done = await send(ports(), [paper(1)], { ...to, target: 'C99' });
    expect(done.problem).toBe('noTarget');
  });
});

describe('finding Zotero', () => {
  test('asks with the header without which it answers nothing', async () => {
    expect((await targets(ports())).ok).toBe(true);
    const without = ports({ 'X-Zotero-Connector-API-Version': '' });
    expect(await targets(without)).toEqual({ ok: false, problem: 'notRunning' });
  });

  test('tells another program on its port', async () => {
    zotero.set({ isZotero: false });
    expect(await targets(ports())).toEqual({ ok: false, problem: 'notZotero' });
  });

  test('lists where papers can go, with what is chosen there', async () => {
    const answer = await targets(ports());
    expect(answer.ok && [answer.value.chosen, answer.value.targets.map(({ id }) => id)]).toEqual([
      'C23',
      ['L1', 'C23'],
    ]);
  });
});

describe('papers that are there already', () => {
  test('are known by DOI or arXiv id, wherever the item has it', async () => {
    zotero.set({
      api: true,
      library: [{ key: 'A', data: { extra: 'arXiv:2401.00001 [astro-ph]' } }],
    });
    expect(await known(ports(), [paper(1), paper(2)])).toEqual({
      ok: true,
      value: ['arxiv:2401.00001'],
    });
  });

  test('are not asked for where the local API is off', async () => {
    expect(await known(ports(), [paper(1)])).toEqual({ ok: false, problem: 'apiOff' });
  });
});

describe('an item', () => {
  test('has its names, ids and date where Zotero looks for them', () => {
    expect(zoteroItem(paper(1))).toMatchObject({
      itemType: 'preprint',
      creators: [
        { firstName: 'Ann B.', lastName: 'van der Author' },
        { lastName: 'Consortium', fieldMode: 1 },
      ],
      date: '2024-01',
      DOI: '10.48550/arXiv.2401.00001',
      archiveID: 'arXiv:2401.00001',
      extra: 'arXiv:2401.00001',
    });
    const published = paper(1, {
      keys: ['arxiv:2401.00001', 'doi:10.1000/x', 'acl:2024.acl-long.1'],
    });
    expect(zoteroItem(published)).toMatchObject({ itemType: 'conferencePaper', DOI: '10.1000/x' });
  });

  test('brings note and passages as text, never as markup', () => {
    const html = noteHtml({
      note: { text: '<img src=x onerror=alert(1)>\nsecond line\n\nnew paragraph', revision: '' },
      highlights: [
        {
          id: 'h',
          field: 'abstract',
          colour: 'amber',
          comment: 'a < b',
          source: '',
          createdAt: 1,
          quote: { exact: '</blockquote><script>', prefix: '', suffix: '' },
          position: { start: 0, end: 1 },
        },
      ],
    });
    expect(html.replace(/<\/?(?:p|blockquote|br\/)>/g, '').match(/[<>]/g)).toBeNull();
    expect(html.match(/<p>/g)).toHaveLength(4);
  });
});
