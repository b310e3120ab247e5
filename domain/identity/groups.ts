import type { PaperKey } from '@/domain/paper/paper';
import { compareKeys, isStrong, strongestFirst } from './paper-key';
import type { Partings } from './partings';
import type { PartRecord } from '@/domain/paper/record';

/** Records that are one paper. */
export interface Group {
  /** The one with the strongest id first. */
  parts: PartRecord[];
  /** Its keys, without the strong ones that it lost. */
  keys: PaperKey[];
  /** Names of its records that are another paper's. */
  lost: Set<string>;
}

/** The ids of the records of a group, in their order. */
export const recordIds = ({ parts }: Group): string[] => parts.map(({ id }) => id);

/** The id of what the records make. */
export const idOf = ({ parts }: Group): string => parts[0]?.id ?? '';

/** Names that make one paper of the records that have them. */
export const namesOf = ({ id, aliases, keys }: PartRecord): string[] => [
  ...new Set([id, ...aliases, ...keys.filter(isStrong)]),
];

/**
 * Records that share an id, an older id or a strong key, as one paper each, but for those that were parted: of
 * them those come together that the stronger name joins. Records and papers are in the order of their strength.
 */
export function joinByName(records: readonly PartRecord[], partings: Partings): Group[] {
  const byName = new Map<string, PartRecord[]>();
  for (const record of records)
    for (const name of namesOf(record)) {
      const sharing = byName.get(name);
      if (sharing) sharing.push(record);
      else byName.set(name, [record]);
    }
  const bundles = new Bundles(records, partings);
  const shared = [...byName].filter(([, sharing]) => sharing.length > 1);
  for (const [, sharing] of shared.toSorted(([a], [b]) => compareKeys(a, b)))
    bundles.joinAll(sharing);
  const groups = bundles.all().map(groupOf);
  return partings.isEmpty ? groups : withOwnNames(groups);
}

const groupOf = (parts: PartRecord[]): Group => ({
  parts,
  keys: strongestFirst(parts.flatMap(({ keys }) => keys)),
  lost: new Set(),
});

/** Records in bundles that grow together, but for those that were parted. */
class Bundles {
  private readonly of = new Map<PartRecord, PartRecord[]>();

  constructor(
    private readonly records: readonly PartRecord[],
    private readonly partings: Partings,
  ) {
    for (const record of records) this.of.set(record, [record]);
  }

  /** Joins each with the first of those before it that it may be one with. */
  joinAll(records: readonly PartRecord[]): void {
    const met: PartRecord[] = [];
    for (const record of records)
      if (!met.some((other) => this.join(other, record))) met.push(record);
  }

  /** Whether the two are one from now on. */
  private join(a: PartRecord, b: PartRecord): boolean {
    const [x, y] = [this.of.get(a) ?? [], this.of.get(b) ?? []];
    if (x === y) return true;
    const ids = (bundle: PartRecord[]): string[] => bundle.map(({ id }) => id);
    if (!this.partings.isEmpty && this.partings.part(ids(x), ids(y))) return false;
    const [large, small] = x.length >= y.length ? [x, y] : [y, x];
    for (const record of small) {
      large.push(record);
      this.of.set(record, large);
    }
    return true;
  }

  all(): PartRecord[][] {
    const ordered = new Map<PartRecord[] | undefined, PartRecord[]>();
    for (const record of this.records) {
      const bundle = this.of.get(record);
      const own = ordered.get(bundle);
      if (own) own.push(record);
      else ordered.set(bundle, [record]);
    }
    return [...ordered.values()];
  }
}

/** Gives each name of parted papers to the paper that holds its record, else to the strongest that has it. Titles come later. */
function withOwnNames(groups: Group[]): Group[] {
  const owners = new Map<string, Group>();
  for (const group of groups) for (const id of recordIds(group)) owners.set(id, group);
  for (const group of groups)
    for (const name of group.parts.flatMap(namesOf)) if (!owners.has(name)) owners.set(name, group);
  return groups.map((group) => {
    const names = group.parts.flatMap(namesOf);
    const lost = new Set(names.filter((name) => owners.get(name) !== group));
    return { ...group, keys: group.keys.filter((key) => !lost.has(key)), lost };
  });
}
