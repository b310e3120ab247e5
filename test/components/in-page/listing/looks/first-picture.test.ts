import { beforeEach, expect, test, vi } from 'vitest';
import { createFirstPicture } from '@/components/in-page/listing/looks/first-picture';

let frames: (() => void)[] = [];
beforeEach(() => {
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => frames.push(callback));
});

const nextFrame = () => {
  for (const frame of frames.splice(0)) frame();
};

test('what waits for the first picture comes after it, once, when the states are known and the page is laid out', async () => {
  const done: string[] = [];
  const picture = createFirstPicture(() => done.push('drawn'), new AbortController().signal);
  picture.whenDrawn(() => done.push('triage'));
  let know = (): void => undefined;
  const known = new Promise<void>((resolve) => {
    know = resolve;
  });
  const drawn = picture.after(known);
  nextFrame();
  await new Promise((resolve) => setTimeout(resolve));
  expect(done).toEqual([]);
  know();
  await drawn;
  await picture.after(Promise.resolve());
  expect(done).toEqual(['drawn', 'triage']);
  picture.whenDrawn(() => done.push('at once'));
  expect(done.at(-1)).toBe('at once');
});

test('nothing is drawn, and nothing begun, on a page that Gloss has left', async () => {
  const ends = new AbortController();
  const done: string[] = [];
  const picture = createFirstPicture(() => done.push('drawn'), ends.signal);
  picture.whenDrawn(() => done.push('triage'));
  const after = picture.after(Promise.resolve());
  ends.abort();
  nextFrame();
  await after;
  expect(done).toEqual([]);
});
