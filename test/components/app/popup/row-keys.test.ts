// @vitest-environment jsdom
import { signal } from '@preact/signals';
import { expect, test, vi } from 'vitest';
import type { Keyboard } from '@/components/app/keys/keyboard';
import type { Doing } from '@/components/app/popup/doing';
import { actOnRow } from '@/components/app/popup/row-keys';
import { DEFAULT_KEYS, paperCommands } from '@/domain/commands';
import { libraryPaper } from '../library-paper';

/** A row with what its keys press, and what was done in it. */
function rowOf(status: 'saved' | null = null) {
  const list = document.createElement('ul');
  list.innerHTML = `<li><a data-row-link></a><button data-action="tag"></button>
    <button data-action="note"></button></li><li><a href="#" data-row-link></a></li>`;
  document.body.replaceChildren(list);
  const done: string[] = [];
  list.addEventListener('click', (event) =>
    done.push((event.target as HTMLElement).dataset['action'] ?? 'open'),
  );
  const doing = { setStatus: vi.fn((_, to) => done.push(String(to))) } as unknown as Doing;
  const keyboard = { keys: signal(DEFAULT_KEYS), isAdvancing: signal(true) } as Keyboard;
  const [row, next] = list.children as unknown as [HTMLElement, HTMLElement];
  const press = (key: string): boolean =>
    actOnRow(new KeyboardEvent('keydown', { key }), keyboard, {
      row,
      paper: { ...libraryPaper('1'), status },
      doing,
    });
  return { press, done, hasMovedOn: () => next.contains(document.activeElement) };
}

test('every command of a paper does something of its own in a row', () => {
  const { press, done } = rowOf();
  expect(paperCommands().map((name) => press(DEFAULT_KEYS[name]))).not.toContain(false);
  expect(done).toEqual(['saved', 'dismissed', 'read', 'tag', 'note', 'open']);
  expect(press(DEFAULT_KEYS.undo)).toBe(false);
});

test('a decision leads to the next row, and the same key takes it back in its row', () => {
  const fresh = rowOf();
  fresh.press('s');
  expect(fresh.hasMovedOn()).toBe(true);
  const saved = rowOf('saved');
  saved.press('s');
  expect(saved.done).toEqual(['null']);
  expect(saved.hasMovedOn()).toBe(false);
});
