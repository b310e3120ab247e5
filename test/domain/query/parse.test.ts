import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spanOf } from '@/domain/query/dates';
import { parseQuery } from '@/domain/query/parse';
import { printQuery } from '@/domain/query/print';
import type { Query } from '@/domain/query/query';
import { anyQuery } from './any-query';

const read = (text: string) => {
  const parsed = parseQuery(text);
  return parsed.ok ? printQuery(parsed.query) : parsed.fault;
};

/** Without parts that are of the kind of the whole: their parentheses say nothing. */
function flat(query: Query): Query {
  if (query.is === 'not') return { is: 'not', part: flat(query.part) };
  if (query.is !== 'and' && query.is !== 'or') return query;
  const { is } = query;
  return {
    is,
    parts: query.parts.map(flat).flatMap((part) => (part.is === is ? part.parts : part)),
  };
}

describe('a query', () => {
  it('binds NOT before AND before OR', () => {
    expect(read('a b OR c -d')).toBe('(a b) OR (c -d)');
    expect(read('a AND (b OR NOT c)')).toBe('a (b OR -c)');
    expect(read('((a))')).toBe('a');
  });

  it('reads fields, quotes and what is pasted', () => {
    expect(read('title:"soft robots" tag:to-read status:none has:notes')).toBe(
      'title:"soft robots" tag:to-read status:none has:note',
    );
    expect(read('arxiv:2406.14598 https://arxiv.org/abs/1')).toBe(
      'id:"arxiv:2406.14598" https://arxiv.org/abs/1',
    );
    expect(read('GPT-4: a report — f(x) & g')).toBe('GPT-4: a report f(x) g');
    expect(read('  ')).toBe('');
  });

  it('tells what is wrong and where', () => {
    expect(read('a "b c')).toMatchObject({ fault: 'quote', at: 2 });
    expect(read('a (b')).toMatchObject({ fault: 'open', at: 2 });
    expect(read(`${'('.repeat(50_000)}a`)).toMatchObject({ fault: 'deep', at: 200 });
    expect(read('NOT '.repeat(50_000))).toMatchObject({ fault: 'deep' });
    expect(read(`${'('.repeat(150)}a${')'.repeat(150)}`)).toBe('a');
    expect(read('a) b')).toMatchObject({ fault: 'close', at: 1 });
    expect(read('a OR')).toMatchObject({ fault: 'operator', at: 2 });
    expect(read('x titel:b')).toMatchObject({ fault: 'field', at: 2, hint: 'title' });
    expect(read('title:')).toMatchObject({ fault: 'empty', at: 0 });
    expect(read('status:kept')).toMatchObject({
      fault: 'status',
      hint: 'saved, read, dismissed, none',
    });
    expect(read('saved:2026-13')).toMatchObject({ fault: 'date', at: 0 });
    expect(read('()')).toMatchObject({ fault: 'open', at: 0 });
  });

  it('is read again as it was printed', () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        expect(parseQuery(printQuery(query))).toEqual({ ok: true, query: flat(query) });
      }),
      { seed: 11, numRuns: 500 },
    );
  });

  it('is either read or told wrong, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            'a',
            '"',
            '(',
            ')',
            '-',
            ' ',
            'OR',
            'AND',
            'NOT',
            'title:',
            'saved:',
            '>',
            '2026',
            '..',
            '“',
            '机',
          ),
        ),
        (parts) => {
          const text = parts.join('');
          const parsed = parseQuery(text);
          if (!parsed.ok) expect(parsed.fault.at).toBeLessThanOrEqual(text.length);
        },
      ),
      { seed: 12, numRuns: 2_000 },
    );
  });
});

describe('dates', () => {
  const today = { year: 2026, month: 11, day: 24 };
  const span = (range: string) => {
    const found = spanOf(range, {
      today,
      startOf: ({ year, month, day }) => Date.UTC(year, month - 1, day),
    });
    const tell = (at: number) =>
      Number.isFinite(at) ? new Date(at).toISOString().slice(0, 10) : '';
    return found && `${tell(found.from)}…${tell(found.before)}`;
  };

  it('are years, months, days and the last of them, with signs and ranges', () => {
    expect(span('2026')).toBe('2026-01-01…2027-01-01');
    expect(span('2026-12')).toBe('2026-12-01…2027-01-01');
    expect(span('2026-2-28')).toBe('2026-02-28…2026-03-01');
    expect(span('today')).toBe('2026-11-24…2026-11-25');
    expect(span('yesterday')).toBe('2026-11-23…2026-11-24');
    expect(span('7d')).toBe('2026-11-18…2026-11-25');
    expect(span('>2026-10')).toBe('2026-11-01…');
    expect(span('>=2026-10')).toBe('2026-10-01…');
    expect(span('<2026-10')).toBe('…2026-10-01');
    expect(span('<=2026-10')).toBe('…2026-11-01');
    expect(span('2026-09..2026-10')).toBe('2026-09-01…2026-11-01');
    expect(span('..today')).toBe('…2026-11-25');
    expect(span('soon')).toBe(null);
    expect(span('..')).toBe(null);
  });
});
