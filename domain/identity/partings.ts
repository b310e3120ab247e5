import type { Stamp } from '@/domain/paper/clock';
import type { PartRecord } from '@/domain/paper/record';

/** The later of what was said about two records: that they are two papers (`isApart`), or one. */
interface Saying {
  pair: [string, string];
  stamp: Stamp;
  isApart: boolean;
}

/** What was said last about each pair of records, under either id. */
function sayingsOf(records: Iterable<PartRecord>): Saying[] {
  const sayings = new Map<string, Saying>();
  for (const { id, apart = [], stamps } of records)
    for (const other of new Set([...apart, ...othersIn(stamps)])) {
      if (other === id) continue;
      const pair: [string, string] = id < other ? [id, other] : [other, id];
      const name = pair.join('\n');
      const [stamp, isApart] = [stamps[`apart:${other}`] ?? '', apart.includes(other)];
      const known = sayings.get(name);
      if (!known || known.stamp < stamp || (known.stamp === stamp && isApart))
        sayings.set(name, { pair, stamp, isApart });
    }
  return [...sayings.values()];
}

const othersIn = (stamps: PartRecord['stamps']): string[] =>
  Object.keys(stamps).flatMap((name) => (name.startsWith('apart:') ? name.slice(6) : []));

/** That two records are one paper, and since when. */
export interface Link {
  pair: [string, string];
  stamp: Stamp;
}

/**
 * The links between some records, the earliest first. A join leaves a stamp `apart:<id>` without the mark: it says that
 * the two are not apart, and when that was said.
 */
export const linksOf = (records: readonly PartRecord[]): Link[] =>
  sayingsOf(records)
    .filter(({ stamp, isApart }) => !isApart && stamp !== '')
    .toSorted((a, b) => inOrder(a.stamp, b.stamp) || inOrder(a.pair.join(), b.pair.join()));

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Pairs of records that persons parted, or took the parting back: of two decisions about one pair the later counts. */
export class Partings {
  private readonly others = new Map<string, Set<string>>();

  constructor(records: Iterable<PartRecord>) {
    for (const { pair, isApart } of sayingsOf(records)) if (isApart) this.keepApart(...pair);
  }

  private keepApart(a: string, b: string): void {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const others = this.others.get(one);
      if (others) others.add(other);
      else this.others.set(one, new Set([other]));
    }
  }

  get isEmpty(): boolean {
    return this.others.size === 0;
  }

  /** Whether any of these ids and any of those are not of one paper. */
  part(these: readonly string[], those: readonly string[]): boolean {
    return (
      !this.isEmpty &&
      these.some((id) => {
        const others = this.others.get(id);
        return others !== undefined && those.some((other) => others.has(other));
      })
    );
  }
}
