import { isInbox } from '@/components/app/library/inbox';
import type { LibraryState } from '@/components/app/library/state';
import type { LibraryPaper, Status } from '@/domain/paper/paper';
import { neighbour } from '@/components/app/papers/list/neighbour';

/**
 * Sets the status of the paper that shows; the one that it has is lifted. `isAdvancing` shows the next paper then. In
 * the inbox a decided paper always gives way: it is no part of it any more.
 */
export async function decide(
  library: LibraryState,
  paper: LibraryPaper,
  { status, isAdvancing }: { status: Status; isAdvancing: boolean },
): Promise<void> {
  const { actions, list, route } = library;
  const id = route.peek().paper ?? paper.id;
  const to = paper.status === status ? null : status;
  const givesWay = isInbox(route.peek());
  // Asked before: where the list shows one status only, the decided paper leaves it.
  const after = neighbour(list, id, new Set([id]));
  const isDone = await actions.setStatus(paper, to);
  if (!isDone || to === null || route.peek().paper !== id) return;
  if (givesWay || (isAdvancing && after !== null)) library.open(after, { replace: true });
}
