import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';
import { lookAt } from '@/storage/opening';
import { currentPlace, newPlace } from '@/storage/place';

/** A browser without buckets, of whose databases one may be damaged: then it lists none. */
function browser() {
  const factory = new IDBFactory();
  vi.stubGlobal('indexedDB', factory);
  return {
    factory,
    damage: () => {
      factory.databases = () => Promise.reject(new DOMException('', 'UnknownError'));
    },
  };
}

const make = (place: IDBFactory, name: string): Promise<number> =>
  new Promise((resolve) => {
    const request = place.open(name, 20);
    request.addEventListener('success', () => {
      resolve(request.result.version);
      request.result.close();
    });
  });

beforeEach(() => vi.stubGlobal('navigator', {}));

test('a browser without buckets has one place until another is needed', async () => {
  const { factory } = browser();
  expect(await currentPlace()).toBe(factory);
  expect(await factory.databases()).toEqual([]);
});

test('another place has the same databases under other names, and is found although one of before is damaged', async () => {
  const { factory, damage } = browser();
  await make(factory, 'gloss');
  damage();
  expect(await currentPlace()).toBe(factory);
  const second = (await newPlace())!;
  expect(await lookAt(second, 'gloss')).toEqual({ is: 'missing' });
  await make(second, 'gloss');
  const found = await currentPlace();
  expect(found).not.toBe(factory);
  expect(await lookAt(found, 'gloss')).toEqual({ is: 'there', version: 20 });
  expect(await lookAt(found, 'gloss-backups')).toEqual({ is: 'missing' });
  const third = (await newPlace())!;
  expect(await lookAt(third, 'gloss')).toEqual({ is: 'missing' });
  expect(await lookAt(await currentPlace(), 'gloss')).toEqual({ is: 'missing' });
});

test('a place whose sign is damaged with it is left for a further one', async () => {
  const { factory, damage } = browser();
  damage();
  await newPlace();
  await newPlace();
  const open = factory.open.bind(factory);
  factory.open = (name, version) => {
    if (name === 'gloss-place~2') throw new DOMException('', 'UnknownError');
    return version === undefined ? open(name) : open(name, version);
  };
  await make(await currentPlace(), 'gloss');
  expect(await lookAt((await newPlace())!, 'gloss')).toEqual({ is: 'missing' });
  expect(await lookAt(await currentPlace(), 'gloss')).toEqual({ is: 'missing' });
});

test('a browser that opens nothing at all has no other place', async () => {
  const { factory, damage } = browser();
  damage();
  factory.open = () => {
    throw new DOMException('', 'UnknownError');
  };
  expect(await currentPlace()).toBe(factory);
  expect(await newPlace()).toBeNull();
});
