import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '@/domain/settings';
import { loadSettings, saveSettings } from '@/storage/settings';
import { openLibrary } from './open';

test('settings are the defaults until they are changed, and then what was chosen', async () => {
  const { db } = openLibrary();
  expect(await loadSettings(db)).toEqual(DEFAULT_SETTINGS);
  await saveSettings(db, { muted: ['survey'] });
  expect(await loadSettings(db)).toEqual({ ...DEFAULT_SETTINGS, muted: ['survey'] });
});

test('two changes at the same time both stay', async () => {
  const { db } = openLibrary();
  await Promise.all([
    saveSettings(db, { sites: { 'a.example': { isCollapsed: true } } }),
    saveSettings(db, { sites: { 'b.example': { isCollapsed: true } } }),
    saveSettings(db, { isAdvancing: false }),
  ]);
  const { sites, isAdvancing } = await loadSettings(db);
  expect(Object.keys(sites).toSorted()).toEqual(['a.example', 'b.example']);
  expect(isAdvancing).toBe(false);
});
