import type { ListedEntry } from '@/components/in-page/listed-entry';
import type { IdentifiedEntry } from '@/domain/entry';
import { unknownState } from '@/domain/paper/paper';

/** The state of papers that were not asked for yet. */
const UNKNOWN = unknownState();

/** Papers that left the page and are remembered at most. */
const MOST_AWAY = 5_000;

/** What a page's entries are now, against what they were. */
export interface MatchedUp {
  listed: ListedEntry[];
  /** Those of them that the page did not hold before. */
  fresh: ListedEntry[];
  /** Papers that are not on the page any more. */
  away: ListedEntry[];
  /** Whether anything is another than before: order, a paper, or the nodes it stands in. */
  hasChanged: boolean;
}

/** Entries with the same name are of one paper. No key is made for it. */
const nameOf = ({ identity: { ids, title, opening } }: IdentifiedEntry): string =>
  [...Object.values(ids), title, opening].join(' ');
/** Whether what is shown of a paper has to be shown anew. */
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

/** Of the known rows of one paper the one that stands where the entry does, else the first. */
function take(same: ListedEntry[] | undefined, entry: IdentifiedEntry): ListedEntry | undefined {
  if (!same || same.length < 2) return same?.pop();
  const at = same.findIndex((item) => titleNode(item.entry) === titleNode(entry));
  return same.splice(Math.max(0, at), 1)[0];
}
