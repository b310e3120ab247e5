import type { IdentifiedEntry } from '@/domain/entry';
import { keysOfIdentity, refOf } from '@/domain/identity/identify';
import {
  type PaperKey,
  type PaperRef,
  type PaperState,
  type Status,
  unknownState,
} from '@/domain/paper/paper';
import { mayJoin } from '@/domain/identity/paper-key';
import { ok, type Result } from '@/domain/result';
import { type Call, pageCall } from '@/rpc/client';
import type { PageProtocol } from '@/rpc/protocol';
import type { ListedEntry } from '@/components/in-page/highlight/contract';
import { matchUp } from './match-up';

type Write<K extends keyof PageProtocol> = Omit<Parameters<PageProtocol[K]>[0], 'opId' | 'paper'>;

/** A note to be stored: its whole text, based on a revision. */
interface Note {
  base: string;
  text: string;
  opId: string;
}

/** The page's entries with what is stored of them: the one truth that all parts of the interface show. */
export interface Store {
  listed: ListedEntry[];
  /** Takes over the page's entries as they are now, and asks for the states of papers that are new to it: one message. */
  load: (entries: IdentifiedEntry[]) => Loaded;
  setStatus: (item: ListedEntry, status: Status | null) => Promise<Result<PaperState>>;
  /** The status of an entry once all that was asked for is stored: what the next decision goes by. */
  statusToBe: (item: ListedEntry) => Status | null;
  /** One status for many: one step to undo. */
  setStatuses: (
    items: readonly ListedEntry[],
    status: Status | null,
  ) => Promise<Result<PaperState[]>>;
  setTag: (item: ListedEntry, name: string, on: boolean) => Promise<Result<PaperState>>;
  /** `opId` is the writer's own: another way of the same write is the same write. */
  setNote: (paper: PaperRef, note: Note) => Promise<Result<PaperState>>;
  addHighlight: (item: ListedEntry, ask: Write<'highlight.add'>) => Promise<Result<PaperState>>;
  editHighlight: (item: ListedEntry, ask: Write<'highlight.edit'>) => Promise<Result<PaperState>>;
  removeHighlight: (
    item: ListedEntry,
    ask: Write<'highlight.remove'>,
  ) => Promise<Result<PaperState>>;
  /** The person has seen the notices of an entry's paper. */
  notice: (item: ListedEntry) => Promise<Result<PaperState>>;
  /** Takes in papers as they are now, from an answer or from elsewhere. */
  apply: (papers: PaperState[]) => void;
}

/** How taking over the page's entries went. */
export interface Loaded {
  /** Whether anything is another than before. */
  hasChanged: boolean;
  /** When the states are there, or could not be asked for. */
  known: Promise<Result<null>>;
}

interface Options {
  newId: () => string;
  /** Told of the entries whose state is another now. */
  changed: (indexes: number[]) => void;
  call?: Call<PageProtocol>;
}

export function createStore({ newId, changed, call = pageCall }: Options): Store {
  let listed: ListedEntry[] = [];
  /** Papers that were on the page and may come back: rows of long lists come and go. */
  let away: ListedEntry[] = [];
  /** Entries by their keys: made when papers first come in, as most pages are read and left. */
  let byKey: Map<PaperKey, ListedEntry[]> | null = null;
  const withKeys = (keys: readonly PaperKey[]): Set<ListedEntry> => {
    byKey ??= indexByKey([...listed, ...away]);
    return new Set(keys.flatMap((key) => byKey?.get(key) ?? []));
  };
  /** Papers whose states could not be asked for: they are, with the next. */
  let unanswered: ListedEntry[] = [];
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
      // What was written or told meanwhile may be newer than the answer.
      if (item.state === before[at] || now.rev > item.state.rev) item.state = now;
    }
    changed(items.flatMap(({ index }) => (index < 0 ? [] : index)));
    return ok(null);
  };
  const apply = (papers: PaperState[]): void => {
    // An empty list means that many were changed.
    if (papers.length === 0) void askFor(listed);
    const indexes: number[] = [];
    for (const state of papers)
      for (const item of withKeys([state.id, ...state.keys])) {
        // Answers, and what other tabs are told, come in any order.
        if (!isOf(item.entry, state) || state.rev < item.state.rev) continue;
        item.state = { ...state, sighting: state.sighting ?? item.state.sighting };
        if (item.index >= 0) indexes.push(item.index);
      }
    if (indexes.length > 0) changed(indexes);
  };
  /** Statuses that were asked for and not answered yet: who decides faster than the disk is not to be taken by surprise. */
  const intended = new Map<ListedEntry, { status: Status | null }>();
  const intend = async <T>(
    items: readonly ListedEntry[],
    status: Status | null,
    write: () => Promise<T>,
  ): Promise<T> => {
    const intent = { status };
    for (const item of items) intended.set(item, intent);
    try {
      return await write();
    } finally {
      for (const item of items) if (intended.get(item) === intent) intended.delete(item);
    }
  };
  const write = async (
    name:
      | 'paper.status'
      | 'paper.tag'
      | 'paper.note'
      | 'paper.noticed'
      | 'highlight.add'
      | 'highlight.edit'
      | 'highlight.remove',
    paper: PaperRef,
    ask: object,
  ): Promise<Result<PaperState>> => {
    // The names and their arguments are paired by the functions below.
    const send = call as (name: string, ask: object) => Promise<Result<PaperState>>;
    const answer = await send(name, { opId: newId(), ...ask, paper });
    if (answer.ok) apply([answer.value]);
    return answer;
  };
  return {
    get listed() {
      return listed;
    },
    load: (entries) => {
      const { hasChanged, fresh, ...now } = matchUp(entries, listed, away);
      ({ listed, away } = now);
      if (hasChanged) byKey = null;
      const due = unanswered.length > 0 ? [...new Set([...unanswered, ...fresh])] : fresh;
      unanswered = [];
      return { hasChanged, known: askFor(due) };
    },
    setStatus: (item, status) =>
      intend([item], status, () => write('paper.status', refOf(item.entry), { status })),
    statusToBe: (item) => (intended.get(item) ?? item.state).status,
    setStatuses: (items, status) =>
      intend(items, status, async () => {
        const papers = items.map(({ entry }) => refOf(entry));
        const answer = await call('papers.status', { opId: newId(), papers, status });
        if (answer.ok) apply(answer.value);
        return answer;
      }),
    setTag: (item, name, on) => write('paper.tag', refOf(item.entry), { name, on }),
    setNote: (paper, note) => write('paper.note', paper, note),
    addHighlight: (item, ask) => write('highlight.add', refOf(item.entry), ask),
    editHighlight: (item, ask) => write('highlight.edit', refOf(item.entry), ask),
    notice: (item) => write('paper.noticed', refOf(item.entry), {}),
    removeHighlight: (item, ask) => write('highlight.remove', refOf(item.entry), ask),
    apply,
  };
}

const UNKNOWN = unknownState();

function indexByKey(items: readonly ListedEntry[]): Map<PaperKey, ListedEntry[]> {
  const index = new Map<PaperKey, ListedEntry[]>();
  for (const item of items)
    for (const key of keysOfIdentity(item.entry.identity)) {
      const known = index.get(key);
      if (known) known.push(item);
      else index.set(key, [item]);
    }
  return index;
}

/** A title that tells too little to join papers still is the title of the paper that was just written. */
function isOf(entry: IdentifiedEntry, state: PaperState): boolean {
  const { keys } = refOf(entry);
  return mayJoin(keys, state.keys) || (keys.length > 0 && keys[0] === state.id);
}
