import fc from 'fast-check';
import { describe as group, expect, test } from 'vitest';
import { CONTEXT, describeQuote, type Selectors } from '@/domain/anchor/describe';
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
  const selectors = describeQuote(text, start, start + passage.length);
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
    expect(describeQuote(TEXT, start, start + ' through the ice '.length)).toEqual({
      quote: {
        exact: 'through the ice',
        prefix: TEXT.slice(start + 1 - CONTEXT, start + 1),
        suffix: TEXT.slice(start + 16, start + 16 + CONTEXT),
        alike: [],
      },
      position: { start: start + 1, end: start + 16 },
    });
  });

  test('refuses nothing but white space', () => {
    expect(describeQuote(TEXT, 2, 3)).toBeNull();
    expect(describeQuote(TEXT, 9, 9)).toBeNull();
    expect(describeQuote(TEXT, 12, 4)).toBeNull();
  });

  test('never cuts a character that takes two units', () => {
    const text = 'A 😀 smile';
    expect(describeQuote(text, 3, 6)?.quote.exact).toBe('😀 s');
  });
});

group('finding a passage again', () => {
  test('any passage of the same text, at the same place', () => {
    fc.assert(
      fc.property(fc.nat(TEXT.length), fc.nat(TEXT.length), (a, b) => {
        const made = describeQuote(TEXT, Math.min(a, b), Math.max(a, b));
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
    const made = describeQuote(TEXT, second, second + 7)!;
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

  test.each([
    [
      'TeX of a symbol',
      'a rate of $\\alpha \\sim 10^{-3}$ per year',
      'a rate of α ∼ 10⁻³ per year',
    ],
    ['formatting commands', 'the \\emph{slow} and \\textbf{fast} modes', 'the slow and fast modes'],
    [
      'braces dropped alone',
      'the \\emph{slow} and \\textbf{fast} modes',
      'the \\emphslow and \\textbffast modes',
    ],
    ['Markdown', 'the slow and fast modes', 'the *slow* and **fast** modes'],
    [
      'entities left raw',
      'where “A & B” > 5 °C holds',
      'where &ldquo;A &amp; B&rdquo; &gt; 5 °C holds',
    ],
    ['hyphens at line ends', 'a representation of tides', 'a represen- tation of tides'],
    ['full width signs', 'in ice (thin), not rock', 'in ice （thin）， not rock'],
  ])('in another rendering: %s', (_, here, there) => {
    const around = (passage: string): string =>
      `Before it we say what ${passage}, and go on after it.`;
    const made = select(here, around(here));
    expect(found(`Abstract: ${around(there)}`, made)).toBe(there);
    expect(found(around(here), select(there, around(there)))).toBe(here);
  });

  test('in Chinese, though no spaces part its words', () => {
    const text =
      '我们研究冰卫星的热演化过程。大部分热量在最初一千年内通过冰层散失，远早于以往的估计。';
    const made = select('热量在最初一千年内通过冰层', text);
    expect(found(`摘要：${text.replace('，', ',')}`, made)).toBe('热量在最初一千年内通过冰层');
    expect(found(text.replace('最初', '最早的'), made)).toBe('热量在最早的一千年内通过冰层');
  });

  test('where the text was cut off behind it', () => {
    const made = select('leaves through the ice within');
    const cut = `${TEXT.slice(0, TEXT.indexOf(' the first thousand'))} … ▽ More`;
    expect(found(cut, made)).toBe('leaves through the ice within');
  });

  test('as a whole sentence between other sentences', () => {
    const made = select(
      'Most of it leaves through the ice within the first thousand years, far sooner than was thought.',
    );
    expect(found(`${OTHER} ${made.quote.exact} ${OTHER}`, made)).toBe(made.quote.exact);
  });

  test('with its ends where they were, though a word beside them was edited', () => {
    const middle = select('ough the ice within the fir');
    const revised = TEXT.replace('leaves through', 'escapes through').replace(
      'ice within',
      'ice within about',
    );
    expect(found(revised, middle)).toBe('ough the ice within about the fir');
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

  test('never as its twin in another sentence, though both are edited later', () => {
    const text =
      'In winter we count the seeds that each bed has kept under the straw. ' +
      'In spring we count the seedlings that each bed has kept under the bark. ' +
      'Nothing else is counted in either year.';
    const made = select('that each bed has kept', text);
    const [, second = ''] = /(In spring.*?bark\.) /.exec(text) ?? [];
    expect(made.quote.alike).toHaveLength(1);
    expect(found(text, made)).toBe('that each bed has kept');
    expect(found(text.replace(/In winter.*?straw\. /, ''), made)).toBeNull();
    const reworded = second.replace('seedlings', 'seeds').replace('bark', 'straw');
    expect(found(`${reworded} Nothing else is counted.`, made)).toBeNull();
    // And where both are there, the right one, in any order.
    const swapped = `${second} ${text.replace(`${second} `, '')}`;
    expect(find(swapped, made.quote, made.position)?.start).toBe(
      swapped.indexOf(made.quote.exact, second.length),
    );
  });

  test('not at the start of the next sentence, where only that repeats', () => {
    const text = `${OTHER} We also ask whether the ice holds for long. We also ask how warm the water may be.`;
    const made = select('We also ask', text);
    const removed = text.replace('We also ask whether the ice holds for long. ', '');
    expect(found(text, made)).toBe('We also ask');
    expect(found(removed, made)).toBeNull();
  });

  test('neither an empty quote nor an impossible position breaks it', () => {
    const position = { start: 1e9, end: -4 };
    expect(find(TEXT, { exact: '', prefix: '', suffix: '' }, position)).toBeNull();
    const { quote } = select('A simple balance explains the loss');
    expect(found(TEXT, { quote, position })).toBe('A simple balance explains the loss');
  });
});
