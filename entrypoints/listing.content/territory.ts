import type { Entry } from '@/domain/entry';

/** Whose a part of the page is: an entry's, `null` for what holds several, `undefined` for what lies outside. */
export type Owner<E extends Entry> = E | null | undefined;

/** Which part of the page belongs to which entry. */
export interface Territory<E extends Entry> {
  /** The entry that a node is in; `null` between entries, `undefined` outside of their list. */
  ownerOf: (node: Node) => Owner<E>;
}

/** The element that is known to hold an entry. */
const seatOf = ({ root, titlePlace }: Entry): Element | null => {
  const node = titlePlace[0]?.node;
  return root ?? (node?.nodeType === 1 ? (node as Element) : (node?.parentElement ?? null));
};

/** The smallest element that holds all entries: the first and the last, because they are in page order. */
function areaOf(entries: readonly Entry[]): Element | null {
  const [first, last] = [entries[0], entries.at(-1)];
  const end = last && seatOf(last);
  for (let at = first && seatOf(first)?.parentElement; at; at = at.parentElement)
    if (end && at.contains(end)) return at;
  return null;
}

/**
 * Parts a page among its entries: the largest elements that hold one entry and no other are its own. Each
 * element is passed once, or twice where entries meet; a page that is never asked about costs nothing.
 */
export function territoryOf<E extends Entry>(entries: () => readonly E[]): Territory<E> {
  let area: Element | null = null;
  let owners: WeakMap<Node, E | null> | null = null;
  const survey = (): WeakMap<Node, E | null> => {
    const known = new WeakMap<Node, E | null>();
    const all = entries();
    area = areaOf(all);
    for (const entry of all)
      for (
        let at = seatOf(entry);
        at && at !== area && known.get(at) !== null;
        at = at.parentElement
      )
        known.set(at, known.has(at) && known.get(at) !== entry ? null : entry);
    return known;
  };
  return {
    ownerOf: (node) => {
      owners ??= survey();
      for (let at: Node | null = node; at; at = at.parentNode) {
        const owner = at === area ? null : owners.get(at);
        if (owner !== undefined) return owner;
      }
      return undefined;
    },
  };
}
