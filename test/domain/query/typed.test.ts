import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '@/domain/query/parse';
import { readTyped } from '@/domain/query/typed';

describe('a query that is being typed', () => {
  it.each([
    ['robot', 'robot', false],
    ['"hum', 'hum', true],
    ['"human feed', '("human" feed)', true],
    ['"human feedback ', '"human feedback "', true],
    ['robot ("human feed', 'robot (("human" feed))', true],
    ['robot OR title:"human pref', 'robot OR (title:"human" title:pref)', true],
    ['-"human feed', '-"human feed"', true],
    ['robot OR', 'robot', true],
    ['robot tag:', 'robot', true],
    ['robot status:sav', 'robot', true],
    ['status:sav', '', true],
  ])('%s is answered by what is there', (text, query, isOpen) => {
    expect(readTyped(text)).toMatchObject({ query, isOpen });
  });

  it('a fault in the middle is one at once', () => {
    const { query, fault, isOpen } = readTyped('autor:liu robot');
    expect({ query, fault: fault?.fault, isOpen }).toEqual({
      query: null,
      fault: 'field',
      isOpen: false,
    });
  });

  it('what it offers can always be answered', () => {
    const piece = fc.constantFrom('"', '(', ')', 'OR', 'tag:', 'robot', '-', ' ', 'status:', 'x');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const { query } = readTyped(pieces.join(''));
        expect(query === null || parseQuery(query).ok).toBe(true);
      }),
    );
  });
});
