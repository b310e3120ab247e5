import type { Stamp } from '@/domain/paper/clock';
import type { PartRecord } from '@/domain/paper/record';

/** Pairs of records that persons parted, or took the parting back: of two decisions about one pair the later counts. */
export class Partings {
  private readonly others = new Map<string, Set<string>>();

  constructor(records: Iterable<PartRecord>) {
    const sayings = new Map<string, { pair: [string, string]; stamp: Stamp; on: boolean }>();
    for (const { id, apart = [], stamps } of records)
      for (const other of new Set([...apart, ...othersIn(stamps)])) {
        if (other === id) continue;
        const pair: [string, string] = id < other ? [id, other] : [other, id];
        const name = pair.join('\n');
        const [stamp, on] = [stamps[`apart:${other}`] ?? '', apart.includes(other)];
        const known = sayings.get(name);
        if (!known || known.stamp < stamp || (known.stamp === stamp && on))
          sayings.set(name, { pair, stamp, on });
      }
    for (const { pair, on } of sayings.values()) if (on) this.keepApart(...pair);
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

const othersIn = (stamps: PartRecord['stamps']): string[] =>
  Object.keys(stamps).flatMap((name) => (name.startsWith('apart:') ? name.slice(6) : []));
