import type { Decision, PartRecord } from './record';
import type { Status } from './paper';
import { isSame } from '@/domain/same';

/*
 * The fields that a person sets on a paper, described once. Merging, joining, splitting, erasing, undo, history, the
 * preview of an import, the library's index and the export walk these two tables. A new field is its type in
 * `record.ts` and a row here; the compiler names what else must know it. What pages and files tell of a paper is
 * in `domain/identity/known.ts`.
 */

/** A value with one stamp, under the field's name. Functions are methods: a walk takes every row as one of unknown values. */
export interface StampedField<Value, Properties extends Partial<PartRecord>> {
  /** The value of a paper on which the field was never set. */
  empty: Value;
  read(record: PartRecord): Value;
  /**
   * The properties of a record that hold a value, the empty one too; they come and go together. Each begins with the
   * field's name, so that versions which don't know the field merge them by its stamp (`domain/identity/extra.ts`).
   */
  write(value: Value): Properties;
  /** Whether records lack the properties where the value is the empty one: fields that are younger than libraries. */
  isOptional: boolean;
  /** Decides between two values under one stamp: the greater in canonical JSON stays. */
  rank(value: Value): unknown;
  /** The value of several papers that turn out to be one. */
  join(values: readonly Value[]): Value;
  /** Whether values that were set after the papers were linked are joined too, or the later counts. */
  isAlwaysJoined: boolean;
  /** When a joined paper falls apart: whether a change made since goes to one side or to all. */
  splitsTo: 'one' | 'all';
  /** What a person reads of a value, `''` for the empty one. Undo takes values that read alike for the same. */
  text(value: Value): string;
  /** Whether the value alone keeps a paper in the library. */
  isKept(value: Value): boolean;
  /** Whether setting the field annotates the paper. */
  isAnnotation: boolean;
}

const stamped = <Value, Properties extends Partial<PartRecord>>(
  row: StampedField<Value, Properties>,
): StampedField<Value, Properties> => row;

/** How far a person came with a paper. */
const PROGRESS: readonly (Status | null)[] = [null, 'dismissed', 'saved', 'read'];

const furthest = (decisions: readonly Decision[]): Status | null =>
  decisions.reduce<Status | null>(
    (far, { status }) => (PROGRESS.indexOf(status) > PROGRESS.indexOf(far) ? status : far),
    null,
  );

const earliest = (decisions: readonly Decision[]): number | null => {
  const times = decisions.flatMap(({ savedAt }) => savedAt ?? []);
  return times.length > 0 ? Math.min(...times) : null;
};

export const STAMPED = {
  status: stamped<Decision, Decision>({
    empty: { status: null, savedAt: null },
    read: ({ status, savedAt }) => ({ status, savedAt }),
    write: ({ status, savedAt }) => ({ status, savedAt }),
    isOptional: false,
    // Of two times under one stamp the earlier counts: an import that is done again brings no new one.
    rank: ({ status, savedAt }) => [
      status ?? '',
      savedAt === null ? 0 : Number.MAX_SAFE_INTEGER - savedAt,
    ],
    join: (decisions) => {
      const status = furthest(decisions);
      const isSaved = status === 'saved' || status === 'read';
      return { status, savedAt: isSaved ? earliest(decisions) : null };
    },
    isAlwaysJoined: false,
    splitsTo: 'one',
    text: ({ status }) => status ?? '',
    isKept: ({ status, savedAt }) => status === 'read' || savedAt !== null,
    isAnnotation: true,
  }),
  /** In the trash. */
  removed: stamped({
    empty: false,
    read: ({ removed }) => removed,
    write: (removed) => ({ removed }),
    isOptional: false,
    rank: (removed) => removed,
    join: (removals) => removals.every(Boolean),
    isAlwaysJoined: true,
    splitsTo: 'all',
    text: (removed) => (removed ? 'deleted' : ''),
    isKept: () => false,
    isAnnotation: false,
  }),
  /** Up to when its notices were seen. */
  noticed: stamped({
    empty: 0,
    read: ({ noticedAt = 0 }) => noticedAt,
    write: (noticedAt) => ({ noticedAt }),
    isOptional: true,
    rank: (noticedAt) => noticedAt,
    join: (times) => Math.max(...times),
    isAlwaysJoined: false,
    splitsTo: 'all',
    text: (noticedAt) => (noticedAt === 0 ? '' : new Date(noticedAt).toISOString()),
    isKept: () => false,
    isAnnotation: false,
  }),
};

export type StampedName = keyof typeof STAMPED;
type StampedRow = (typeof STAMPED)[StampedName];
/** The value of a stamped field. */
export type StampedValue<Name extends StampedName> = ReturnType<(typeof STAMPED)[Name]['read']>;

type All<Union> = (Union extends unknown ? (part: Union) => void : never) extends (
  whole: infer Whole,
) => void
  ? Whole
  : never;
type PropertiesOf<Row> = Row extends { write(value: never): infer Properties } ? Properties : never;
/** The properties of all stamped fields. */
export type StampedProperties = All<PropertiesOf<StampedRow>>;

export const STAMPED_NAMES = Object.keys(STAMPED) as StampedName[];

/** A row as one of unknown values, for a walk over all of them. */
export const stampedRow = (name: StampedName): StampedField<unknown, Partial<PartRecord>> =>
  STAMPED[name];

/** Whether a name is one of the stamped fields. */
export const isStampedName = (name: string): name is StampedName => Object.hasOwn(STAMPED, name);

/** The properties of all stamped fields, each with the value that `valueOf` gives for its row. */
export const stampedProperties = (
  valueOf: (row: StampedField<unknown, Partial<PartRecord>>, name: StampedName) => unknown,
): StampedProperties =>
  Object.assign(
    {},
    ...STAMPED_NAMES.map((name) => {
      const row = stampedRow(name);
      const value = valueOf(row, name);
      return row.isOptional && isSame(value, row.empty) ? {} : row.write(value);
    }),
  ) as StampedProperties;

/** Puts the value of a stamped field into a record. */
export function putStamped(record: PartRecord, name: StampedName, value: unknown): void {
  const row = stampedRow(name);
  const properties = row.write(value);
  const isLeftOut = row.isOptional && isSame(value, row.empty);
  for (const property of Object.keys(properties) as (keyof PartRecord)[])
    if (isLeftOut) delete (record as Partial<PartRecord>)[property];
  if (!isLeftOut) Object.assign(record, properties);
}

/** A set of ids, each with a stamp of its own, under `<field>:<id>`. */
interface MarkedField {
  property: keyof PartRecord;
  /** Whether a record lacks the property where the set is empty. */
  isOptional: boolean;
  /** The set of several papers that turn out to be one: all of their marks, or what their stamps say. */
  join: 'all' | 'merged';
  /** Whether a mark keeps a paper in the library. */
  isKept: boolean;
  /** Whether marking annotates the paper. */
  isAnnotation: boolean;
}

export const MARKED = {
  tag: {
    property: 'tags',
    isOptional: false,
    join: 'all',
    isKept: true,
    isAnnotation: true,
  },
  /** Papers that a person said are not this one. */
  apart: {
    property: 'apart',
    isOptional: true,
    join: 'merged',
    isKept: false,
    isAnnotation: false,
  },
} as const satisfies Record<string, MarkedField>;

export type MarkedName = keyof typeof MARKED;
/** Sets whose marks a person puts on and takes off one by one; what is kept apart comes with a parting. */
export type MarkName = Exclude<MarkedName, 'apart'>;
export type MarkedProperty = (typeof MARKED)[MarkedName]['property'];
export type MarkedProperties = Pick<PartRecord, MarkedProperty>;

export const MARKED_NAMES = Object.keys(MARKED) as MarkedName[];

/** Whether a name is one of the marked sets. */
export const isMarkedName = (name: string): name is MarkedName => Object.hasOwn(MARKED, name);

/** Whether a name is a marked set whose marks are things of a person, such as tags, and not other papers. */
export const isMarkName = (name: string): name is MarkName =>
  isMarkedName(name) && name !== 'apart';

/** The stamp's name of one mark. */
export const markStamp = (name: MarkedName, id: string): string => `${name}:${id}`;

/** The ids in a marked set of a record. */
export const marksOf = (record: MarkedProperties, name: MarkedName): readonly string[] =>
  record[MARKED[name].property] ?? [];

/** The properties of all marked sets, each with the ids that `idsOf` gives, in order and once. */
export const markedProperties = (idsOf: (name: MarkedName) => Iterable<string>): MarkedProperties =>
  Object.fromEntries(
    MARKED_NAMES.flatMap((name) => {
      const ids = [...new Set(idsOf(name))].toSorted();
      const { property, isOptional } = MARKED[name];
      return ids.length === 0 && isOptional ? [] : [[property, ids]];
    }),
  ) as unknown as MarkedProperties;

/** Puts a set of marks into a record. */
export function putMarks(record: MarkedProperties, name: MarkedName, ids: Iterable<string>): void {
  const { property } = MARKED[name];
  delete (record as Partial<MarkedProperties>)[property];
  const { [property]: put } = markedProperties((other) => (other === name ? ids : []));
  if (put) record[property] = put;
}

/** The fields of a paper on which a person set nothing. */
export const untouched = (): StampedProperties & MarkedProperties => ({
  ...stampedProperties((row) => row.empty),
  ...markedProperties(() => []),
});

/** Whether a field or a mark keeps a paper in the library. */
export const isKeptByFields = (record: PartRecord): boolean =>
  STAMPED_NAMES.some((name) => stampedRow(name).isKept(stampedRow(name).read(record))) ||
  MARKED_NAMES.some((name) => MARKED[name].isKept && marksOf(record, name).length > 0);

/** Fields and marks by which a person annotates a paper. */
export const ANNOTATIONS: readonly string[] = [
  ...STAMPED_NAMES.filter((name) => STAMPED[name].isAnnotation),
  ...MARKED_NAMES.filter((name) => MARKED[name].isAnnotation),
];
