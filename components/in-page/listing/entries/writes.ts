import type { ListedEntry } from '@/components/in-page/listed-entry';
import { refOf } from '@/domain/identity/identify';
import type { PaperRef, PaperState, Status } from '@/domain/paper/paper';
import type { Result } from '@/domain/result';
import type { Call } from '@/rpc/client';
import type { PageProtocol } from '@/rpc/protocol';
import { createIntents } from './intents';

type Write<K extends keyof PageProtocol> = Omit<Parameters<PageProtocol[K]>[0], 'opId' | 'paper'>;
type Written = Promise<Result<PaperState>>;

/** A note to be stored: its whole text, based on a revision. */
interface Note {
  base: string;
  text: string;
  opId: string;
}

/**
 * Sends what a person does with entries to the library, and takes in what the library answers. `opId` names the step
 * where the caller is to take it back.
 */
export interface Writes {
  setStatus: (item: ListedEntry, status: Status | null, opId?: string) => Written;
  /** The status of an entry once all that was sent is stored: the next decision starts from it. */
  statusToBe: (item: ListedEntry) => Status | null;
  /** One status for many: one step to undo. */
  setStatuses: (
    items: readonly ListedEntry[],
    status: Status | null,
    opId?: string,
  ) => Promise<Result<PaperState[]>>;
  setTag: (item: ListedEntry, name: string, on: boolean, opId?: string) => Written;
  /** `opId` is the writer's own: the same write by another way is one write. */
  setNote: (paper: PaperRef, note: Note) => Written;
  /** The person has seen the notices of an entry's paper. */
  notice: (item: ListedEntry, opId?: string) => Written;
  addHighlight: (item: ListedEntry, ask: Write<'highlight.add'>, opId?: string) => Written;
  editHighlight: (item: ListedEntry, ask: Write<'highlight.edit'>) => Written;
  removeHighlight: (item: ListedEntry, ask: Write<'highlight.remove'>) => Written;
}

interface Options {
  newId: () => string;
  call: Call<PageProtocol>;
  /** Takes in papers as they are stored now. */
  apply: (papers: PaperState[]) => void;
}

/** Calls that write to one paper and answer with it. */
type OfOnePaper =
  | 'paper.status'
  | 'paper.tag'
  | 'paper.note'
  | 'paper.noticed'
  | 'highlight.add'
  | 'highlight.edit'
  | 'highlight.remove';

export function createWrites({ newId, call, apply }: Options): Writes {
  const intents = createIntents();
  const write = async (name: OfOnePaper, paper: PaperRef, ask: object, opId = newId()): Written => {
    // The names and their arguments are paired by the functions below.
    const send = call as (name: string, ask: object) => Written;
    const answer = await send(name, { opId, ...ask, paper });
    if (answer.ok) apply([answer.value]);
    return answer;
  };
  return {
    setStatus: (item, status, opId) =>
      intents.during([item], status, () =>
        write('paper.status', refOf(item.entry), { status }, opId),
      ),
    statusToBe: intents.statusToBe,
    setStatuses: (items, status, opId = newId()) =>
      intents.during(items, status, async () => {
        const papers = items.map(({ entry }) => refOf(entry));
        const answer = await call('papers.status', { opId, papers, status });
        if (answer.ok) apply(answer.value);
        return answer;
      }),
    setTag: (item, name, on, opId) => write('paper.tag', refOf(item.entry), { name, on }, opId),
    setNote: (paper, note) => write('paper.note', paper, note),
    notice: (item, opId) => write('paper.noticed', refOf(item.entry), {}, opId),
    addHighlight: (item, ask, opId) => write('highlight.add', refOf(item.entry), ask, opId),
    editHighlight: (item, ask) => write('highlight.edit', refOf(item.entry), ask),
    removeHighlight: (item, ask) => write('highlight.remove', refOf(item.entry), ask),
  };
}
