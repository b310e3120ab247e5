import { expect, test } from 'vitest';
import { admitItem } from '@/domain/import/incoming';

test('a file’s tag has a name that can be seen and told from others', () => {
  const nameOf = (name: string): unknown => {
    const tag = { id: 'x', name, colour: 0, usedAt: 0, stamps: {} };
    const { value } = admitItem({ kind: 'tag', place: 'tags[0]', value: tag });
    return (value as typeof tag).name;
  };
  expect(nameOf('\u202eTides\u0000of\u2066 moons\u200b')).toBe('Tides of moons');
  expect(nameOf('\u202e\u200b')).toBe('?');
});
