import fc from 'fast-check';
import * as z from 'zod/mini';
import { paperSchema } from '@/domain/export/schema';
import { KNOWN, type KnownName } from '@/domain/identity/known';
import { noNote } from '@/domain/paper/note';
import {
  MARKED,
  type MarkedName,
  marksOf,
  markStamp,
  putMarks,
  putStamped,
  type StampedName,
  stampedRow,
  untouched,
} from '@/domain/paper/fields';
import type { PaperRecord, PartRecord } from '@/domain/paper/record';
import { unknown } from '@/domain/identity/known';
import { type JsonSchema, valuesOf } from '../schema-values';

/*
 * Values for every field of the tables, made from the schema of the export: a new field needs no line in a test.
 */

const schema = z.toJSONSchema(paperSchema) as JsonSchema;
const shapes = paperSchema.shape as Record<string, z.ZodMiniType | undefined>;
/** Values of a property as they are once they were let in. */
const property = (name: string): fc.Arbitrary<unknown> =>
  valuesOf(schema.properties?.[name] ?? {}).map((value) => shapes[name]?.parse(value));

/** Values of a stamped field that a person would see. */
export const stampedValues = (name: StampedName): fc.Arbitrary<unknown> => {
  const row = stampedRow(name);
  const names = Object.keys(row.write(row.empty));
  if (names.length === 0)
    throw new Error(`The field ${name} must write its properties for the empty value too.`);
  return fc
    .record(Object.fromEntries(names.map((one) => [one, property(one)])))
    .map((properties) => row.read(properties as unknown as PartRecord))
    .filter((value) => row.text(value) !== '');
};

/** Ids that a set of marks may have. */
export const markIds = (name: MarkedName): fc.Arbitrary<string> =>
  property(MARKED[name].property)
    .map((ids) => (ids as string[])[0] ?? '')
    .filter((id) => id !== '');

/** Values of a known field that say something. */
export const knownValues = (name: KnownName): fc.Arbitrary<unknown> =>
  property(name).filter((value) => KNOWN[name].text(value as never).trim() !== '');

/** A paper of which nothing but its id is known. */
export const bare = (id: string): PaperRecord => ({
  ...unknown(),
  ...untouched(),
  id,
  aliases: [],
  keys: [id],
  note: noNote(),
  stamps: {},
  createdAt: 1,
  updatedAt: 1,
});

/** The same paper with a field set at a stamp. */
export function withField(
  paper: PaperRecord,
  name: StampedName,
  value: unknown,
  stamp: string,
): PaperRecord {
  const set = { ...paper, stamps: { ...paper.stamps, [name]: stamp } };
  putStamped(set, name, value);
  return set;
}

/** The same paper with a mark put on or taken off at a stamp. */
export function withMark(
  paper: PaperRecord,
  name: MarkedName,
  id: string,
  isOn: boolean,
  stamp: string,
): PaperRecord {
  const set = { ...paper, stamps: { ...paper.stamps, [markStamp(name, id)]: stamp } };
  const others = marksOf(paper, name).filter((other) => other !== id);
  putMarks(set, name, isOn ? [...others, id] : others);
  return set;
}
