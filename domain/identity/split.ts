import type { Stamp } from '@/domain/paper/clock';
import { markStamp, marksOf, putMarks } from '@/domain/paper/fields';
import type { PaperRecord, PartRecord } from '@/domain/paper/record';
import { giveBack } from './give-back';
import type { Joined } from './joined';
import { paperOf, partsOf } from './parts';
import { RecordSet } from './record-set';
import { sidesOf } from './sides';
import { splitNote } from './split-note';

/*
 * A paper that turns out to be several. Each record holds the facts that any machine told of it, before the join or
 * since. A parting says that the records belong to several papers, and computes what no record holds by itself.
 */

/**
 * The papers that a joined one falls into, with what other machines said of each meanwhile, and marked so that no page
 * and no file joins them again; `null` where it holds records of one of them alone, as after a parting elsewhere. A
 * record that came to it since goes with the one that it is tied to, else with the paper that keeps the id.
 */
export function splitPapers(whole: Joined, stamp: Stamp): RecordSet | null {
  const sides = sidesOf(whole);
  if (sides.length < 2) return null;
  giveBack(sides.flat(), whole);
  splitNote(sides, whole, stamp);
  keepApart(sides, stamp);
  return new RecordSet(sides.flat());
}

/** The papers of a set with those of their names alone that a paper had. */
export function papersNamed(set: RecordSet, { id, aliases, keys }: PaperRecord): PaperRecord[] {
  const known = new Set([id, ...aliases, ...keys]);
  return [...set.papers.values()].map((paper) => {
    const own = new Set([paper.id, ...paper.aliases, ...paper.keys]);
    return paperOf(partsOf(paper), (name) => own.has(name) && known.has(name));
  });
}

/** Marks records that a person took apart, so that no page and no file joins them again, and takes each other's ids from them. */
function keepApart(sides: readonly PartRecord[][], stamp: Stamp): void {
  for (const side of sides) {
    const others = sides.flatMap((other) => (other === side ? [] : other.map(({ id }) => id)));
    for (const part of side) {
      putMarks(part, 'apart', [...marksOf(part, 'apart'), ...others]);
      for (const id of others) part.stamps[markStamp('apart', id)] = stamp;
      part.aliases = part.aliases.filter((id) => !others.includes(id));
    }
  }
}
