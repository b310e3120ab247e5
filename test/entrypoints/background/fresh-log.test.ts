import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fail, ok, type Result } from '@/domain/result';
import { createLogKeeper } from '@/entrypoints/background/fresh-log';
import { beginFreshLog } from '@/storage/fresh-log';
import { memoryShelf } from '../../storage/shelf';

beforeEach(() => fakeBrowser.reset());

/** A place whose databases tell when one is opened, and a worker on it. */
function worker({ place = new IDBFactory(), hasRoom = true } = {}) {
  /** What was done for fresh logs, in order. */
  const done: string[] = [];
  const open = place.open.bind(place);
  place.open = (name, version) => {
    if (done.at(-1) !== 'log') done.push('log');
    return open(name, version);
  };
  const state: { hasRoom: boolean; answer: Result<null>; written: number } = {
    hasRoom,
    answer: ok(null),
    written: 0,
  };
  const outside = memoryShelf();
  const { set } = outside;
  outside.set = (values) => {
    if ('log' in values) done.push('shelf');
    return set(values);
  };
  const keeper = createLogKeeper({
    place: () => Promise.resolve(place),
    shelf: outside,
    hasRoom: () => Promise.resolve(state.hasRoom),
    note: () => undefined,
  });
  const calls = keeper.guard({
    'paper.status': () => {
      state.written += 1;
      return Promise.resolve(state.answer);
    },
    'library.newest': () => Promise.resolve(ok('all')),
  });
  const write = () => calls['paper.status']?.(null as never, {});
  const read = () => calls['library.newest']?.(null as never, {});
  const logs = () => done.filter((one) => one === 'log').length;
  return { state, done, logs, write, read, place, outside, shelf: keeper.shelf, torn: keeper.torn };
}

it('has one fresh log for all writes of a browser, whatever workers do them', async () => {
  const first = worker();
  expect(await first.write()).toEqual(ok(null));
  await first.write();
  expect(first.logs()).toBe(1);
  const second = worker({ place: first.place });
  await second.write();
  expect(second.logs()).toBe(0);
});

it('begins another after a write that failed, before the next', async () => {
  const { state, logs, write } = worker();
  await write();
  state.answer = fail('storage', 'The transaction was aborted.');
  await write();
  state.answer = ok(null);
  await write();
  expect(logs()).toBe(2);
});

it('begins another once the disk was seen to be full, and after a write that failed unasked', async () => {
  const { state, logs, write, torn } = worker();
  await write();
  state.hasRoom = false;
  await write();
  state.hasRoom = true;
  await write();
  expect(logs()).toBe(2);
  torn();
  await write();
  expect(logs()).toBe(3);
});

it('writes nothing while there is no room, reads, and goes on by itself with room again', async () => {
  const { state, logs, write, read } = worker({ hasRoom: false });
  expect(await write()).toEqual(fail('quota', 'The disk is full.'));
  expect(await read()).toEqual(ok('all'));
  expect([state.written, logs()]).toEqual([0, 0]);
  state.hasRoom = true;
  expect(await write()).toEqual(ok(null));
});

it('has what lies outside the databases written to a fresh log too, and not without room', async () => {
  const { state, outside, shelf } = worker();
  await shelf.set({ mark: 1 });
  expect([...outside.values]).toEqual([['mark', 1]]);
  state.hasRoom = false;
  await expect(shelf.set({ mark: 2 })).rejects.toThrow('The disk is full.');
  expect(await shelf.get('mark')).toBe(1);
});

it('has the library’s fresh log first, and the other store’s after it', async () => {
  const { done, write } = worker();
  await write();
  expect(done).toEqual(['log', 'shelf']);
});

it('leaves a database that the next fresh log begins by deleting', async () => {
  const place = new IDBFactory();
  await worker({ place }).write();
  const [left] = await place.databases();
  expect(left).toMatchObject({ name: 'gloss-log' });
  const asked: string[] = [];
  const [open, remove] = [place.open.bind(place), place.deleteDatabase.bind(place)];
  place.open = (...ask) => {
    asked.push('open');
    return open(...ask);
  };
  place.deleteDatabase = (name) => {
    asked.push('delete');
    return remove(name);
  };
  await beginFreshLog(place);
  expect(asked[0]).toBe('delete');
});
