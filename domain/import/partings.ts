import type { Stamp } from '@/domain/clock';
import { compareKeys, isStrong } from '@/domain/paper-key';
import type { PaperRecord } from '@/domain/record';

/** What persons said of which papers are not one: of two sayings the later counts. */
export class Partings {
  private readonly pairs = new Map<string, { stamp: Stamp; on: boolean }>();

  constructor(records: readonly PaperRecord[]) {
    for (const { id, aliases, apart = [], stamps } of records)
      for (const other of new Set([...apart, ...othersIn(stamps)])) {
        const stamp = stamps[`apart:${other}`] ?? '';
        for (const name of [id, ...aliases]) this.say(name, other, stamp, apart.includes(other));
      }
  }

  private say(a: string, b: string, stamp: Stamp, on: boolean): void {
    const pair = pairOf(a, b);
    const known = this.pairs.get(pair);
    if (a === b || (known && (known.stamp > stamp || (known.stamp === stamp && known.on)))) return;
    this.pairs.set(pair, { stamp, on });
  }

  get isEmpty(): boolean {
    return this.pairs.size === 0;
  }

  /** Whether any two of these names are not of one paper. */
  part(these: Iterable<string>, those: Iterable<string>): boolean {
    if (this.isEmpty) return false;
    const others = [...those];
    for (const name of these)
      if (others.some((other) => this.pairs.get(pairOf(name, other))?.on)) return true;
    return false;
  }

  /** Records without the names and keys of papers that were parted from them since. */
  shed(records: readonly PaperRecord[]): PaperRecord[] {
    if (this.isEmpty) return [...records];
    return records.map((record) => {
      const gone = new Set<string>();
      const own = [record.id];
      for (const name of [...new Set([...record.aliases, ...record.keys])].toSorted(compareKeys))
        if (this.part([name], own))
          for (const key of keysOfOther(name, own, records)) gone.add(key);
        else own.push(name);
      return gone.size === 0 ? record : without(record, gone);
    });
  }
}

const pairOf = (a: string, b: string): string => (a < b ? `${a}\n${b}` : `${b}\n${a}`);

const othersIn = (stamps: PaperRecord['stamps']): string[] =>
  Object.keys(stamps).flatMap((name) => (name.startsWith('apart:') ? name.slice(6) : []));

/** All that is known to be another paper's: its name, and the names and keys of the records that are it and not this. */
const keysOfOther = (
  name: string,
  own: readonly string[],
  records: readonly PaperRecord[],
): string[] => [
  name,
  ...records.flatMap(({ id, aliases, keys }) => {
    const names = [id, ...aliases, ...keys];
    return names.includes(name) && !names.some((key) => own.includes(key) && isStrong(key))
      ? [id, ...aliases, ...keys.filter(isStrong)]
      : [];
  }),
];

export function without(paper: PaperRecord, gone: ReadonlySet<string>): PaperRecord {
  const keys = paper.keys.filter((key) => !gone.has(key));
  return {
    ...paper,
    aliases: paper.aliases.filter((name) => !gone.has(name)),
    keys: keys.length > 0 ? keys : [paper.id],
  };
}
