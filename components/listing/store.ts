import type { IdentifiedEntry } from '@/domain/entry';
import { type PaperState, type Status, unknownState } from '@/domain/paper';
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
  const apply = (papers: PaperState[]): void => {
    const indexes: number[] = [];
    for (const state of papers)
      for (const [index, item] of listed.entries()) {
        if (!mayJoin(item.entry.ref.keys, state.keys) && !isIdentical(item.entry, state)) continue;
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
    const paper = listed[index]?.entry.ref;
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
      const known = new Map(listed.map(({ entry, state }) => [entry.ref.keys.join(' '), state]));
      listed = entries.map((entry) => ({
        entry,
        state: known.get(entry.ref.keys.join(' ')) ?? unknownState(entry.ref.keys),
      }));
      if (entries.length === 0) return { ok: true, value: null };
      const mine = listed;
      const answer = await call('page.states', {
        papers: entries.map(({ ref }) => ({ keys: ref.keys })),
      });
      if (!answer.ok) return answer;
      for (const [index, state] of answer.value.entries()) {
        const item = mine[index];
        if (item) item.state = state ?? unknownState(item.entry.ref.keys);
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

/** A title that tells too little to join papers still is the title of the paper that was just written. */
const isIdentical = ({ ref }: IdentifiedEntry, state: PaperState): boolean =>
  ref.keys.length > 0 && ref.keys[0] === state.id;
