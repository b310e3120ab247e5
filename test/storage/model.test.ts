import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { noteText } from '@/domain/paper/note';
import { isStrong } from '@/domain/identity/paper-key';
import {
  addHighlight,
  editHighlight,
  removeHighlight,
  writeNote,
  writeStatus,
  writeTag,
} from '@/storage/steps/actions';
import type { Environment } from '@/storage/clock';
import type { GlossDatabase } from '@/storage/db';
import { newestPapers } from '@/storage/read/library';
import { changeMany, writeStatuses } from '@/storage/steps/many';
import { joinMany, splitNewest } from '@/storage/steps/join';
import { pageStates } from '@/storage/papers';
import { listTags } from '@/storage/read/tags';
import { deleteTag, recolourTag, renameTag } from '@/storage/steps/tags';
import { listTrash } from '@/storage/steps/trash';
import { redo, undo } from '@/storage/steps/undo';
import { openLibrary, refOf } from './open';

/*
 * A person at random: any of their actions in any order, at entries that name papers by some of their ids and
 * now and then tie two together.
 */

const TITLE = 'title:tides on small moons of large planets';
const ENTRIES = [
  ['arxiv:2401.00001', TITLE],
  ['doi:10.1000/a'],
  ['arxiv:2401.00001', 'doi:10.1000/a'],
  ['arxiv:2401.00002', TITLE],
  ['acl:2024.acl-long.1', 'title:rings of dust and how they last'],
  ['s2:12345', 'title:rings of dust and how they last'],
  ['title:preface'],
].map((keys) => refOf(keys));
const TAGS = ['moons', 'Rings', 'to read'];

const entry = fc.nat(ENTRIES.length - 1);
const tag = fc.constantFrom(...TAGS);
const action = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('status' as const),
      entry,
      status: fc.constantFrom('saved' as const, 'read' as const, 'dismissed' as const, null),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('tag' as const), entry, tag, on: fc.boolean() }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('note' as const), entry }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('highlight' as const), entry }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('change' as const), entry, remove: fc.boolean() }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('many' as const),
      entries: fc.uniqueArray(entry, { minLength: 1 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('bulk' as const),
      change: fc.constantFrom(
        { kind: 'delete' as const },
        { kind: 'restore' as const },
        { kind: 'tag' as const, name: 'bulk', on: true },
        { kind: 'status' as const, status: 'read' as const },
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('merge' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('unmerge' as const), entry }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('manage' as const),
      tag,
      how: fc.constantFrom('rename', 'recolour', 'delete', 'merge'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const), redo: fc.boolean() }) },
);
type Action = typeof action extends fc.Arbitrary<infer T> ? T : never;

interface World {
  db: GlossDatabase;
  env: Environment;
  /** Words of notes: each was written once. */
  words: Set<string>;
  count: number;
}

const stateAt = async (db: GlossDatabase, index: number) => {
  const [state] = await pageStates(db, [ENTRIES[index]!]);
  return state!;
};

async function act(world: World, { ...step }: Action): Promise<void> {
  const { db, env } = world;
  const opId = `op${(world.count += 1)}`;
  const paper = 'entry' in step ? ENTRIES[step.entry]! : ENTRIES[0]!;
  switch (step.do) {
    case 'status':
      await writeStatus(db, env, { opId, paper, status: step.status });
      break;
    case 'tag':
      await writeTag(db, env, { opId, paper, name: step.tag, on: step.on });
      break;
    case 'note': {
      const { text, revision } = (await stateAt(db, step.entry)).note;
      const word = `word${world.count}`;
      world.words.add(word);
      await writeNote(db, env, { opId, paper, base: revision, text: `${text} ${word}`.trim() });
      break;
    }
    case 'highlight': {
      const quote = { exact: 'measure', prefix: 'We ', suffix: ' tides.' };
      const highlight = {
        id: `h${world.count}`,
        field: 'abstract',
        quote,
        colour: 'amber',
      } as const;
      const rest = {
        position: { start: 3, end: 10 },
        comment: '',
        source: 'https://x.org/',
        createdAt: 1,
      };
      await addHighlight(db, env, { opId, paper, highlight: { ...highlight, ...rest } });
      break;
    }
    case 'change': {
      const id = (await stateAt(db, step.entry)).highlights[0]?.id ?? 'none';
      if (step.remove) await removeHighlight(db, env, { opId, paper, id });
      else await editHighlight(db, env, { opId, paper, id, colour: 'rose', comment: opId });
      break;
    }
    case 'many': {
      const papers = step.entries.map((index) => ENTRIES[index]!);
      await writeStatuses(db, env, { opId, papers, status: 'dismissed' });
      break;
    }
    case 'bulk':
      await changeMany(db, env, {
        opId,
        ids: await db.papers.limit(3).primaryKeys(),
        change: step.change,
      });
      break;
    case 'merge':
      await joinMany(db, env, { opId, ids: await db.papers.limit(2).primaryKeys() });
      break;
    case 'unmerge':
      await splitNewest(db, env, { opId, id: (await stateAt(db, step.entry)).id });
      break;
    case 'manage': {
      const { length, [0]: other } = (await listTags(db)).filter(({ name }) => name !== step.tag);
      const found = (await listTags(db)).find(({ name }) => name === step.tag);
      if (!found) break;
      if (step.how === 'rename')
        await renameTag(db, env, { opId, id: found.id, name: `re ${opId}` });
      else if (step.how === 'recolour')
        await recolourTag(db, env, { opId, id: found.id, colour: 3 });
      else if (step.how === 'delete' || length === 0)
        await deleteTag(db, env, { opId, id: found.id, into: null });
      else await deleteTag(db, env, { opId, id: found.id, into: other!.id });
      break;
    }
    case 'undo':
      await (step.redo ? redo(db, env, opId) : undo(db, env, opId));
      break;
  }
}

/** What must hold of the database whatever was done. */
async function expectSound(db: GlossDatabase): Promise<void> {
  const papers = await db.papers.toArray();
  const keys = papers.flatMap((paper) => paper.keys);
  expect(new Set(keys).size, 'each key belongs to one paper').toBe(keys.length);
  const ids = new Set(papers.map(({ id }) => id));
  for (const { paperId } of await db.highlights.toArray())
    expect(ids.has(paperId), `a highlight’s paper is there: ${paperId}`).toBe(true);
  for (const paper of papers) expect(paper.keys.length, paper.id).toBeGreaterThan(0);
}

const wordsIn = async (db: GlossDatabase): Promise<Set<string>> =>
  new Set(
    (await db.papers.toArray()).flatMap(({ note }) => noteText(note).match(/word\d+/g) ?? []),
  );

/** All that a person sees. */
async function seen(db: GlossDatabase) {
  const states = await pageStates(db, ENTRIES);
  return {
    papers: states.map(({ status, tags, note, highlights }) => [
      status,
      tags,
      note.text,
      highlights,
    ]),
    tags: await listTags(db),
    list: (await newestPapers(db, { after: null, limit: 50 })).papers,
    trash: (await listTrash(db, { after: null, limit: 50 })).papers,
  };
}

const EMPTY = { papers: ENTRIES.map(() => [null, [], '', []]), tags: [], list: [], trash: [] };

test('whatever a person does, nothing is lost, and undoing to the start leaves an empty library', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 5, maxLength: 40 }), async (actions) => {
      const world: World = { ...openLibrary(), words: new Set(), count: 0 };
      const { db, env } = world;
      const isPlain = actions.every((step) => step.do !== 'undo');
      for (const step of actions) {
        await act(world, step);
        await expectSound(db);
      }
      if (isPlain) expect(await wordsIn(db)).toEqual(world.words);
      for (let step = 1; ; step++) {
        const undone = await undo(db, env, `u${step}`);
        if (!undone.ok) throw new Error(undone.error.message);
        if (undone.value === null) break;
        await expectSound(db);
      }
      expect(await seen(db)).toEqual(EMPTY);
      db.close();
    }),
    {
      numRuns: Number(process.env['GLOSS_RUNS'] ?? 12),
      seed: Number(process.env['GLOSS_SEED'] ?? 11),
    },
  );
});

test('the order in which entries arrive never changes which papers there are', async () => {
  const entries = [
    ['arxiv:2401.00001', 'title:one paper with several names'],
    ['doi:10.1000/a', 'title:one paper with several names'],
    ['arxiv:2401.00001', 'doi:10.1000/a'],
    ['doi:10.1000/a', 'acl:2024.acl-long.1'],
    ['arxiv:2401.00002', 'title:another paper with its own name'],
    ['pmid:12345', 'title:another paper with its own name'],
    ['arxiv:2401.00003', 'title:preface'],
    ['arxiv:2401.00004', 'title:preface'],
  ];
  const parts = async (order: number[]) => {
    const { db, env } = openLibrary();
    for (const index of order) {
      const paper = refOf(entries[index]!);
      const opId = `op${index}`;
      await writeTag(db, env, { opId, paper, name: `tag ${index}`, on: true });
      const [state] = await pageStates(db, [paper]);
      const { text, revision } = state!.note;
      const note = [...text.split(' '), `note${index}`].join(' ').trim();
      await writeNote(db, env, { opId: `n${index}`, paper, base: revision, text: note });
    }
    const papers = (await db.papers.toArray()).map(({ keys, tags, note }) => ({
      keys: keys.filter(isStrong).toSorted(),
      tags,
      words: (noteText(note).match(/note\d/g) ?? []).toSorted(),
    }));
    db.close();
    return papers.toSorted((a, b) => ((a.keys[0] ?? '') < (b.keys[0] ?? '') ? -1 : 1));
  };
  const inOrder = await parts(entries.map((_, index) => index));
  expect(inOrder.map(({ keys }) => keys.length)).toEqual([3, 2, 1, 1]);
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(
        entries.map((_, index) => index),
        { minLength: entries.length },
      ),
      async (order) => {
        expect(await parts(order)).toEqual(inOrder);
      },
    ),
    { numRuns: 12, seed: 5 },
  );
});
