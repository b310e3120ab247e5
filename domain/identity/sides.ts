import type { PartRecord } from '@/domain/paper/record';
import { namesOf } from './groups';
import type { Joined } from './joined';
import { partsOf } from './parts';
import { linksOf } from './partings';

/*
 * The sides that a joined paper falls into: its records as they are now, by the paper that each was in.
 */

/** The records of each side, as copies; sides that no record is left of are not among them. */
export function sidesOf({ before, current }: Joined): PartRecord[][] {
  const parts = structuredClone(partsOf(current));
  const sideBy = sidesBefore({ before }, parts);
  giveNamesBack({ before }, parts, sideBy);
  placeLater(parts, sideBy);
  const main = sideBy.get(current.id) ?? 0;
  return before
    .map((_, at) => parts.filter(({ id }) => (sideBy.get(id) ?? main) === at))
    .filter((side) => side.length > 0);
}

/** The number of the side that each record was in before the join, by the record's id. */
function sidesBefore(
  { before }: Pick<Joined, 'before'>,
  parts: readonly PartRecord[],
): Map<string, number> {
  const idsOf = before.map((paper) => partsOf(paper).map(({ id }) => id));
  const sideBy = new Map<string, number>();
  for (const { id } of parts) {
    const at = idsOf.findIndex((ids) => ids.includes(id));
    if (at >= 0) sideBy.set(id, at);
  }
  return sideBy;
}

/** Takes from each record the names that only another side had before: the whole paper's names went to one record. */
function giveNamesBack(
  { before }: Pick<Joined, 'before'>,
  parts: readonly PartRecord[],
  sideBy: ReadonlyMap<string, number>,
): void {
  const namesAt = before.map(({ id, aliases, keys }) => new Set([id, ...aliases, ...keys]));
  for (const part of parts) {
    const at = sideBy.get(part.id);
    if (at === undefined) continue;
    const isOwn = (name: string): boolean =>
      name === part.id || namesAt[at]?.has(name) || !namesAt.some((names) => names.has(name));
    part.aliases = part.aliases.filter(isOwn);
    part.keys = part.keys.filter(isOwn);
  }
}

/** Places records that came since with one that a link ties them to, else with one that shares a strong name. */
function placeLater(parts: readonly PartRecord[], sideBy: Map<string, number>): void {
  const links = linksOf(parts).map(({ pair }) => pair);
  placeBy(links, sideBy);
  placeBy([...links, ...sharedNames(parts)], sideBy);
}

/** Places each record that is tied to a placed one, until none is left. */
function placeBy(ties: readonly [string, string][], sideBy: Map<string, number>): void {
  const isPlaced = (from: string, to: string): boolean => {
    const at = sideBy.get(from);
    if (at === undefined || sideBy.has(to)) return false;
    sideBy.set(to, at);
    return true;
  };
  let open = ties;
  for (let isMoving = true; isMoving; ) {
    const left = open.filter(([a, b]) => !isPlaced(a, b) && !isPlaced(b, a));
    isMoving = left.length < open.length;
    open = left;
  }
}

/** Pairs of records that share a strong name. */
function sharedNames(parts: readonly PartRecord[]): [string, string][] {
  const idBy = new Map<string, string>();
  return parts.flatMap((part) =>
    namesOf(part).flatMap((name): [string, string][] => {
      const other = idBy.get(name);
      idBy.set(name, other ?? part.id);
      return other === undefined || other === part.id ? [] : [[other, part.id]];
    }),
  );
}
