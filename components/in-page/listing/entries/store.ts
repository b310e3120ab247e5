import type { ListedEntry } from '@/components/in-page/listed-entry';
import type { IdentifiedEntry } from '@/domain/entry';
import { type PaperState, unknownState } from '@/domain/paper/paper';
import { ok, type Result } from '@/domain/result';
import { type Call, pageCall } from '@/rpc/client';
import type { PageProtocol } from '@/rpc/protocol';
import { createByPaper } from './by-paper';
import { matchUp } from './match-up';
import { createWrites, type Writes } from './writes';

/** The page's entries with their stored states: the one truth that all parts of the interface show. */
export interface Store extends Writes {
  listed: ListedEntry[];
  /** Takes over the page's entries as they are now, and asks for the states of papers that are new to it: one message. */
  load: (entries: IdentifiedEntry[]) => Loaded;
  /** Takes in papers as they are stored now, from an answer or from another page. An empty list means that many changed. */
  apply: (papers: PaperState[]) => void;
}

/** The outcome of taking over the page's entries. */
export interface Loaded {
  /** Whether order, papers, or the nodes they are shown in changed. */
  hasChanged: boolean;
  /** Resolves when the states are there, or could not be asked for. */
  known: Promise<Result<null>>;
}

interface Options {
  /** The page's entries as marks of them are drawn already, before anything was known of their papers. */
  drawn?: readonly ListedEntry[];
  newId: () => string;
  /** Learns of the entries on the page whose state changed. */
  changed: (items: readonly ListedEntry[]) => void;
  call?: Call<PageProtocol>;
}

const UNKNOWN = unknownState();

const isOnPage = ({ index }: ListedEntry): boolean => index >= 0;

export function createStore({ drawn = [], newId, changed, call = pageCall }: Options): Store {
  let listed = [...drawn];
  /** Papers that were on the page and may come back: rows of long lists come and go. */
  let away: ListedEntry[] = [];
  const byPaper = createByPaper(() => [...listed, ...away]);
  /** Papers whose states could not be asked for: the next message asks for them, too. */
  let unanswered = [...drawn];
  const askFor = async (items: readonly ListedEntry[]): Promise<Result<null>> => {
    if (items.length === 0) return ok(null);
    const before = items.map((item) => item.state);
    const answer = await call('page.states', { papers: items.map(({ entry }) => entry.identity) });
    if (!answer.ok) {
      unanswered = [...unanswered, ...items];
      return answer;
    }
    for (const [at, item] of items.entries()) {
      const now = answer.value[at] ?? UNKNOWN;
      // A write or another page may have brought a newer state meanwhile.
      if (item.state === before[at] || now.rev > item.state.rev) item.state = now;
    }
    changed(items.filter(isOnPage));
    return ok(null);
  };
  const apply = (papers: PaperState[]): void => {
    if (papers.length === 0) void askFor(listed);
    const touched: ListedEntry[] = [];
    for (const state of papers)
      for (const item of byPaper.entriesOf(state)) {
        // Answers, and what other tabs are told, come in any order.
        if (state.rev < item.state.rev) continue;
        item.state = { ...state, sighting: state.sighting ?? item.state.sighting };
        if (isOnPage(item)) touched.push(item);
      }
    if (touched.length > 0) changed(touched);
  };
  return {
    get listed() {
      return listed;
    },
    load: (entries) => {
      const { hasChanged, fresh, ...now } = matchUp(entries, listed, away);
      ({ listed, away } = now);
      if (hasChanged) byPaper.forget();
      const due = unanswered.length > 0 ? [...new Set([...unanswered, ...fresh])] : fresh;
      unanswered = [];
      return { hasChanged, known: askFor(due) };
    },
    apply,
    ...createWrites({ newId, call, apply }),
  };
}
