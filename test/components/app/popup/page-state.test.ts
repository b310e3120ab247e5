import { signal } from '@preact/signals';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPage } from '@/components/app/popup/page-state';
import type { Filters, Ports } from '@/components/app/popup/ports';
import { unknownState } from '@/domain/paper/paper';
import { fail, ok, type Result } from '@/domain/result';
import type { ListingDescription } from '@/rpc/protocol';

/** What a content script tells of a list of some titles. */
const description = (
  titles: string[],
  more: Partial<ListingDescription> = {},
): ListingDescription => ({
  is: 'read',
  site: 'arxiv',
  url: 'https://arxiv.org/list/cs/new',
  counts: { papers: titles.length, unseen: titles.length, saved: 0 },
  papers: titles.map((title, at) => ({
    title,
    abstract: '',
    authors: [],
    facts: {},
    ids: {},
    url: null,
    state: { ...unknownState([`arxiv:2401.0000${at}`]), status: at === 0 ? 'saved' : null },
  })),
  readings: 1,
  ms: 1,
  ...more,
});

const SILENT = fail('missing', 'Nobody answers.');

/** A popup over a page whose content script gives some answers, one after the other; the last stays. */
function popup(described: Result<ListingDescription>[], url = 'https://news.example/papers') {
  const calls: unknown[] = [];
  const answers: Record<string, Result<unknown>> = {};
  const problems: (string | null)[] = [];
  let closed = 0;
  const answer = (name: string, ask: unknown): Result<unknown> => {
    calls.push([name, ask]);
    return answers[name] ?? ok(null);
  };
  const ports = {
    call: async (name: string, ask: unknown) => answer(name, ask),
    callTab: async (_tab: number, name: string, ask: unknown) =>
      name === 'listing.describe'
        ? ((described.length > 1 ? described.shift() : described[0]) ?? SILENT)
        : answer(name, ask),
    activeTab: async () => ({ id: 7, url }),
    permissions: { has: async () => false, request: async () => true, remove: async () => true },
    close: () => void (closed += 1),
    now: () => new Date(0),
  } as unknown as Ports;
  const filters: Filters = {
    text: signal(''),
    status: signal(null),
    tag: signal(null),
    topic: signal(null),
  };
  const page = createPage(ports, filters, (problem) => problems.push(problem));
  return { page, filters, calls, answers, problems, closed: () => closed };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a list shows its papers, narrowed by what is typed and by status', async () => {
  const { page, filters } = popup([ok(description(['Tides on moons', 'Rings of dust']))]);
  await page.load();
  const titles = () => page.papers.value.map(({ title }) => title);
  expect(titles()).toEqual(['Tides on moons', 'Rings of dust']);
  filters.text.value = 'dust';
  expect(titles()).toEqual(['Rings of dust']);
  filters.text.value = 'dust OR (';
  expect(titles()).toEqual(['Tides on moons', 'Rings of dust']);
  filters.text.value = '';
  filters.status.value = 'saved';
  expect(titles()).toEqual(['Tides on moons']);
});

test.each<[string, Result<ListingDescription>, string | undefined, object]>([
  ['of the browser', SILENT, 'chrome://settings', { is: 'closed', why: 'browser' }],
  ['that is a PDF', SILENT, 'https://a.example/b.pdf', { is: 'closed', why: 'pdf' }],
  ['without a content script', SILENT, undefined, { is: 'offer', isWorking: false }],
  ['that nobody reads yet', ok(description([], { is: 'unread' })), undefined, { is: 'offer' }],
  ['where Gloss is off', ok(description([], { is: 'off' })), undefined, { is: 'off' }],
  ['that an adapter found nothing on', ok(description([])), undefined, { isMissed: true }],
  ['of the extension itself', ok(description(['A'])), 'chrome-extension://x/', { is: 'listing' }],
])('a page %s is told as such', async (_, answer, url, kind) => {
  const { page } = popup([answer], url);
  await page.load();
  expect(page.kind.value).toMatchObject(kind);
});

test('a page that Gloss is started on is asked until it answers', async () => {
  const { page, problems } = popup([SILENT, SILENT, SILENT, ok(description(['Tides on moons']))]);
  await page.load();
  const started = page.annotate(7);
  expect(page.kind.value).toMatchObject({ is: 'offer', isWorking: true });
  await vi.runAllTimersAsync();
  await started;
  expect(page.kind.value).toMatchObject({ is: 'listing' });
  expect(problems).toEqual([null]);
});

test('a page that never answers is offered again, and the popup says so', async () => {
  const { page, problems } = popup([SILENT]);
  await page.load();
  const started = page.annotate(7);
  await vi.runAllTimersAsync();
  await started;
  expect(page.kind.value).toMatchObject({ is: 'offer', isWorking: false });
  expect(problems.at(-1)).toContain('popup_because_missing');
});

test('the popup leaves for the page only where the page follows', async () => {
  const { page, answers, calls, problems, closed } = popup([ok(description(['Tides on moons']))]);
  await page.load();
  answers['listing.triage'] = fail('missing', 'The page is gone.');
  await page.triage(7);
  expect([closed(), problems.length]).toEqual([0, 1]);
  const [paper] = page.papers.value;
  if (paper) await page.show(paper);
  expect(closed()).toBe(1);
  expect(calls).toContainEqual(['listing.show', { keys: ['arxiv:2401.00000'] }]);
});

test('a row of the page’s list leads to its entry there, and the popup goes; else it says why not', async () => {
  const { page, calls, answers, problems, closed } = popup([ok(description(['Tides on moons']))]);
  await page.load();
  const [paper] = page.papers.value;
  await page.show(paper!);
  expect(calls).toEqual([['listing.show', { keys: paper!.keys }]]);
  expect(closed()).toBe(1);
  answers['listing.show'] = SILENT;
  await page.show(paper!);
  expect(closed()).toBe(1);
  expect(problems.at(-1)).toContain('couldnt_show');
});
