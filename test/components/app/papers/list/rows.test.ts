import { expect, it } from 'vitest';
import { createRows } from '@/components/app/papers/list/rows';
import { fail, ok, type Result } from '@/domain/result';
import type { Call } from '@/rpc/client';
import type { AppProtocol } from '@/rpc/protocol';
import { libraryPaper } from '../../library-paper';

/** Rows over a library whose answers a test gives. */
function rowsOver() {
  const asked: { ids: string[]; answer: (result: Result<unknown>) => void }[] = [];
  const call = ((_: string, { ids }: { ids: string[] }) =>
    new Promise((answer) => asked.push({ ids, answer }))) as unknown as Call<AppProtocol>;
  return { rows: createRows(call), asked };
}

it('asks for a paper once while its answer is under way, and not again when it came', async () => {
  const { rows, asked } = rowsOver();
  const first = rows.read(['a', 'b']);
  const second = rows.read(['b', 'c']);
  expect(asked.map(({ ids }) => ids)).toEqual([['a', 'b'], ['c']]);
  asked[0]!.answer(ok({ papers: [libraryPaper('a'), libraryPaper('b')], next: null }));
  asked[1]!.answer(ok({ papers: [libraryPaper('c')], next: null }));
  await Promise.all([first, second]);
  expect(await rows.read(['a', 'b', 'c'])).toBeUndefined();
});

it('asks again for papers whose reading failed, and hands the failure on', async () => {
  const { rows, asked } = rowsOver();
  const failed = rows.read(['a']);
  asked[0]!.answer(fail('storage', 'gone'));
  expect(await failed).toEqual({ failure: { reason: 'storage', message: 'gone' } });
  void rows.read(['a']);
  expect(asked).toHaveLength(2);
});

it('shows a new state at once; when many papers changed it reads them anew', () => {
  const { rows } = rowsOver();
  rows.keep([libraryPaper('a')]);
  rows.apply([{ ...libraryPaper('a'), status: 'saved' }]);
  expect(rows.get('a')?.status).toBe('saved');
  rows.apply([]);
  expect(rows.get('a')).toBeUndefined();
});

it('forgets the rows that were read longest ago once it holds thousands', () => {
  const { rows } = rowsOver();
  rows.keep([libraryPaper('first')]);
  rows.keep(Array.from({ length: 3_000 }, (_, at) => libraryPaper(`${at}`)));
  expect(rows.get('first')).toBeUndefined();
  expect(rows.get('0')).toBeDefined();
});
