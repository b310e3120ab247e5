import type { ListedEntry } from '@/components/in-page/listed-entry';
import type { Look } from '@/rpc/protocol';

/** Shows a look on an entry's mark. */
export function showLook(
  mark: HTMLElement,
  item: Pick<ListedEntry, 'entry' | 'index'>,
  look: Look,
): void {
  Object.assign(mark.dataset, look.data);
  nameMark(mark, item, look);
}

/** Says on a mark that has a look already which entry it is of. */
export function nameMark(
  mark: HTMLElement,
  { entry, index }: Pick<ListedEntry, 'entry' | 'index'>,
  { name }: Look,
): void {
  mark.dataset['entry'] = String(index);
  mark.setAttribute(
    'aria-label',
    name.replace('$1', () => entry.title),
  );
}
