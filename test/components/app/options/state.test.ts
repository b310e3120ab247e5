import { expect, test } from 'vitest';
import { createOptions, linesOf } from '@/components/app/options/state';
import { DEFAULT_SETTINGS } from '@/domain/settings';
import { fail, ok } from '@/domain/result';
import type { Call } from '@/rpc/client';
import type { AppProtocol } from '@/rpc/protocol';

test('lines are a list without empty ones and without repeats', () => {
  expect(linesOf(' survey \n\n benchmark\nsurvey\n')).toEqual(['survey', 'benchmark']);
});

test('what could not be stored is said, and what is stored stays shown', async () => {
  let isFull = false;
  const call = (async (name: string, change: object) => {
    if (name === 'settings.load') return ok(DEFAULT_SETTINGS);
    return isFull ? fail('quota', 'full') : ok({ ...DEFAULT_SETTINGS, ...change });
  }) as unknown as Call<AppProtocol>;
  const options = createOptions(call);
  await options.load();
  await options.change({ muted: ['survey'] });
  expect([options.status.value, options.settings.value?.muted]).toEqual(['saved', ['survey']]);
  isFull = true;
  await options.change({ muted: [] });
  expect(options.status.value).toMatchObject({ couldnt: 'save' });
  expect(options.settings.value?.muted).toEqual(['survey']);
});
