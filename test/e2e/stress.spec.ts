import type { Page } from '@playwright/test';
import { arxivList } from '@/bench/arxiv-list';
import { seeded } from '@/domain/topics/numbers/random';
import { call, describe, expect, type Listing, test } from './fixtures';

/*
 * A person at random in three tabs that show the same papers, while the browser stops the worker now and then and
 * messages are lost. What the page shows as done must be what the database holds, and undoing to the start leaves an
 * empty library. `npm run stress` does 3,000 actions for each of its seeds.
 */

const ACTIONS = Number(process.env['GLOSS_STRESS'] ?? 40);
const SEEDS = (process.env['GLOSS_SEEDS'] ?? '1').split(',').map(Number);
const ENTRIES = 12;
const PAGES = ['new', 'recent', 'pastweek'].map((list) => `https://arxiv.org/list/me.AS/${list}`);
/** Actions between two deaths of the worker. */
const LIFE = 20;

test.use({ hosts: ['https://arxiv.org/*'] });
test.describe.configure({ timeout: 60_000 + ACTIONS * 1_000 });

async function shown(app: Page, listing: Listing) {
  const answer = await describe(app, listing);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value.papers.map(({ ids, state }) => ({ ids, state }));
}

/** What the database holds of some papers, read past everything that a page keeps in mind. */
async function stored(app: Page, papers: { ids: Record<string, string> }[]) {
  const answer = await call(app, 'page.states', {
    papers: papers.map(({ ids }) => ({ ids, title: '', opening: '' })),
  });
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

/** Of a page's messages some are lost with the worker before it acted, some after, without notice. */
const LOSES = `{
  const { sendMessage } = chrome.runtime;
  let count = 0;
  chrome.runtime.sendMessage = (message) => {
    count += 1;
    const never = new Promise(() => undefined);
    if (count % 43 === 0) return never;
    const answer = sendMessage.call(chrome.runtime, message);
    return count % 61 === 0 ? answer.then(() => never) : answer;
  };
}`;

type State = Awaited<ReturnType<typeof stored>>[number];

/** What a person made of a paper. */
const madeOf = (state: State) => [
  state?.status ?? null,
  (state?.tags ?? []).map(({ name }) => name).toSorted(),
  state?.note.text ?? '',
];

const NOTHING = [null, [], ''];

class Person {
  private notes = 0;
  constructor(
    private readonly app: Page,
    private readonly random: () => number,
  ) {}

  private pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.random() * list.length)] as T;
  }

  /** Does one thing in a tab that is in triage mode. */
  async act(listing: Listing): Promise<void> {
    const { keyboard } = listing.page;
    for (let step = Math.floor(this.random() * 4); step > 0; step -= 1)
      await keyboard.press(this.pick(['j', 'k']));
    const chance = this.random();
    if (chance < 0.6) await keyboard.press(this.pick(['s', 'd', 'r']));
    else if (chance < 0.75) await keyboard.press('u');
    else if (chance < 0.88) await this.tag(listing);
    else await this.note(listing);
  }

  private async tag({ page, layer }: Listing): Promise<void> {
    await page.keyboard.press('t');
    await layer.find('[data-gloss="tag-input"]');
    await page.keyboard.type(this.pick(['moons', 'rings', 'to read']));
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await layer.gone('[data-gloss="tag-input"]');
  }

  private async note({ page, layer }: Listing): Promise<void> {
    await page.keyboard.press('n');
    await layer.find('[data-gloss="note-input"]');
    await page.keyboard.press('Control+End');
    await page.keyboard.type(` thought ${(this.notes += 1)}`);
    await layer.shows('[data-gloss="note-state"]', 'Saved');
    await page.keyboard.press('Escape');
    await layer.gone('[data-gloss="note-input"]');
  }

  chance(share: number): boolean {
    return this.random() < share;
  }

  tab(listings: Listing[]): Listing {
    return this.pick(listings);
  }
}

for (const seed of SEEDS)
  test(`${ACTIONS} random actions in three tabs, the worker killed between: seed ${seed}`, async ({
    app,
    openListing,
    killWorker,
  }) => {
    const listings: Listing[] = [];
    for (const url of PAGES) {
      const listing = await openListing(arxivList(ENTRIES), url);
      await describe(app, listing);
      await app.evaluate(
        (id) => chrome.tabs.sendMessage(id, { gloss: 'listing.triage', ask: null }),
        listing.tabId,
      );
      await listing.layer.evaluate(LOSES);
      listings.push(listing);
    }
    const person = new Person(app, seeded(seed));
    const agree = async (): Promise<void> => {
      for (const [tab, listing] of listings.entries())
        await expect
          .poll(
            async () => {
              const papers = await shown(app, listing);
              const states = await stored(app, papers);
              return papers.flatMap(({ ids, state }, index) => {
                const [here, there] = [madeOf(state), madeOf(states[index] ?? null)];
                return JSON.stringify(here) === JSON.stringify(there)
                  ? []
                  : { tab, ids, here, there };
              });
            },
            { intervals: [20, 50, 100, 200] },
          )
          .toEqual([]);
    };
    for (let done = 0; done < ACTIONS; ) {
      const listing = person.tab(listings);
      await listing.page.bringToFront();
      // Some in a row in one tab, as a person does.
      for (let run = 0; run < 10 && done < ACTIONS; run += 1, done += 1) {
        await person.act(listing);
        if (done % LIFE === LIFE - 1) await killWorker();
      }
      if (person.chance(0.3)) await agree();
    }
    await agree();

    let steps = 0;
    for (let step = 0; ; step += 1) {
      if (step % LIFE === LIFE - 1) await killWorker();
      const undone = await call(app, 'undo', { opId: `undo-${step}` }).catch(() => null);
      if (!undone) continue;
      if (!undone.ok) throw new Error(undone.error.message);
      if (undone.value === null) break;
      steps += 1;
    }
    expect(steps, 'there was something to undo').toBeGreaterThan(ACTIONS / 4);
    await agree();
    const [first] = listings;
    if (!first) throw new Error('There is no tab.');
    const papers = await shown(app, first);
    expect(papers.map(({ state }) => madeOf(state))).toEqual(papers.map(() => NOTHING));
    const list = await call(app, 'library.newest', { after: null, limit: 50 });
    expect(list.ok && list.value.papers).toEqual([]);
    const tags = await call(app, 'tags.list', null);
    expect(tags.ok && tags.value).toEqual([]);
  });
