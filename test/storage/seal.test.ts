import { expect, test } from 'vitest';
import { createSeal } from '@/storage/seal';
import { memoryShelf } from './shelf';

test('the seal is one for all who ask, and after the worker was stopped', async () => {
  const shelf = memoryShelf();
  let made = 0;
  const newId = () => `seal${(made += 1)}`;
  const first = createSeal(shelf, newId);
  expect(new Set(await Promise.all([first(), first(), first()]))).toEqual(new Set(['seal1']));
  expect(await createSeal(shelf, newId)()).toBe('seal1');
});

test('on a full disk there is none, until there is room', async () => {
  const shelf = memoryShelf();
  const seal = createSeal(shelf, () => 'seal');
  shelf.isFull = true;
  expect(await seal()).toBe('');
  shelf.isFull = false;
  expect(await seal()).toBe('seal');
});
