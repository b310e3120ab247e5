import { expect, test } from 'vitest';
import {
  COMMANDS,
  commandsIn,
  DEFAULT_KEYS,
  FIXED_KEYS,
  paperCommands,
  shadowedCommands,
} from '@/domain/commands';

test('every command has a key of its own to begin with', () => {
  expect(COMMANDS.every((command) => DEFAULT_KEYS[command] !== '')).toBe(true);
  expect(shadowedCommands(DEFAULT_KEYS)).toEqual([]);
  expect(shadowedCommands({ ...DEFAULT_KEYS, read: 's', note: '', tags: '' })).toEqual(['read']);
  const fixed: string[] = Object.values(FIXED_KEYS).map(({ key }) => key);
  expect(Object.values(DEFAULT_KEYS).filter((key) => fixed.includes(key))).toEqual([]);
});

test('every command is offered on pages, and what acts on one paper wherever papers are', () => {
  expect(commandsIn('page')).toEqual(COMMANDS);
  for (const place of ['library', 'popup'] as const)
    expect(commandsIn(place)).toEqual(expect.arrayContaining(paperCommands()));
});
