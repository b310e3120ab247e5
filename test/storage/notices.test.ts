import { describe, expect, test } from 'vitest';
import type { Entry } from '@/domain/entry';
import { identify, refOf as refOfEntry } from '@/domain/identity/identify';
import type { PaperRef, PaperState } from '@/domain/paper/paper';
import { newestPapers } from '@/storage/read/library';
import { writeNoticed, writeStatus, writeTag } from '@/storage/steps/actions';
import { changeMany } from '@/storage/steps/many';
import { meetPapers } from '@/storage/steps/meet';
import { pageStates } from '@/storage/papers';
import { undo } from '@/storage/steps/undo';
import { openLibrary, valueOf } from './open';

const DAY = 86_400_000;
const NOVEMBER = Date.UTC(2026, 10, 1);

/** A library whose clock is set by hand. */
function library() {
  const { db, env } = openLibrary();
  let [time, ops] = [NOVEMBER, 0];
  const own = { ...env, now: () => (time += 1_000) };
  const opId = (): string => `op${(ops += 1)}`;
  return {
    db,
    env: own,
    opId,
    now: () => time,
    /** Nine in the morning of a day of November. */
    goTo: (day: number) => {
      time = Math.max(time, NOVEMBER + (day - 1) * DAY + 9 * 3_600_000);
    },
    save: async (paper: PaperRef) =>
      valueOf(writeStatus(db, own, { opId: opId(), paper, status: 'saved' })),
    meet: async (papers: PaperRef[], isOpened = false) =>
      valueOf(meetPapers(db, own, { opId: opId(), papers, isOpened })),
    notice: async (paper: PaperRef) => valueOf(writeNoticed(db, own, { opId: opId(), paper })),
    state: async ({ keys }: PaperRef): Promise<PaperState | undefined> =>
      (await pageStates(db, [{ keys }]))[0],
  };
}

/** A line of a list, as its adapter reads it. */
function line(site: string, url: string, at: number, entry: Partial<Entry>): PaperRef {
  const whole: Entry = {
    title: '',
    abstract: '',
    authors: ['Ann Author'],
    ids: {},
    links: [],
    titlePlace: [],
    abstractPlace: [],
    ...entry,
  };
  return refOfEntry(identify(whole, { site, url, title: 'List', at }));
}

const titleOf = (id: number): string => `Tides on the small moon number ${id} of large planets`;
const arxivId = (id: number): string => `2611.${String(id).padStart(5, '0')}`;
const isoDay = (day: number): string => `2026-11-${String(day).padStart(2, '0')}`;

const arxivLine = (id: number, day: number, section: Entry['section'], at: number): PaperRef =>
  line('arxiv', 'https://arxiv.org/list/me.AS/new', at, {
    title: titleOf(id),
    ids: { arxiv: arxivId(id) },
    links: [`https://arxiv.org/abs/${arxivId(id)}`],
    section,
    date: isoDay(day),
  });

test('what a list says twice is written once, and nothing of it can be undone', async () => {
  const { db, env, opId, goTo, save, meet, state, now } = library();
  const paper = arxivLine(1, 1, 'new', now());
  await save(paper);
  goTo(12);
  const replaced = arxivLine(1, 12, 'replacement', now());
  expect((await meet([replaced])).map(({ notices }) => notices)).toEqual([
    [{ kind: 'version', value: '', since: NOVEMBER + 11 * DAY, had: 'v1', site: 'arxiv' }],
  ]);
  expect(await meet([replaced, replaced])).toEqual([]);
  expect((await newestPapers(db, { after: null, limit: 5 })).papers[0]?.listings).toHaveLength(1);
  await valueOf(undo(db, env, opId()));
  expect((await state(paper))?.status).toBeNull();
});

test('a notice goes when it was seen, comes back when that is undone, and again with the next', async () => {
  const { db, env, opId, goTo, save, meet, notice, state, now } = library();
  const paper = arxivLine(1, 1, 'new', now());
  await save(paper);
  goTo(12);
  await meet([arxivLine(1, 12, 'replacement', now())]);
  await notice(paper);
  expect((await state(paper))?.notices).toEqual([]);
  await valueOf(undo(db, env, opId()));
  expect((await state(paper))?.notices).toHaveLength(1);
  const { id = '' } = (await state(paper)) ?? {};
  await valueOf(changeMany(db, env, { opId: opId(), ids: [id], change: { kind: 'noticed' } }));
  expect((await state(paper))?.notices).toEqual([]);
  goTo(20);
  await meet([arxivLine(1, 20, 'replacement', now())]);
  expect((await state(paper))?.notices).toMatchObject([{ had: 'v2' }]);
  // The paper's own page.
  await meet([arxivLine(1, 20, undefined, now())], true);
  expect((await state(paper))?.notices).toEqual([]);
});

test('tagging many papers sees no notices; a decision does', async () => {
  const { db, env, opId, goTo, save, meet, state, now } = library();
  const paper = arxivLine(1, 1, 'new', now());
  await save(paper);
  goTo(12);
  await meet([arxivLine(1, 12, 'replacement', now())]);
  await valueOf(writeTag(db, env, { opId: opId(), paper, name: 'moons', on: true }));
  expect((await state(paper))?.notices).toHaveLength(1);
  await valueOf(writeStatus(db, env, { opId: opId(), paper, status: 'read' }));
  expect((await state(paper))?.notices).toEqual([]);
});

describe('of papers', () => {
  test('that were dismissed or only seen nothing is told', async () => {
    const { db, env, opId, goTo, meet, state, now } = library();
    const paper = arxivLine(1, 1, 'new', now());
    await valueOf(writeStatus(db, env, { opId: opId(), paper, status: 'dismissed' }));
    goTo(12);
    expect(
      await meet([arxivLine(1, 12, 'replacement', now()), arxivLine(2, 12, 'replacement', now())]),
    ).toEqual([]);
    expect((await state(paper))?.notices).toEqual([]);
  });

  test('a list fills in what was not known, but what the detector guesses', async () => {
    const { db, save, meet, now } = library();
    await save(arxivLine(1, 1, 'new', now()));
    const entry = { title: titleOf(1), ids: { arxiv: arxivId(1) }, abstract: 'We measure tides.' };
    await meet([line('digest', 'https://news.example/1', now(), { ...entry, venue: 'Tides' })]);
    const read = async () => (await newestPapers(db, { after: null, limit: 1 })).papers[0];
    expect((await read())?.abstract).toBe('');
    expect((await read())?.facts.venue).toBeUndefined();
    await meet([line('scirate', 'https://scirate.com/', now(), entry)]);
    expect((await read())?.abstract).toBe('We measure tides.');
  });
});

/** Numbers that look random and are the same each time. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/**
 * A month of lists. arXiv's own list names replacements without a number, lists some papers once more that were sent to
 * other lists, and stays over a weekend; another list numbers versions, a day later; at the end come two venues' lists. A person opens most of them, keeps some papers,
 * and sees some notices. `expected` is what they should be told of each paper.
 */
async function month(seed: number): Promise<{ told: number; missed: number; wrong: number }> {
  const { goTo, save, meet, notice, state, now } = library();
  const next = chance(seed);
  const kept = new Map<number, PaperRef>();
  const versions = new Map<number, number>();
  const expected = new Map<number, Set<'version' | 'venue'>>();
  const published = new Set<number>();
  const score = { told: 0, missed: 0, wrong: 0 };
  const show = async (
    lines: [number, PaperRef, ('version' | 'venue' | undefined)?][],
  ): Promise<void> => {
    for (const [id, , news] of lines) if (news && kept.has(id)) expected.get(id)?.add(news);
    await meet(lines.flatMap(([id, ref]) => (kept.has(id) ? ref : [])));
  };
  const keep = async (id: number, ref: PaperRef): Promise<void> => {
    await save(ref);
    kept.set(id, ref);
    expected.set(id, new Set());
  };
  let papers = 0;
  let list: [number, Entry['section']][] = [];
  let listDay = 1;
  for (let day = 1; day <= 30; day += 1) {
    goTo(day);
    const isWeekend = day % 7 === 0 || day % 7 === 1;
    const numbered = list
      .filter(([, section]) => section === 'replacement')
      .map(([id]) => ({ id, version: `v${versions.get(id)}` }));
    if (!isWeekend || day === 1) {
      listDay = day;
      list = Array.from({ length: 8 }, () => [(papers += 1), next(5) === 0 ? 'cross-list' : 'new']);
      // What was replaced within four days lists can't tell from one event; arXiv's authors seldom do it.
      for (const id of versions.keys())
        if (id < papers - 40 && next(30) === 0) {
          versions.set(id, (versions.get(id) ?? 1) + 1);
          list.push([id, 'replacement']);
        }
      for (const [id, section] of list) if (section !== 'replacement') versions.set(id, 1);
      // What was cross-listed later is no news.
      for (const id of versions.keys())
        if (id < papers - 10 && next(40) === 0 && !list.some(([listed]) => listed === id))
          list.push([id, 'cross-list']);
    }
    if (next(10) > 0) {
      const isFresh = !isWeekend || day === 1;
      await show(
        list.map(([id, section]) => [
          id,
          arxivLine(id, listDay, section, now()),
          section === 'replacement' && isFresh ? 'version' : undefined,
        ]),
      );
      for (const [id, section] of list)
        if (section !== 'replacement' && !kept.has(id) && next(2) === 0)
          await keep(id, arxivLine(id, listDay, section, now()));
    } else list = list.filter(([, section]) => section !== 'replacement');
    // A list that numbers what arXiv's list replaced the day before, for those who saw that.
    await show(
      numbered.map(({ id, version }) => [
        id,
        line('scirate', 'https://scirate.com/', now(), {
          title: titleOf(id),
          ids: { arxiv: arxivId(id) },
          links: [`https://arxiv.org/abs/${arxivId(id)}${version}`],
          version,
        }),
      ]),
    );
    if (day >= 28)
      await show(
        [...versions.keys()]
          .filter(() => next(4) === 0)
          .map((id) => {
            const isNew = !published.has(id);
            if (kept.has(id)) published.add(id);
            return [
              id,
              line(day === 28 ? 'dblp' : 'neurips', 'https://dblp.org/db/conf/ex', now(), {
                title: titleOf(id),
                ids: { doi: `10.1000/tides.${id}` },
                venue: day === 28 ? 'NeurIPS' : 'Advances in Example Systems 39',
                date: '2026',
              }),
              isNew ? 'venue' : undefined,
            ];
          }),
      );
    for (const [id, ref] of kept) {
      const shown = new Set((await state(ref))?.notices.map(({ kind }) => kind));
      const due = expected.get(id) ?? new Set();
      for (const kind of due) score[shown.has(kind) ? 'told' : 'missed'] += 1;
      for (const kind of shown) if (!due.has(kind)) score.wrong += 1;
      if (due.size > 0 && next(3) === 0) {
        await notice(ref);
        due.clear();
      }
    }
  }
  return score;
}

test.each([7, 8])(
  'over a month of lists what is new of kept papers is told, and nothing else (%i)',
  async (seed) => {
    const { told, missed, wrong } = await month(seed);
    expect(told).toBeGreaterThan(50);
    expect(wrong).toBe(0);
    expect(missed / (told + missed)).toBeLessThanOrEqual(0.05);
  },
);
