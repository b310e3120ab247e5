import type { Listing } from '@/components/in-page/listing/contract';
import { statedBy } from '@/domain/identity/identify';
import { withDerivedIds } from '@/domain/identity/paper-key';
import type { ListingDescription } from '@/rpc/protocol';

/** What the page holds, for the popup and the command line. Nothing is cut. */
export const describeListing = (
  listing: Listing | null,
  reading: Pick<ListingDescription, 'is' | 'site' | 'readings' | 'ms'>,
): ListingDescription => ({
  ...reading,
  url: location.href,
  counts: listing?.counts() ?? { papers: 0, unseen: 0, saved: 0 },
  papers: (listing?.store.listed ?? []).map(({ entry, state }) => ({
    title: entry.title,
    abstract: entry.abstract,
    authors: entry.authors,
    facts: statedBy(entry),
    ids: withDerivedIds(entry.ids),
    url: entry.links[0] ?? null,
    state,
  })),
});
