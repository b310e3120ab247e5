import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paperRecords } from '@/domain/export/convert';
import type { PaperDocument } from '@/domain/export/schema';
import { mergeNotes, mergeTexts } from '@/domain/paper/note';
import { paper } from '../import/hostile-made';

const wordsOf = (count: number, word: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => word(index)).join(' ');

test('edits of different words of a note become one note', () => {
  const base = 'One claim holds.\n\nThe other does not.';
  expect(
    mergeTexts(base, base.replace('One', 'This one'), base.replace('not', 'not, on page 3')),
  ).toBe('This one claim holds.\n\nThe other does not, on page 3.');
  const long = wordsOf(3_000, (index) => (index % 10 === 0 ? 'end.\n' : `word${index}`));
  expect(mergeTexts(long, `first ${long}`, `${long} last`)).toBe(`first ${long} last`);
});

test('no word that is typed anew on one side is lost, whatever else changed', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', ' ', '\n', 'c.'), { maxLength: 40 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, text, text, fc.nat(40), fc.nat(40), (base, a, b, i, j) => {
      const ours = `${a.slice(0, i)} OURS ${a.slice(i)}`;
      const theirs = `${b.slice(0, j)} THEIRS ${b.slice(j)}`;
      const merged = mergeTexts(base, ours, theirs);
      expect(merged).toContain('OURS');
      expect(merged).toContain('THEIRS');
      expect(mergeTexts(base, base, theirs)).toBe(theirs);
      expect(mergeTexts(base, ours, base)).toBe(ours);
    }),
  );
});

test('two long notes with nothing in common are merged without a wait', () => {
  const time = (count: number): number => {
    const begun = performance.now();
    const [base, ours, theirs] = ['b', 'o', 't'].map((name) =>
      wordsOf(count, (index) => `${name}${index}`),
    ) as [string, string, string];
    expect(mergeTexts(base, ours, theirs)).toContain(theirs);
    return performance.now() - begun;
  };
  time(100);
  // Were every space compared with every space, 40 times the words would take 1,600 times as long.
  expect(time(16_000)).toBeLessThan(200 * time(400) + 500);
});

test('a note of a file with thousands of texts is read and merged without a wait', () => {
  const time = (count: number): number => {
    const heads = Array.from({ length: count }, (_, index) => {
      const stamp = `0lqzzzzzz-0000-device${index}`;
      return { stamp, strand: stamp, text: `text ${index}` };
    });
    const document = paper({ note: { text: '', heads, seen: {} } }) as unknown as PaperDocument;
    const begun = performance.now();
    const { note } = paperRecords(document).paper;
    expect(mergeNotes(note, note).heads).toHaveLength(count);
    return performance.now() - begun;
  };
  time(100);
  const fastest = (count: number): number => Math.min(...[1, 2, 3].map(() => time(count)));
  // Were each text compared with each, 50 times as many would take 2,500 times as long.
  expect(fastest(20_000)).toBeLessThan(200 * fastest(400) + 500);
});
