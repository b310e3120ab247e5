import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalise } from '@/domain/anchor/normalise';
import { collapse } from '@/domain/text';

describe('normalising a field', () => {
  test('makes white space single spaces and drops invisible characters', () => {
    expect(normalise('\n  Slow\u00a0 tides\n of co\u00adoperation\u200b ').text).toBe(
      'Slow tides of cooperation',
    );
  });

  test('leads from every character back to the one on the page', () => {
    const raw = '  Two \n moons,\tone\u00ad  ocean ';
    const { text, toRaw, fromRaw } = normalise(raw);
    for (const [at, character] of Array.from(text).entries()) {
      if (character !== ' ') expect(raw.charAt(toRaw(at))).toBe(character);
      expect(fromRaw(toRaw(at))).toBe(at);
    }
    expect(toRaw(text.length)).toBe(raw.length);
    expect(fromRaw(raw.length)).toBe(text.length);
  });

  test('says of ordinary text what the entries say', () => {
    const piece = fc.constantFrom('a', 'Ω', '字', '😀', ' ', '\n', '\t', '-', '.', '\u00a0');
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        expect(normalise(pieces.join('')).text).toBe(collapse(pieces.join('')));
      }),
    );
  });
});
