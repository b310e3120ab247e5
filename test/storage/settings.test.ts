import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '@/domain/settings';
import { loadSettings, saveSettings } from '@/storage/settings';
import { openLibrary } from './open';

test('settings are the defaults until they are changed, and then what was chosen', async () => {
  const { db, env } = openLibrary();
  expect(await loadSettings(db)).toEqual(DEFAULT_SETTINGS);
  await saveSettings(db, env, { muted: ['survey'] });
  expect(await loadSettings(db)).toEqual({ ...DEFAULT_SETTINGS, muted: ['survey'] });
});

test('two changes at the same time both stay', async () => {
  const { db, env } = openLibrary();
  await Promise.all([
    saveSettings(db, env, { sites: { 'a.example': { isCollapsed: true } } }),
    saveSettings(db, env, { sites: { 'b.example': { isCollapsed: true } } }),
    saveSettings(db, env, { isAdvancing: false }),
  ]);
  const { sites, isAdvancing } = await loadSettings(db);
  expect(Object.keys(sites).toSorted()).toEqual(['a.example', 'b.example']);
  expect(isAdvancing).toBe(false);
});
