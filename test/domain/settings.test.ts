import { describe, expect, test } from 'vitest';
import { changeSettings, DEFAULT_SETTINGS, settingsFor, settingsHost } from '@/domain/settings';
import { DEFAULT_KEYS } from '@/domain/commands';
import { parseSettings } from '@/domain/settings-schema';

test('nothing stored, or nothing that can be read, is the defaults', () => {
  for (const stored of [undefined, null, 'x', [], { keys: 5, muted: [1], sites: { a: 1 } }])
    expect(parseSettings(stored)).toEqual(DEFAULT_SETTINGS);
});

test('one field that does not fit leaves the others as they were chosen', () => {
  const settings = parseSettings({ muted: ['survey'], watched: 7, keys: { save: 'x' } });
  expect(settings.muted).toEqual(['survey']);
  expect(settings.watched).toEqual([]);
  expect(settings.keys).toEqual({ ...DEFAULT_KEYS, save: 'x' });
});

describe('a site', () => {
  const settings = changeSettings(DEFAULT_SETTINGS, {
    sites: { 'a.example': { treatments: { seen: 'fold' }, isCollapsed: true } },
  });

  test('differs where it was set apart, and nowhere else', () => {
    const own = settingsFor(settings, 'a.example');
    expect(own.treatments).toEqual({ ...DEFAULT_SETTINGS.treatments, seen: 'fold' });
    expect(own.isCollapsed).toBe(true);
    expect(settingsFor(settings, 'b.example').treatments).toEqual(DEFAULT_SETTINGS.treatments);
    expect(settingsFor(settings, 'toString').isCollapsed).toBe(false);
  });

  test('is told nothing of other sites', () => {
    expect(JSON.stringify(settingsFor(settings, 'b.example'))).not.toContain('a.example');
  });

  test('keeps what a change does not name', () => {
    const bar = { corner: 'top-left', x: 1, y: 2 } as const;
    const later = changeSettings(settings, { sites: { 'a.example': { bar } } });
    expect(later.sites['a.example']).toEqual({
      bar,
      isCollapsed: true,
      treatments: { seen: 'fold' },
    });
  });
});

test('a site that is forgotten is as all others', () => {
  const settings = changeSettings(DEFAULT_SETTINGS, {
    sites: { 'a.example': { isCollapsed: true } },
  });
  expect(changeSettings(settings, { sites: { 'a.example': null } })).toEqual(DEFAULT_SETTINGS);
});

test('a site is known by its host', () => {
  expect(settingsHost('https://www.a.example/b?c')).toBe('a.example');
  expect(settingsHost('file:///tmp/list.html')).toBe('file');
  for (const url of [undefined, '', 'about:blank', 'chrome-extension://x/popup.html'])
    expect(settingsHost(url)).toBeNull();
});

test('what a person taught of a site is stored for it alone, and forgotten alone', () => {
  const taught = { papers: [{ selector: 'li > b', cut: 'own' as const }], others: [], isAll: true };
  const told = changeSettings(DEFAULT_SETTINGS, {
    sites: { 'example.org': { isCollapsed: true, taught } },
  });
  expect(settingsFor(parseSettings(told), 'example.org').taught).toEqual(taught);
  expect(settingsFor(told, 'example.net').taught).toBeNull();
  const forgotten = changeSettings(told, { sites: { 'example.org': { taught: null } } });
  expect(settingsFor(parseSettings(forgotten), 'example.org')).toMatchObject({
    taught: null,
    isCollapsed: true,
  });
});
