import { expect, test } from 'vitest';
import { createFates } from '@/components/in-page/frame/fates';
import type { Shown } from '@/components/in-page/frame/shown';
import { createTurns } from '@/components/in-page/frame/turns';

/** A card on a page that takes it away, and what is done about it. */
function card({ isTypedIn = true, isInFrame = true } = {}) {
  const done: string[] = [];
  const log = (what: string) => (): void => void done.push(what);
  const turns = createTurns();
  const shown = { focus: 'field', close: () => (done.push('closed'), turns.close()) };
  turns.open(shown as Partial<Shown> as Shown);
  const said = async (): Promise<void> => void done.push('last words');
  const fates = createFates({
    reach: {
      farewell: said,
      leavePage: log('window'),
      lost: () => (isInFrame ? said() : null),
    },
    turns,
    notes: { settle: async () => void done.push('stored') },
    parts: () => ({
      keyboard: { has: () => isTypedIn, lost: log('keys wait') },
      seat: { clear: log('room'), leave: log('hidden') },
    }),
  });
  const settled = async (): Promise<string[]> => {
    await fates.settling();
    return done;
  };
  return { fates, turns, settled };
}

test('a card that is typed in comes back with the keyboard, behind its last words', async () => {
  const { fates, turns, settled } = card();
  fates.taken('back');
  expect(await settled()).toEqual(['last words', 'keys wait', 'room', 'stored']);
  expect([turns.shown()?.focus, fates.isMoved(turns.now()), fates.settling()]).toEqual([
    'field',
    false,
    null,
  ]);
});

test('a card whose keyboard the page has comes back without, and keys stay with the page', async () => {
  const { fates, turns, settled } = card({ isTypedIn: false });
  fates.taken('back');
  expect(await settled()).toEqual(['last words', 'room', 'stored']);
  expect(turns.shown()?.focus).toBeNull();
});

test('what was typed on a card that is closed by now is stored, and nothing opens', async () => {
  const { fates, turns, settled } = card();
  turns.close();
  fates.taken('back');
  expect(await settled()).toEqual(['last words', 'stored']);
});

test.each(['away', 'deaf'] as const)(
  'where the layer stays %s, a card that is typed in goes on in a window, and no other',
  async (outcome) => {
    const typed = card();
    typed.fates.taken(outcome);
    expect(await typed.settled()).toEqual([
      'last words',
      'keys wait',
      'hidden',
      'stored',
      'window',
    ]);
    const other = card({ isTypedIn: false });
    other.fates.taken(outcome);
    expect(await other.settled()).toContain('closed');
    expect(await other.settled()).not.toContain('keys wait');
    expect(other.turns.shown()).toBeNull();
  },
);

test('the card that has left for a window says so, and none that is opened after it', async () => {
  const { fates, turns, settled } = card();
  fates.robbed();
  await settled();
  const moved = fates.isMoved(turns.now());
  turns.open(turns.shown()!);
  expect([moved, fates.isMoved(turns.now())]).toEqual([true, false]);
  const other = card({ isTypedIn: false });
  other.fates.taken('away');
  expect(other.fates.isMoved(other.turns.now())).toBe(false);
});

test('where the browser opened no window, a card is a part of the page again', async () => {
  const { fates, settled } = card();
  fates.robbed();
  await settled();
  fates.stay();
  fates.taken('back');
  expect((await settled()).filter((one) => one === 'window')).toHaveLength(1);
  expect((await settled()).at(-1)).toBe('stored');
});

test('a card in a window, or on its way there, is no part of the page', async () => {
  const inWindow = card({ isInFrame: false });
  for (const outcome of ['back', 'away', 'deaf'] as const) inWindow.fates.taken(outcome);
  expect(await inWindow.settled()).toEqual([]);
  const leaving = card();
  leaving.fates.robbed();
  leaving.fates.taken('away');
  expect((await leaving.settled()).filter((one) => one === 'keys wait')).toHaveLength(1);
});
