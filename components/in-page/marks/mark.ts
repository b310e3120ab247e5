import { i18n } from '#i18n';
import { noticeText } from '@/components/ui/notice-words';
import type { ListedEntry } from '@/components/in-page/listed-entry';

/** Messages that marks say over and over: asking the browser for one costs more than drawing a mark. */
const messages = new Map<string, string>();
const said = (key: 'mark' | 'saved' | 'read' | 'dismissed' | 'new' | 'seen'): string => {
  let message = messages.get(key);
  if (message === undefined)
    messages.set(
      key,
      (message = key === 'mark' ? i18n.t('row.mark', ['$1']) : i18n.t(`row.${key}`)),
    );
  return message;
};

/** The facts about an entry that a mark shows beside its paper's state. */
export interface Seen {
  isNew: boolean;
  isWatched: boolean;
  /** The mark says none of the person's own words. */
  isDiscreet: boolean;
}

/** Shows an entry's state on its mark, and says it. */
export function showState(
  mark: HTMLButtonElement,
  { state, entry, index }: ListedEntry,
  { isNew, isWatched, isDiscreet }: Seen,
): void {
  const { status, tags, note, highlights, notices } = state;
  mark.dataset.entry = String(index);
  mark.dataset.state = status ?? (isNew ? 'new' : 'none');
  mark.dataset.watched = String(isWatched);
  mark.dataset.note = String(note.text !== '');
  mark.dataset.tags = String(tags.length > 0);
  mark.dataset.news = String(notices.length > 0);
  mark.dataset.highlights = String(highlights.length > 0);
  const words = [
    said('mark').replace('$1', () => entry.title),
    said(status ?? (isNew ? 'new' : 'seen')),
    ...(isWatched ? [i18n.t('row.watched')] : []),
    ...(isDiscreet ? [] : notices.map((notice) => noticeText(notice, Date.now()))),
    ...(isDiscreet ? [] : tags.map(({ name }) => `#${name}`)),
    ...(note.text === '' ? [] : [i18n.t('row.noted')]),
    ...(highlights.length > 0 ? [i18n.t('row.highlighted')] : []),
  ];
  mark.setAttribute('aria-label', words.join(', '));
}
