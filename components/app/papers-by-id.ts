import type { LibraryPaper } from '@/domain/paper/paper';
import { ok, type Result } from '@/domain/result';
import type { Call } from '@/rpc/client';
import type { AppProtocol, LibraryPage } from '@/rpc/protocol';

/** Ids of one call. */
const SLICE = 500;

/**
 * Papers by their ids or older ids, in the order asked, in as many calls as they need; those that are not there are left
 * out. Asks even for none: a library that is gone is said by the answer.
 */
export async function papersById(
  call: Call<AppProtocol>,
  ids: readonly string[],
): Promise<Result<LibraryPaper[]>> {
  const papers: LibraryPaper[] = [];
  let at = 0;
  do {
    const answer: Result<LibraryPage> = await call('library.papers', {
      ids: ids.slice(at, at + SLICE),
    });
    if (!answer.ok) return answer;
    const { papers: found, next } = answer.value;
    papers.push(...found);
    at = next === null ? at + SLICE : ids.indexOf(next, at) + 1;
  } while (at < ids.length);
  return ok(papers);
}
