import { allPages } from '@/components/popup/all-pages';
import { ok, type Result } from '@/domain/result';
import type { RunTask } from '@/domain/topics/tasks';
import type { DatedInput, StoredTopics } from '@/domain/topics/types';
import type { Call } from '@/rpc/client';
import type { AppProtocol } from '@/rpc/protocol';

/** What grouping a library needs. */
export interface GroupingPorts {
  call: Call<AppProtocol>;
  run: RunTask;
}

/** The topics of a library and its papers. */
export interface Grouping {
  stored: StoredTopics;
  papers: DatedInput[];
}

/** Names a set of papers by their ids, in any order: 64 bits of FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/). */
export function fingerprint(ids: readonly string[]): string {
  let [low, high] = [0x84222325, 0xcbf29ce4];
  const text = ids.toSorted().join('\n');
  for (let at = 0; at < text.length; at++) {
    low = (low ^ text.charCodeAt(at)) >>> 0;
    // times 0x100000001b3, by halves
    const product = low * 0x1b3;
    high = (Math.imul(high, 0x1b3) + Math.floor(product / 0x100000000) + (low << 8)) >>> 0;
    low = product >>> 0;
  }
  const hex = (half: number): string => half.toString(16).padStart(8, '0');
  return `${ids.length}:${hex(high)}${hex(low)}`;
}

/**
 * The topics as they stand. The first time the papers are grouped; afterwards papers that came since are placed
 * into the topics that are there, and nothing else moves.
 */
export async function currentGrouping({ call, run }: GroupingPorts): Promise<Result<Grouping>> {
  const texts = await allPages((after) => call('library.texts', { after }));
  if (!texts.ok) return texts;
  const papers = texts.value;
  const library = fingerprint(papers.map(({ id }) => id));
  const known = await call('topics.load', null);
  if (!known.ok) return known;
  const before = known.value;
  if (before?.library === library) return ok({ stored: before, papers });
  // Of a handful of papers each new one changes what they are about: they are grouped anew.
  const isYoung = before === null || before.grouped < HANDFUL;
  const set = isYoung
    ? await run('regroup', { papers, before: before ?? EMPTY, wanted: null })
    : await run('place', { papers, before });
  const grouped = isYoung ? papers.length : before.grouped;
  const stored = { ...set, library, grouped };
  // What is not kept is computed again next time.
  const saved = await call('topics.save', stored);
  const again = saved.ok && before === null ? await call('topics.load', null) : null;
  return ok({ stored: again?.ok && again.value ? again.value : stored, papers });
}

const EMPTY = { topics: [], unclustered: [] };
const HANDFUL = 24;

/** Topics show from so many papers on: three papers are a list, not a library. */
export const ENOUGH = 6;

/** Whether the library has grown so much since it was grouped that doing it anew is worth a question. */
export const hasOutgrown = ({ stored, papers }: Grouping): boolean =>
  stored.topics.length > 0 && papers.length >= stored.grouped * GROWN;

/** By a third. */
const GROWN = 4 / 3;
