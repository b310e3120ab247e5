import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import type { Keeper, Stores } from '@/entrypoints/background/keeper';
import { openLibrary } from '@/entrypoints/background/open-library';
import { takeCopy } from '@/storage/backup/copy';
import { replaceByBackup } from '@/storage/backup/restore';
import { GlossDatabase } from '@/storage/db';
import { succeed } from '@/storage/mark';
import { readMark } from '@/storage/read/mark';
import { byRules } from '@/storage/opening';
import { writeStatus } from '@/storage/steps/actions';
import { refOf } from '../../storage/open';
import { env, filled, rig } from './kept';

/** Restores as the handlers do. */
async function restore(keeper: Keeper, { db, backups }: Stores, id: string | null): Promise<void> {
  const mark = await keeper.known();
  await replaceByBackup(db, backups, env, { opId: 'r', id: id ?? '' }, undefined, {
    committing: () => succeed(db, mark),
  });
}

test('a first start makes a library; the next finds it well', async () => {
  const { shelf, browser } = await filled();
  const { keeper } = rig(shelf, browser.factory);
  expect(await keeper.enter()).toBeNull();
  expect(await (await keeper.open()).db.papers.count()).toBe(3);
});

test('a library that is gone is not made anew before a person chose, and comes back from the copy', async () => {
  const { shelf } = await filled();
  const { keeper, browser, changes } = rig(shelf);
  expect(await keeper.enter()).toBe('lost');
  expect(await keeper.enter()).toBe('lost');
  expect(changes).toHaveLength(1);
  const { db } = await keeper.open();
  await expect(db.papers.count()).rejects.toThrow();
  expect((await browser.factory.databases()).map(({ name }) => name)).not.toContain('gloss');
  const stores = await keeper.openAnew();
  // A worker that dies here leaves the choice to the next; one that dies after the restoring does not.
  expect(await rig(shelf, browser.factory).keeper.enter()).toBe('lost');
  const id = await takeCopy(stores.backups, shelf);
  await restore(keeper, stores, id);
  expect(await rig(shelf, browser.factory).keeper.enter()).toBeNull();
  await keeper.settled();
  expect(await keeper.enter()).toBeNull();
  expect(await rig(shelf, browser.factory).keeper.enter()).toBeNull();
  expect(await stores.db.papers.count()).toBe(3);
});

test('a library is known to be lost although each worker of before was stopped at once after its writes', async () => {
  const { shelf, keeper } = rig();
  await keeper.enter();
  const { db } = await keeper.open();
  await writeStatus(db, env, { opId: 'a', paper: refOf(['arxiv:2401.00001']), status: 'saved' });
  // What was acknowledged was marked before; that papers are counted a moment later comes to nothing.
  await keeper.written();
  db.close();
  expect(await rig(shelf).keeper.enter()).toBe('lost');
});

test('papers are counted a moment after a write', async () => {
  const { shelf, keeper } = rig();
  await keeper.enter();
  const { db } = await keeper.open();
  await writeStatus(db, env, { opId: 'a', paper: refOf(['arxiv:2401.00001']), status: 'saved' });
  await keeper.written();
  await expect.poll(() => readMark(shelf), { timeout: 5_000 }).toMatchObject({ papers: 1 });
});

test('writes at once are all marked when they are acknowledged', async () => {
  const { shelf, keeper } = rig();
  await keeper.enter();
  const { db } = await keeper.open();
  const papers = Array.from({ length: 8 }, (_, at) => `arxiv:2401.0000${at}`);
  await Promise.all(
    papers.map(async (paper) => {
      const { rev } = await db.transaction('rw', db.tables, async () => {
        await writeStatus(db, env, { opId: paper, paper: refOf([paper]), status: 'saved' });
        return (await db.revisions.orderBy('rev').last())!;
      });
      await keeper.written();
      expect((await readMark(shelf))!.rev).toBeGreaterThanOrEqual(rev);
    }),
  );
});

test('a mark that a worker left behind the library is brought up to it by the next', async () => {
  const { shelf, browser } = await filled();
  const { keeper } = rig(shelf, browser.factory);
  await keeper.enter();
  const { db } = await keeper.open();
  await writeStatus(db, env, { opId: 'late', paper: refOf(['arxiv:2402.00001']), status: 'read' });
  db.close();
  const behind = (await readMark(shelf))!.rev;
  expect(await rig(shelf, browser.factory).keeper.enter()).toBeNull();
  expect((await readMark(shelf))!.rev).toBeGreaterThan(behind);
});

test('a library whose mark is gone is known by its copy, and one whose mark can’t be read by its emptiness', async () => {
  const { shelf, browser } = await filled();
  shelf.values.delete('mark');
  expect(await rig(shelf).keeper.enter()).toBe('lost');
  expect(await rig(shelf, browser.factory).keeper.enter()).toBeNull();
  expect(await readMark(shelf)).toMatchObject({ papers: 3 });
  const unread = { ...shelf, get: () => Promise.reject(new Error('Corruption: bad block')) };
  expect(await rig(unread).keeper.enter()).toBe('lost');
  expect(await rig(unread, browser.factory).keeper.enter()).toBeNull();
});

test('a lost library stays lost however often a worker dies while it is restored', async () => {
  const { shelf } = await filled();
  const { browser, keeper } = rig(shelf);
  expect(await keeper.enter()).toBe('lost');
  for (let times = 0; times < 5; times += 1) {
    const next = rig(shelf, browser.factory).keeper;
    expect(await next.enter()).toBe('lost');
    (await next.openAnew()).db.close();
  }
});

test('a place that was emptied is left: rows of before may come to light in it', async () => {
  const { shelf } = await filled();
  const { keeper, browser } = rig(shelf);
  const emptied = browser.factory;
  expect(await keeper.enter()).toBe('lost');
  await restore(
    keeper,
    await keeper.openAnew(),
    await takeCopy((await keeper.open()).backups, shelf),
  );
  await keeper.settled();
  expect(browser.factory).not.toBe(emptied);
  expect(await emptied.databases()).toEqual([]);
  // The place that it came back to is not left again.
  const second = rig(shelf, browser.factory);
  expect(await second.keeper.enter()).toBeNull();
  expect(second.browser.factory).toBe(browser.factory);
});

test('a database that can’t be opened is damaged, or the disk is full; it is opened when it can be', async () => {
  const { shelf, browser: before } = await filled();
  const { keeper, browser } = rig(shelf, before.factory);
  browser.isBroken = true;
  expect(await keeper.enter()).toBe('damaged');
  browser.hasRoom = false;
  expect(await keeper.enter()).toBe('quota');
  browser.isBroken = false;
  expect(await keeper.enter()).toBeNull();
  expect(await (await keeper.open()).db.papers.count()).toBe(3);
});

test('a library whose place can’t be opened comes back in another', async () => {
  const { shelf, browser: before } = await filled();
  const { keeper, browser } = rig(shelf, before.factory);
  browser.isBroken = true;
  expect(await keeper.enter()).toBe('damaged');
  const { db, backups } = await keeper.openAnew();
  const id = await takeCopy(backups, shelf);
  await restore(keeper, { db, backups }, id);
  await keeper.settled();
  expect(await keeper.enter()).toBeNull();
  expect(await (await keeper.open()).db.papers.count()).toBe(3);
});

test('a library that someone holds open for an upgrade says so, and goes on when it can', async () => {
  const { keeper, browser, changes } = rig();
  const holder = await new Promise<IDBDatabase>((resolve) => {
    const request = browser.factory.open('gloss', 5);
    request.addEventListener('success', () => resolve(request.result));
  });
  expect(await keeper.enter()).toBe('blocked');
  expect(await keeper.enter()).toBe('blocked');
  holder.close();
  await expect.poll(() => changes.length).toBe(2);
  expect(await keeper.enter()).toBeNull();
});

test('an upgrade of which the browser does not say that it is blocked is found out, and goes on when it can', async () => {
  const factory = new IDBFactory();
  const holder = await new Promise<IDBDatabase>((resolve) => {
    const request = factory.open('gloss', 5);
    request.addEventListener('success', () => resolve(request.result));
  });
  const silent = Object.create(factory, {
    open: {
      value: (name: string, version?: number) =>
        Object.defineProperty(factory.open(name, version), 'onblocked', {
          set() {
            // No context is told.
          },
        }),
    },
    databases: { value: () => factory.databases() },
  }) as IDBFactory;
  const rules = { mayCreate: true };
  const db = new GlossDatabase('gloss', byRules(silent, rules));
  const outcome = await openLibrary({
    db,
    place: silent,
    rules,
    silence: 20,
    hasRoom: () => Promise.resolve(true),
    note: () => undefined,
  });
  expect(outcome.is).toBe('blocked');
  holder.close();
  if (outcome.is === 'blocked') await outcome.until;
  expect(db.isOpen()).toBe(true);
});
