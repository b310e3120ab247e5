import type { IdentifiedEntry } from '@/domain/entry';
import { keysOfIdentity, refOf } from '@/domain/identify';
import { type PaperKey, type PaperState, type Status, unknownState } from '@/domain/paper';
import { mayJoin } from '@/domain/paper-key';
import type { Result } from '@/domain/result';
import { type Call, pageCall } from '@/rpc/client';
import type { PageCounts, PageProtocol } from '@/rpc/protocol';
import type { ListedEntry } from '@/components/highlight/contract';

type Write<K extends keyof PageProtocol> = Omit<Parameters<PageProtocol[K]>[0], 'opId' | 'paper'>;

/** The page's entries with what is stored of them: the one truth that all parts of the interface show. */
export interface Store {
  listed: ListedEntry[];
  counts: () => PageCounts;
  /** Takes over the page's entries and asks for their states: one message. */
  load: (entries: IdentifiedEntry[]) => Promise<Result<null>>;
  setStatus: (index: number, status: Status | null) => Promise<Result<PaperState>>;
  setTag: (index: number, name: string, on: boolean) => Promise<Result<PaperState>>;
  setNote: (index: number, base: string, text: string) => Promise<Result<PaperState>>;
  addHighlight: (index: number, ask: Write<'highlight.add'>) => Promise<Result<PaperState>>;
  editHighlight: (index: number, ask: Write<'highlight.edit'>) => Promise<Result<PaperState>>;
  removeHighlight: (index: number, ask: Write<'highlight.remove'>) => Promise<Result<PaperState>>;
  /** Takes in papers as they are now, from an answer or from elsewhere. */
  apply: (papers: PaperState[]) => void;
}

interface Options {
  newId: () => string;
  /** Told of the entries whose state is another now. */
  changed: (indexes: number[]) => void;
  call?: Call<PageProtocol>;
}

export function createStore({ newId, changed, call = pageCall }: Options): Store {
  let listed: ListedEntry[] = [];
  /** Entries by their keys: made when papers first come in, as most pages are read and left. */
  let byKey: Map<PaperKey, number[]> | null = null;
  const withKeys = (keys: readonly PaperKey[]): Set<number> => {
    byKey ??= indexByKey(listed);
    return new Set(keys.flatMap((key) => byKey?.get(key) ?? []));
  };
  const apply = (papers: PaperState[]): void => {
    const indexes: number[] = [];
    for (const state of papers)
      for (const index of withKeys([state.id, ...state.keys])) {
        const item = listed[index];
        if (!item || !isOf(item.entry, state)) continue;
        item.state = { ...state, sighting: state.sighting ?? item.state.sighting };
        indexes.push(index);
      }
    if (indexes.length > 0) changed(indexes);
  };
  const write = async (
    name:
      | 'paper.status'
      | 'paper.tag'
      | 'paper.note'
      | 'highlight.add'
      | 'highlight.edit'
      | 'highlight.remove',
    index: number,
    ask: object,
  ): Promise<Result<PaperState>> => {
    const item = listed[index];
    const paper = item && refOf(item.entry);
    // The names and their arguments are paired by the functions below.
    const send = call as (name: string, ask: object) => Promise<Result<PaperState>>;
    const answer = await send(name, { ...ask, paper, opId: newId() });
    if (answer.ok) apply([answer.value]);
    return answer;
  };
  return {
    get listed() {
      return listed;
    },
    counts: () => ({
      papers: listed.length,
      unseen: listed.filter(({ state }) => state.sighting === null && state.id === '').length,
      saved: listed.filter(({ state }) => state.status === 'saved').length,
    }),
    load: async (entries) => {
      const known = new Map(listed.map(({ entry, state }) => [nameOf(entry), state]));
      listed = entries.map((entry) => ({ entry, state: known.get(nameOf(entry)) ?? UNKNOWN }));
      byKey = null;
      if (entries.length === 0) return { ok: true, value: null };
      const mine = listed;
      const answer = await call('page.states', {
        papers: entries.map(({ identity }) => identity),
      });
      if (!answer.ok) return answer;
      for (const [index, state] of answer.value.entries()) {
        const item = mine[index];
        if (item) item.state = state ?? UNKNOWN;
      }
      if (mine === listed) changed(mine.map((_, index) => index));
      return { ok: true, value: null };
    },
    setStatus: (index, status) => write('paper.status', index, { status }),
    setTag: (index, name, on) => write('paper.tag', index, { name, on }),
    setNote: (index, base, text) => write('paper.note', index, { base, text }),
    addHighlight: (index, ask) => write('highlight.add', index, ask),
    editHighlight: (index, ask) => write('highlight.edit', index, ask),
    removeHighlight: (index, ask) => write('highlight.remove', index, ask),
    apply,
  };
}

const UNKNOWN = unknownState();

/** Tells entries of one page apart, before any key is made. */
const nameOf = ({ identity: { ids, title, opening } }: IdentifiedEntry): string =>
  [...Object.values(ids), title, opening].join(' ');

function indexByKey(listed: readonly ListedEntry[]): Map<PaperKey, number[]> {
  const index = new Map<PaperKey, number[]>();
  for (const [at, { entry }] of listed.entries())
    for (const key of keysOfIdentity(entry.identity)) {
      const known = index.get(key);
      if (known) known.push(at);
      else index.set(key, [at]);
    }
  return index;
}

/** A title that tells too little to join papers still is the title of the paper that was just written. */
function isOf(entry: IdentifiedEntry, state: PaperState): boolean {
  const { keys } = refOf(entry);
  return mayJoin(keys, state.keys) || (keys.length > 0 && keys[0] === state.id);
}
