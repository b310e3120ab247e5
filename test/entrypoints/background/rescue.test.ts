import { expect, test } from 'vitest';
import { createErrors } from '@/entrypoints/background/errors';
import { rescueHandlers } from '@/entrypoints/background/rescue';
import { env, filled, rig } from './kept';

test('a restoring whose answer was lost on the way is done once, and answered again', async () => {
  const { shelf } = await filled();
  const { keeper } = rig(shelf);
  expect(await keeper.enter()).toBe('lost');
  const hasRoom = () => Promise.resolve(true);
  const handlers = rescueHandlers({ keeper, shelf, env, errors: createErrors(env), hasRoom });
  const ask = { opId: 'r', from: { kind: 'copy' } } as const;
  const first = await handlers['library.rescue'](ask, {});
  expect(first).toMatchObject({ ok: true, value: { new: 3 } });
  expect(await handlers['library.rescue'](ask, {})).toEqual(first);
  expect(await handlers['library.rescue']({ ...ask, opId: 'another' }, {})).toMatchObject({
    ok: false,
    error: { reason: 'invalid' },
  });
  expect(await (await keeper.open()).db.papers.count()).toBe(3);
});
