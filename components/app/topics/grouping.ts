import type { Call } from '@/rpc/client';
import type { AppProtocol } from '@/rpc/protocol';
import type { Grouping, RunTask } from '@/topics/tasks';

/** What grouping a library needs. */
export interface GroupingPorts {
  call: Call<AppProtocol>;
  run: RunTask;
}

/** The current topics, with later papers placed in them. Rejects when the library can't be read. */
export async function currentGrouping({ call, run }: GroupingPorts): Promise<Grouping> {
  const { stored, papers, profiles } = await run('current', null);
  // What could not be kept is computed again next time.
  if (profiles) await call('topics.save', { ...stored, profiles });
  return { stored, papers };
}

/** Topics show from so many papers on, wherever they show: three papers are a list, not a library. */
export const ENOUGH = 4;

/** Whether the library has grown so much since it was grouped that it is grouped anew. */
export const hasOutgrown = ({ stored, papers }: Grouping): boolean =>
  stored.topics.length > 0 && papers.length >= stored.grouped * GROWN;

/** By a half. */
const GROWN = 3 / 2;
