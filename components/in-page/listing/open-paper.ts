import { webAddress } from '@/domain/web-address';
import type { Store } from './store';
import type { ListedEntry } from '@/components/in-page/highlight/contract';

/** Opens a paper's own page in a new tab, where its entry links to one; what lists tell of the paper is seen there. */
export const paperOpener =
  ({ notice }: Pick<Store, 'notice'>) =>
  (item: ListedEntry): void => {
    const link = webAddress(item.entry.links[0]);
    if (!link) return;
    window.open(link, '_blank', 'noopener');
    if (item.state.notices.length > 0) void notice(item);
  };
