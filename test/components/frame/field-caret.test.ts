// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest';
import { createKeptCaret } from '@/components/frame/field-caret';

afterEach(() => document.body.replaceChildren());

/** A card's document with a field, and where it told that the caret is. */
function card(text: string) {
  const field = document.createElement('textarea');
  document.body.replaceChildren(field);
  field.value = text;
  const told: string[] = [];
  const kept = createKeptCaret(
    document.body,
    () => 1,
    (message) => {
      if (message.type !== 'caret') return;
      const { start, end, direction } = message.caret;
      told.push(`${start}-${end} ${direction}`);
    },
  );
  return { field, kept, told };
}

test('a caret is told when it moves, and by each text that is typed', () => {
  const { field, told } = card('written');
  field.setSelectionRange(3, 3, 'none');
  document.dispatchEvent(new Event('selectionchange'));
  document.dispatchEvent(new Event('selectionchange'));
  field.setRangeText('e', 3, 3, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.setSelectionRange(1, 3, 'backward');
  dispatchEvent(new Event('pagehide'));
  expect(told).toEqual(['3-3 none', '4-4 none', '1-3 backward']);
});

test('a selection is put back in the document that goes on with the card', () => {
  const { field, kept } = card('written');
  kept.restore({ start: 1, end: 3, direction: 'backward' });
  expect([field.selectionStart, field.selectionEnd, field.selectionDirection]).toEqual([
    1,
    3,
    'backward',
  ]);
});
