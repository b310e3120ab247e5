import { describe, expect, test } from 'vitest';
import { writeNote, writeStatus } from '@/storage/steps/actions';
import { writeStatuses } from '@/storage/steps/many';
import { pageStates, statesById } from '@/storage/papers';
import { undo } from '@/storage/steps/undo';
import { openLibrary, refOf, valueOf } from './open';

const arxiv = (number: number) => `arxiv:2401.${String(number).padStart(5, '0')}`;
const title = (number: number) => `title:${String(number * 7919).padStart(9, '0')} tides of a moon`;
const entry = (number: number) => refOf([arxiv(number), title(number)]);

describe('the states of a long page', () => {
  test('are those of its papers and of no neighbours, where much is kept and where little is', async () => {
    const { db, env } = openLibrary();
    // A stretch without gaps, one with many, and one with nothing.
    const kept = [
      ...Array.from({ length: 150 }, (_, at) => at),
      ...Array.from({ length: 40 }, (_, at) => 1_000 + at * 23),
    ];
    const written = await writeStatuses(db, env, {
      opId: 'keep',
      papers: kept.map(entry),
      status: 'saved',
    });
    expect(written.ok && written.value.length).toBe(kept.length);
    const asked = Array.from({ length: 3_000 }, (_, at) => at).filter((at) => at % 3 !== 1);
    const states = await pageStates(db, asked.map(entry));
    const isKept = new Set(kept);
    const expected = asked.map((at) => (isKept.has(at) ? arxiv(at) : null));
    const found = states.map(({ id, keys }) =>
      id === '' ? null : keys.find((key) => key.startsWith('arxiv:')),
    );
    expect(found).toEqual(expected);
  });

  test('find a paper by its title where a stronger key is known of none', async () => {
    const { db, env } = openLibrary();
    const known = refOf([title(1)]);
    await valueOf(writeStatus(db, env, { opId: 's', paper: known, status: 'saved' }));
    const asked = [refOf(['doi:10.5555/other', title(1)]), refOf([arxiv(2), title(2)])];
    const [found, other] = await pageStates(db, asked);
    expect(found?.status).toBe('saved');
    expect(other?.id).toBe('');
  });

  test('of nothing are nothing', async () => {
    const { db } = openLibrary();
    expect(await pageStates(db, [])).toEqual([]);
  });
});

test('a state that was written later has a higher number, whatever wrote it', async () => {
  const { db, env } = openLibrary();
  const paper = entry(1);
  const numbers: number[] = [];
  const look = async () => {
    const [state] = await pageStates(db, [paper]);
    const [byId] = await statesById(db, [state?.id ?? '']);
    expect(byId?.rev ?? 0).toBe(state?.rev);
    numbers.push(state?.rev ?? Number.NaN);
  };
  await look();
  await valueOf(writeStatus(db, env, { opId: 'a', paper, status: 'saved' }));
  await look();
  await valueOf(writeStatus(db, env, { opId: 'b', paper: entry(2), status: 'saved' }));
  await valueOf(writeNote(db, env, { opId: 'c', paper, base: '', text: 'to read' }));
  await look();
  await valueOf(undo(db, env, 'd'));
  await look();
  expect(numbers[0]).toBe(0);
  expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
});

describe('the title of a kept paper that another list has in another script', () => {
  const KEY = arxiv(1);
  const own = 'Tides on small moons';
  const ref = (site: string, said: string) => {
    const one = refOf([KEY], { title: said });
    return { ...one, listing: { ...one.listing, site } };
  };
  test.each<[string, string, string, string]>([
    [
      'stays, as both lists are as good',
      'arxiv',
      '关于许多小卫星上的潮汐及其长期演化的一项详细的观测研究',
      own,
    ],
    [
      'stays, whatever the script is',
      'arxiv',
      'Приливы на малых спутниках и их долгая история',
      own,
    ],
    [
      'is as the better list has it in the same script',
      'arxiv',
      'Tides on small moons, revisited',
      'Tides on small moons, revisited',
    ],
  ])('%s', async (_, site, met, kept) => {
    const { db, env } = openLibrary();
    await writeStatus(db, env, { opId: 'a', paper: ref(site, own), status: 'saved' });
    await writeStatus(db, env, { opId: 'b', paper: ref(site, met), status: 'read' });
    expect((await db.papers.get(KEY))?.title).toBe(kept);
  });

  test('gives way to that of a better source', async () => {
    const { db, env } = openLibrary();
    await writeStatus(db, env, {
      opId: 'a',
      paper: ref('digest', '小卫星上的潮汐'),
      status: 'saved',
    });
    await writeStatus(db, env, { opId: 'b', paper: ref('arxiv', own), status: 'read' });
    expect((await db.papers.get(KEY))?.title).toBe(own);
  });
});
