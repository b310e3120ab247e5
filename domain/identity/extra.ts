import type { Stamp } from '@/domain/paper/clock';
import type { Extra } from '@/domain/paper/record';
import { canonical, isSame } from '@/domain/same';

/** A record as far as its unknown fields go. */
export interface WithExtra extends Extra {
  stamps: Readonly<Record<string, Stamp>>;
}

/** Characters of a field's name; a file may have longer ones, which are no field's. */
const LONGEST = 64;

/**
 * The fields that a property may belong to. The properties of a field carry the field's name, alone or as a first
 * word: `rating`, `ratingAt`. So a version that does not know a field still merges its values by their stamps.
 */
const fieldsOf = (property: string): string[] => [
  property,
  ...Array.from(property.slice(0, LONGEST).matchAll(/[A-Z]/g), ({ index }) =>
    property.slice(0, index),
  ),
];

/** When an unknown property was set last; empty where nothing tells. Looked up, for a file may have many of either. */
const setAt = ({ stamps }: WithExtra, property: string): Stamp | '' =>
  fieldsOf(property).reduce<Stamp | ''>((last, name) => {
    const stamp = Object.hasOwn(stamps, name) ? stamps[name] : undefined;
    return stamp !== undefined && stamp > last ? stamp : last;
  }, '');

/**
 * The properties of two records that this version does not know: of each the one that was set later, missing too, for
 * a field may be empty by lack of its property. Of two set at once, or without a stamp, the greater in canonical JSON
 * stays, and something stays before nothing. Of a set whose marks have stamps, each mark is as it was set later.
 */
export function mergeExtra(a: WithExtra, b: WithExtra): Extra {
  if (!a.extra && !b.extra) return {};
  const names = new Set([...Object.keys(a.extra ?? {}), ...Object.keys(b.extra ?? {})]);
  const fields = markedFields([a, b]);
  const merged = [...names].flatMap((name) => {
    const field = [name, name.replace(/s$/, '')].find((one) => fields.has(one));
    const values = valuesOf([a, b], name);
    if (field !== undefined && values.every(isIds))
      return [[name, mergeMarks(a, b, name, field)] as const];
    const [x, y] = [setAt(a, name), setAt(b, name)];
    const asked = x === y ? values : valuesOf([x > y ? a : b], name);
    return asked.length === 0 ? [] : [[name, asked.reduce(greater)] as const];
  });
  return merged.length > 0 ? { extra: Object.fromEntries(merged) } : {};
}

const valuesOf = (records: readonly WithExtra[], name: string): unknown[] =>
  records.flatMap(({ extra = {} }) => (Object.hasOwn(extra, name) ? [extra[name]] : []));

/** Fields that have a stamp for each of their marks, `<field>:<id>`; a set of marks has the field's name, or its plural. */
const markedFields = (records: readonly WithExtra[]): Set<string> =>
  new Set(
    records.flatMap(({ stamps }) =>
      Object.keys(stamps).flatMap((name) =>
        name.includes(':') ? (name.split(':', 1)[0] ?? []) : [],
      ),
    ),
  );

const isIds = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((id) => typeof id === 'string');

/** The marks of both records that none took off later. */
function mergeMarks(a: WithExtra, b: WithExtra, property: string, field: string): string[] {
  const marks = (record: WithExtra): Set<string> =>
    new Set(valuesOf([record], property).filter(isIds).flat());
  const at = ({ stamps }: WithExtra, id: string): Stamp | '' => {
    const name = `${field}:${id}`;
    return Object.hasOwn(stamps, name) ? (stamps[name] ?? '') : '';
  };
  const [ofA, ofB] = [marks(a), marks(b)];
  return [...new Set([...ofA, ...ofB])]
    .filter((id) => {
      const [x, y] = [at(a, id), at(b, id)];
      return (x >= y && ofA.has(id)) || (y >= x && ofB.has(id));
    })
    .toSorted();
}

/** The unknown properties of one of a paper's records after an edit of the whole paper; `made` is what the records made together. */
export function editExtra(part: Extra, made: Extra, whole: Extra): Extra {
  const edited = Object.entries(whole.extra ?? {}).filter(
    ([name, value]) => !isSame(value, made.extra?.[name]),
  );
  const extra = { ...part.extra, ...Object.fromEntries(edited) };
  return Object.keys(extra).length > 0 ? { extra } : {};
}

const greater = (x: unknown, y: unknown): unknown => (canonical(y) > canonical(x) ? y : x);
