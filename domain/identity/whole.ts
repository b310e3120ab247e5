import type { Stamp } from '@/domain/paper/clock';
import {
  MARKED,
  markedProperties,
  type MarkedName,
  markStamp,
  marksOf,
  type StampedField,
  type StampedName,
  stampedProperties,
} from '@/domain/paper/fields';
import type { PartRecord } from '@/domain/paper/record';
import { canonical } from '@/domain/same';
import { mergePapers, settle } from './merge';
import { type Link, linksOf } from './partings';

/*
 * What the records of one paper make together. A join changes no record: it links two, under a stamp. Values that were
 * set before that stamp come from two papers that did not know of each other, so a later stamp proves nothing, and the
 * field's own rule joins them (the further status). Of values set since, and of records that no link ties, the later
 * counts. Linked records have all tags of each: one that is taken off the paper is taken off each record that has it.
 * The paper is in the trash where each record is: a machine that knew of no link removed its record alone.
 * A parting takes the link away, and each record says what it said.
 */

/** Records as they were linked, the first link innermost. */
type Tree = PartRecord | { stamp: Stamp | ''; sides: [Tree, Tree] };

const isLeaf = (tree: Tree): tree is PartRecord => 'id' in tree;

/** The records of one paper in the order in which they became one; those without a link come last, under no stamp. */
function treeOf(parts: readonly PartRecord[], links: readonly Link[]): Tree | undefined {
  const treeBy = new Map<string, Tree>(parts.map((part) => [part.id, part]));
  for (const { pair, stamp } of links) {
    const [a, b] = pair.map((id) => treeBy.get(id));
    if (!a || !b || a === b) continue;
    const joined: Tree = { stamp, sides: [a, b] };
    for (const [id, tree] of treeBy) if (tree === a || tree === b) treeBy.set(id, joined);
  }
  const [first, ...others] = new Set(treeBy.values());
  return others.reduce<Tree | undefined>(
    (tree, other) => tree && { stamp: '', sides: [tree, other] },
    first,
  );
}

/** A value, and when it was set; the stamp is empty where it never was. */
interface Told<Value> {
  value: Value;
  stamp: Stamp | '';
}

/** How two values become one. */
interface Rule<Value> {
  /** Two that were set before their records became one. */
  join(a: Value, b: Value): Value;
  /** Whether values that were set since are joined too. */
  isAlwaysJoined: boolean;
  /** Two that were set at once. */
  tie(a: Value, b: Value): Value;
}

function toldBy<Value>(
  tree: Tree,
  read: (part: PartRecord) => Told<Value>,
  rule: Rule<Value>,
): Told<Value> {
  if (isLeaf(tree)) return read(tree);
  const [a, b] = tree.sides.map((side) => toldBy(side, read, rule)) as [Told<Value>, Told<Value>];
  const stamp = a.stamp > b.stamp ? a.stamp : b.stamp;
  const isJoined = tree.stamp !== '' && (rule.isAlwaysJoined || stamp < tree.stamp);
  if (isJoined) return { value: rule.join(a.value, b.value), stamp };
  if (a.stamp === b.stamp) return { value: rule.tie(a.value, b.value), stamp };
  return a.stamp > b.stamp ? a : b;
}

function stampedValue(
  tree: Tree,
  row: StampedField<unknown, Partial<PartRecord>>,
  name: StampedName,
): unknown {
  const rank = (value: unknown): string => canonical(row.rank(value));
  return toldBy(tree, (part) => ({ value: row.read(part), stamp: part.stamps[name] ?? '' }), {
    join: (a, b) => row.join([a, b]),
    isAlwaysJoined: row.isAlwaysJoined,
    tie: (a, b) => (rank(a) >= rank(b) ? a : b),
  }).value;
}

function markIds(tree: Tree, parts: readonly PartRecord[], name: MarkedName): string[] {
  const all = new Set(parts.flatMap((part) => marksOf(part, name)));
  const either = (a: boolean, b: boolean): boolean => a || b;
  return [...all].filter((id) => {
    const read = (part: PartRecord): Told<boolean> => ({
      value: marksOf(part, name).includes(id),
      stamp: part.stamps[markStamp(name, id)] ?? '',
    });
    return toldBy(tree, read, { join: either, isAlwaysJoined: true, tie: either }).value;
  });
}

/** What records of one paper make together, whatever their order; at least one is needed. */
export function wholeOf(parts: readonly PartRecord[]): PartRecord {
  const merged = parts.reduce((a, b) => mergePapers(a, b));
  const links = parts.length > 1 ? linksOf(parts) : [];
  const tree = treeOf(parts, links);
  if (!tree || links.length === 0) return merged;
  return settle({
    ...merged,
    ...stampedProperties((row, name) => stampedValue(tree, row, name)),
    ...markedProperties((name) =>
      MARKED[name].join === 'all' ? markIds(tree, parts, name) : marksOf(merged, name),
    ),
  });
}
