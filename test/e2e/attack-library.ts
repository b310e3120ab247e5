import type { Page } from '@playwright/test';
import type { AppProtocol } from '@/rpc/protocol';
import { ask } from './attack-page';
import { annotate, call, expect, type Listing } from './fixtures';

const NEW = 'https://arxiv.org/list/me.AS/new';

/** A person's texts here and elsewhere: none is on the page. */
export const SECRETS = {
  tag: 'zeugmaplan',
  other: 'palimpsest',
  note: 'quixotic doubts',
  comment: 'obelisk comment',
  title: 'Vellum elsewhere',
  typed: 'xylophone typed',
};
export const ALL = Object.values(SECRETS);

const paperOf = (keys: string[], title: string) => ({
  keys,
  title,
  authors: [],
  abstract: '',
  links: [],
  listing: { site: 'arxiv', url: NEW, title: '', at: 1 },
});

/** Makes a call to the background, in any browser. */
type Ask = (name: keyof AppProtocol, ask: unknown) => Promise<{ ok: boolean }>;

/** A library with something of everything: a paper of the page, and one of no page. */
export const plant = (app: Page): Promise<void> =>
  plantBy((name, about) => call(app, name, about as never));

/** The same, by calls of any browser. */
export async function plantBy(make: Ask): Promise<void> {
  const here = paperOf(['arxiv:2401.00001'], 'here');
  const elsewhere = paperOf(['arxiv:1999.99999'], SECRETS.title);
  const done = [
    await make('paper.tag', { opId: 't1', paper: here, name: SECRETS.tag, on: true }),
    await make('paper.tag', { opId: 't2', paper: elsewhere, name: SECRETS.other, on: true }),
    await make('paper.note', { opId: 'n1', paper: here, base: '', text: SECRETS.note }),
    await make('highlight.add', {
      opId: 'h1',
      paper: here,
      highlight: {
        id: 'h-1',
        field: 'abstract',
        quote: { exact: 'We consider', prefix: '', suffix: ' ' },
        position: { start: 0, end: 11 },
        colour: 'rose',
        comment: SECRETS.comment,
        source: NEW,
        createdAt: 1,
      },
    }),
    // The newest step of all, so that an undo names the paper that is not on the page.
    await make('paper.status', { opId: 's1', paper: elsewhere, status: 'saved' }),
  ];
  expect(done.every(({ ok }) => ok)).toBe(true);
}

export async function statesOf(app: Page, listing: Listing) {
  const answer = await annotate(app, listing);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value.papers.map(({ state }) => state);
}

/** What a person made: what Gloss learns of a paper from the list itself may come in meanwhile. */
export const madeOf = async (app: Page, listing: Listing) =>
  (await statesOf(app, listing)).map(({ status, tags, note, highlights }) => ({
    status,
    tags,
    note,
    highlights,
  }));

/** Has the page's own script attack; resolves to what it got. */
export const attack = async <T>(page: Page, name: string, value: unknown): Promise<T> =>
  JSON.parse(await page.evaluate<string>(ask(name, value))) as T;

/** Which of the texts a page's script finds. */
export const reads = (page: Page): Promise<string[]> => attack(page, 'reads', ALL);
