import type { ListedEntry } from '@/components/in-page/listed-entry';
import type { Look } from '@/rpc/protocol';

/** Shows a look on an entry's mark. */
export function showLook(
  mark: HTMLElement,
  { entry, index }: Pick<ListedEntry, 'entry' | 'index'>,
  { data, name }: Look,
): void {
  Object.assign(mark.dataset, data, { entry: String(index) });
  mark.setAttribute(
    'aria-label',
    name.replace('$1', () => entry.title),
  );
}
