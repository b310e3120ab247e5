import type { Status } from '@/domain/paper/paper';
import { asksForDismissed, type Query } from '@/domain/query/query';
import type { Facets } from '@/domain/search/facets';

/**
 * How many papers a status leaves in the list. A query that does not name dismissed papers finds only those of them
 * with a note, tag or highlight, and the filter would find all: there it has no count.
 */
export const statusCount = (
  facets: Facets | null,
  query: Query,
  status: Status | null,
): number | undefined =>
  status === 'dismissed' && !asksForDismissed(query) ? undefined : facets?.status[status ?? 'none'];
