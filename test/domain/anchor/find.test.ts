import fc from 'fast-check';
import { describe as group, expect, test } from 'vitest';
import { CONTEXT, describe, type Selectors } from '@/domain/anchor/describe';
import { find } from '@/domain/anchor/find';

const TEXT =
  'We follow sixty small moons for a million years and ask where their heat goes. ' +
  'Most of it leaves through the ice within the first thousand years, far sooner than was thought. ' +
  'A simple balance explains the loss, and tells which moons may still keep an ocean under the ice today.';

const OTHER =
  'Gardeners in cold valleys cover their beds with straw before the first frost. ' +
  'We compare straw with bark and wool on ninety plots, and count the seedlings in spring. ' +
  'Wool wins on windy slopes, bark in wet hollows; straw is cheap and good enough nearly everywhere.';

function select(passage: string, text = TEXT): Selectors {
  const start = text.indexOf(passage);
  const selectors = describe(text, start, start + passage.length);
  if (start < 0 || !selectors) throw new Error(`not in the text: ${passage}`);
  return selectors;
}

function found(text: string, { quote, position }: Selectors): string | null {
  const at = find(text, quote, position);
  return at && text.slice(at.start, at.end);
}

group('describing a passage', () => {
  test('keeps at most 32 characters around it, and no white space at its ends', () => {
    const start = TEXT.indexOf(' through the ice ');
    expect(describe(TEXT, start, start + ' through the ice '.length)).toEqual({
      quote: {
        exact: 'through the ice',
        prefix: TEXT.slice(start + 1 - CONTEXT, start + 1),
        suffix: TEXT.slice(start + 16, start + 16 + CONTEXT),
      },
      position: { start: start + 1, end: start + 16 },
    });
  });

  test('refuses nothing but white space', () => {
    expect(describe(TEXT, 2, 3)).toBeNull();
    expect(describe(TEXT, 9, 9)).toBeNull();
    expect(describe(TEXT, 12, 4)).toBeNull();
  });

  test('never cuts a character that takes two units', () => {
    const text = 'A 😀 smile';
    expect(describe(text, 3, 6)?.quote.exact).toBe('😀 s');
  });
});

group('finding a passage again', () => {
  test('any passage of the same text, at the same place', () => {
    fc.assert(
      fc.property(fc.nat(TEXT.length), fc.nat(TEXT.length), (a, b) => {
        const made = describe(TEXT, Math.min(a, b), Math.max(a, b));
        if (made) expect(find(TEXT, made.quote, made.position)).toMatchObject(made.position);
      }),
    );
  });

  test('in words that moved', () => {
    const made = select('far sooner than was thought');
    expect(found(`Accepted as a talk. ${TEXT}`, made)).toBe('far sooner than was thought');
    expect(find(`Accepted as a talk. ${TEXT}`, made.quote, made.position)?.how).toBe('exact');
  });

  test('of a word that occurs often, the one that was meant', () => {
    const second = TEXT.lastIndexOf('the ice');
    const made = describe(TEXT, second, second + 7)!;
    const moved = `Preprint. ${TEXT}`;
    expect(find(moved, made.quote, made.position)).toMatchObject({ start: second + 10 });
  });

  test('as another site spells it: dashes, quotes, TeX, accents, ligatures', () => {
    const made = select(
      'a “first-order” bound on $\\alpha$-mixing in Poincaré flows',
      'We prove a “first-order” bound on $\\alpha$-mixing in Poincaré flows, and show that it is tight there.',
    );
    const other =
      'We prove a "first‐order" bound on α-mixing in Poincar\u0065\u0301 ﬂows, and show that it is tight there.';
    expect(found(other, made)).toBe(
      'a "first‐order" bound on α-mixing in Poincar\u0065\u0301 ﬂows',
    );
  });

  test('in words that were edited a little', () => {
    const made = select('within the first thousand years, far sooner than was thought');
    const revised = TEXT.replace('first thousand years', 'first two thousand years');
    expect(found(revised, made)).toBe(
      'within the first two thousand years, far sooner than was thought',
    );
    expect(find(revised, made.quote, made.position)?.how).toBe('approximate');
  });

  test('not at all where the text does not hold it', () => {
    for (const passage of [
      'the first',
      'ice',
      'Most of it leaves through the ice',
      'a million years',
    ])
      expect(found(OTHER, select(passage))).toBeNull();
    expect(found('', select('ice'))).toBeNull();
  });

  test('not elsewhere once its sentence is gone', () => {
    const made = select('the ice');
    const removed = TEXT.replace(/Most of it.*?thought\. /, '');
    expect(found(removed, made)).toBeNull();
  });

  test('neither an empty quote nor an impossible position breaks it', () => {
    const position = { start: 1e9, end: -4 };
    expect(find(TEXT, { exact: '', prefix: '', suffix: '' }, position)).toBeNull();
    const { quote } = select('A simple balance explains the loss');
    expect(found(TEXT, { quote, position })).toBe('A simple balance explains the loss');
  });
});
