import { webAddress } from '@/domain/web-address';
import type { ListedEntry } from '@/components/in-page/listed-entry';
import type { Writes } from '@/components/in-page/listing/entries/writes';

/** Opens a paper's own page in a new tab, where its entry links to one: what lists tell of the paper is seen there. */
export function openPaper(item: ListedEntry, { notice }: Pick<Writes, 'notice'>): void {
  const link = webAddress(item.entry.links[0]);
  if (!link) return;
  window.open(link, '_blank', 'noopener');
  if (item.state.notices.length > 0) void notice(item);
}
