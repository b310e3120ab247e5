import type { ListedEntry } from '@/components/in-page/listed-entry';
import type { IdentifiedEntry } from '@/domain/entry';
import { unknownState } from '@/domain/paper/paper';

/** The state of papers before the background has answered. */
const UNKNOWN = unknownState();

/** Most papers that are remembered after they left the page. */
const MOST_AWAY = 5_000;

/** The entries of a page, matched with those that it held before. */
export interface MatchedUp {
  listed: ListedEntry[];
  /** Entries that the page did not hold before. */
  fresh: ListedEntry[];
  /** Papers that the page lists no more. */
  away: ListedEntry[];
  /** Whether the order, a paper, or the nodes that hold one changed. */
  hasChanged: boolean;
}

/** Entries with the same name are of one paper. Making a name is cheaper than making keys. */
const nameOf = ({ identity: { ids, title, opening } }: IdentifiedEntry): string =>
  [...Object.values(ids), title, opening].join(' ');
/** Whether a known paper has to be drawn again. */
const isElsewhere = ({ entry: old, state }: ListedEntry, entry: IdentifiedEntry): boolean =>
  old !== entry &&
  (titleNode(old) !== titleNode(entry) ||
    (state.highlights.length > 0 && old.abstract !== entry.abstract));
const titleNode = ({ titlePlace }: IdentifiedEntry): Node | undefined => titlePlace[0]?.node;

/**
 * Pairs the entries that a page holds now with the papers it held before, so that a row that moved, was drawn
 * anew or came back keeps its state, and a row that holds another paper now is that paper.
 */
export function matchUp(
  entries: readonly IdentifiedEntry[],
  before: readonly ListedEntry[],
  gone: readonly ListedEntry[],
): MatchedUp {
  if (before.length + gone.length === 0) return first(entries);
  const pool = new Map<string, ListedEntry[]>();
  for (const item of [...before, ...gone]) {
    const name = nameOf(item.entry);
    const same = pool.get(name);
    if (same) same.push(item);
    else pool.set(name, [item]);
  }
  const fresh: ListedEntry[] = [];
  let hasChanged = entries.length !== before.length;
  const listed = entries.map((entry, index) => {
    const known = take(pool.get(nameOf(entry)), entry);
    if (!known) {
      const item = { entry, state: UNKNOWN, index, isMet: false };
      fresh.push(item);
      return item;
    }
    hasChanged ||= before[index] !== known || isElsewhere(known, entry);
    known.entry = entry;
    known.index = index;
    return known;
  });
  const away = [...pool.values()].flat().slice(0, MOST_AWAY);
  for (const item of away) item.index = -1;
  return { listed, fresh, away, hasChanged: hasChanged || fresh.length > 0 };
}

function first(entries: readonly IdentifiedEntry[]): MatchedUp {
  const listed = entries.map((entry, index) => ({
    entry,
    state: UNKNOWN,
    index,
    isMet: false,
  }));
  return { listed, fresh: listed, away: [], hasChanged: entries.length > 0 };
}

/** Takes the known row of a paper whose title has the entry's node, else the first. */
function take(same: ListedEntry[] | undefined, entry: IdentifiedEntry): ListedEntry | undefined {
  if (!same || same.length < 2) return same?.pop();
  const at = same.findIndex((item) => titleNode(item.entry) === titleNode(entry));
  return same.splice(Math.max(0, at), 1)[0];
}
