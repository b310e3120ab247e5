import type { ListedEntry } from '@/components/in-page/listed-entry';
import type { FirstWords } from '@/rpc/protocol';

const SIGNS = ['watched', 'note', 'tags', 'news', 'highlights'] as const;

/** Shows on a mark that nothing is stored of its paper: what `marks/mark.ts` shows then (a test compares them). */
export function showUnstored(
  mark: HTMLButtonElement,
  { entry, index }: ListedEntry,
  isNew: boolean,
  words: Pick<FirstWords, 'mark' | 'new' | 'seen'>,
): void {
  mark.dataset.entry = String(index);
  mark.dataset.state = isNew ? 'new' : 'none';
  for (const sign of SIGNS) mark.dataset[sign] = 'false';
  const label = words.mark.replace('$1', () => entry.title);
  mark.setAttribute('aria-label', `${label}, ${isNew ? words.new : words.seen}`);
}
