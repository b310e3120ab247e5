import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paperDocument } from '@/domain/export/convert';
import type { PaperDocument } from '@/domain/export/schema';
import { KNOWN_NAMES, knownOf, knownRow } from '@/domain/identity/known';
import {
  isMarkName,
  MARKED_NAMES,
  marksOf,
  STAMPED_NAMES,
  stampedRow,
} from '@/domain/paper/fields';
import type { PaperRecord } from '@/domain/paper/record';
import type { Environment } from '@/storage/clock';
import type { GlossDatabase } from '@/storage/db';
import { setMark, setStamped } from '@/storage/steps/changes';
import { paperHistory } from '@/storage/steps/history';
import type { Change } from '@/storage/rows';
import { type Step, takeStep } from '@/storage/steps/step';
import { redo, undo } from '@/storage/steps/undo';
import { stampAt } from '../domain/arbitrary';
import {
  bare,
  knownValues,
  markIds,
  stampedValues,
  withField,
  withMark,
} from '../domain/paper/any-field';
import { importDocument } from './import-document';
import { openLibrary, valueOf } from './open';

const ID = 'arxiv:2401.00001';

const fileOf = (papers: PaperDocument[]) => ({
  format: 'gloss' as const,
  version: 1,
  minReader: 1,
  papers,
});

/** A library that has one paper. */
async function library(): Promise<{ db: GlossDatabase; env: Environment }> {
  const opened = openLibrary();
  await importDocument(opened.db, opened.env, fileOf([paperDocument(bare(ID), [])]));
  return opened;
}

async function paperOf(db: GlossDatabase): Promise<PaperRecord> {
  const paper = await db.papers.get(ID);
  if (!paper) throw new Error('The paper is gone.');
  return paper;
}

/** One change of the paper, as a step of a person. */
const change = (
  { db, env }: { db: GlossDatabase; env: Environment },
  opId: string,
  edit: (step: Step, paper: PaperRecord) => Change,
) =>
  valueOf(
    takeStep(db, env, opId, 'user', async (step) => {
      const paper = await step.paper(ID);
      if (!paper) throw new Error('The paper is gone.');
      step.log(edit(step, paper));
      step.putPaper(paper);
    }),
  );

const told = async (db: GlossDatabase) =>
  (await paperHistory(db, { id: ID, before: null, limit: 10 })).entries.filter(
    ({ origin }) => origin !== 'import',
  );

const check = <T>(values: fc.Arbitrary<T>, property: (value: T) => Promise<void>): Promise<void> =>
  fc.assert(fc.asyncProperty(values, property), { numRuns: 5 });

describe.each(STAMPED_NAMES)('the field %s', (name) => {
  const row = stampedRow(name);
  const text = async (db: GlossDatabase): Promise<string> => row.text(row.read(await paperOf(db)));

  test('is undone and done again, and history tells of it', () =>
    check(stampedValues(name), async (value) => {
      const opened = await library();
      const { db, env } = opened;
      await change(opened, 'set', (step, paper) => setStamped(step, paper, name, value as never));
      expect(await text(db)).toBe(row.text(value));
      const [entry] = await told(db);
      expect(entry).toMatchObject({ from: '', to: row.text(value), canUndo: true });
      expect(await valueOf(undo(db, env, 'undo'))).toMatchObject({ count: 1 });
      expect(await text(db)).toBe('');
      await valueOf(redo(db, env, 'redo'));
      expect(await text(db)).toBe(row.text(value));
    }));

  test('that a file set is as before when the import is undone', () =>
    check(stampedValues(name), async (value) => {
      const { db, env } = await library();
      const set = withField(bare(ID), name, value, stampAt(9, 'ann'));
      await importDocument(db, env, fileOf([paperDocument(set, [])]), 'import');
      expect(await text(db)).toBe(row.text(value));
      await valueOf(undo(db, env, 'undo', 'import'));
      expect(await text(db)).toBe('');
    }));
});

describe.each(MARKED_NAMES.filter(isMarkName))('the marks %s', (name) => {
  const marks = async (db: GlossDatabase) => marksOf(await paperOf(db), name);

  test('are undone and done again, and history tells of them', () =>
    check(markIds(name), async (id) => {
      const opened = await library();
      const { db, env } = opened;
      await change(opened, 'set', (step, paper) => setMark(step, paper, name, id, true));
      expect(await marks(db)).toEqual([id]);
      expect(await told(db)).toMatchObject([{ from: '', to: id, canUndo: true }]);
      await valueOf(undo(db, env, 'undo'));
      expect(await marks(db)).toEqual([]);
      await valueOf(redo(db, env, 'redo'));
      expect(await marks(db)).toEqual([id]);
    }));

  test('that a file put on are off when the import is undone', () =>
    check(markIds(name), async (id) => {
      const { db, env } = await library();
      const set = withMark(bare(ID), name, id, true, stampAt(9, 'ann'));
      await importDocument(db, env, fileOf([paperDocument(set, [])]), 'import');
      expect(await marks(db)).toEqual([id]);
      await valueOf(undo(db, env, 'undo', 'import'));
      expect(await marks(db)).toEqual([]);
    }));
});

describe.each(KNOWN_NAMES)('what is known as %s', (name) => {
  test('is as before when the import that told it is undone', () =>
    check(knownValues(name), async (value) => {
      const { db, env } = await library();
      const before = knownOf(await paperOf(db), name);
      const paper = { ...bare(ID), [name]: knownRow(name).merge(value, knownRow(name).empty) };
      await importDocument(db, env, fileOf([paperDocument(paper, [])]), 'import');
      expect(knownOf(await paperOf(db), name)).not.toEqual(before);
      await valueOf(undo(db, env, 'undo', 'import'));
      expect(knownOf(await paperOf(db), name)).toEqual(before);
    }));
});
