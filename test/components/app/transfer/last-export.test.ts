import { expect, test } from 'vitest';
import { firstChoice, keepChoice } from '@/components/app/transfer/last-export';

const shown = { query: '', paper: null, chosen: [], tags: [], findAll: async () => [] };

/** What a browser remembers. */
function memory() {
  const kept = new Map<string, string>();
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
  };
}

test('the export view offers what was exported last', () => {
  const kept = memory();
  expect(firstChoice(kept, shown)).toEqual({ target: 'gloss', scope: { kind: 'all' } });
  keepChoice(kept, { target: 'bibtex', scope: { kind: 'today' } });
  expect(firstChoice(kept, shown)).toEqual({ target: 'bibtex', scope: { kind: 'today' } });
});

test('papers that are chosen come before that, and a tag that is gone is not offered', () => {
  const kept = memory();
  keepChoice(kept, { target: 'csv', scope: { kind: 'tag', id: 'moons' } });
  expect(firstChoice(kept, shown).scope).toEqual({ kind: 'all' });
  const tags = [{ id: 'moons', name: 'Moons', colour: 1 }];
  expect(firstChoice(kept, { ...shown, tags }).scope).toEqual({ kind: 'tag', id: 'moons' });
  expect(firstChoice(kept, { ...shown, chosen: ['arxiv:1'] }).scope).toEqual({ kind: 'selection' });
});

test('what another version kept is no choice', () => {
  const kept = memory();
  kept.setItem('gloss:export', '{"target":"telepathy"}');
  expect(firstChoice(kept, shown).target).toBe('gloss');
});
