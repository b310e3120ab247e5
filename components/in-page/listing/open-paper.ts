import { webAddress } from '@/domain/web-address';
import type { ListedEntry } from '@/components/in-page/listed-entry';

/** Opens a paper's own page in a new tab, where its entry links to one. */
export function openPaper({ entry }: ListedEntry): void {
  const link = webAddress(entry.links[0]);
  if (link) window.open(link, '_blank', 'noopener');
}
