import { i18n } from '#i18n';
import { noticeText } from '@/components/ui/text/notice-words';
import type { ListedEntry } from '@/components/in-page/listed-entry';
import type { PaperState } from '@/domain/paper/paper';
import type { Look } from '@/rpc/protocol';
import { showLook } from './show-look';

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

/** What a mark shows and says of a paper. */
export function lookOf(
  { status, tags, note, highlights, notices }: PaperState,
  { isNew, isWatched, isDiscreet }: Seen,
): Look {
  const words = [
    said('mark'),
    said(status ?? (isNew ? 'new' : 'seen')),
    ...(isWatched ? [i18n.t('row.watched')] : []),
    ...(isDiscreet ? [] : notices.map((notice) => noticeText(notice, Date.now()))),
    ...(isDiscreet ? [] : tags.map(({ name }) => `#${name}`)),
    ...(note.text === '' ? [] : [i18n.t('row.noted')]),
    ...(highlights.length > 0 ? [i18n.t('row.highlighted')] : []),
  ];
  const data = {
    state: status ?? (isNew ? 'new' : 'none'),
    watched: String(isWatched),
    note: String(note.text !== ''),
    tags: String(tags.length > 0),
    news: String(notices.length > 0),
    highlights: String(highlights.length > 0),
  };
  return { data, name: words.join(', ') };
}

/** Shows an entry's state on its mark, and says it. */
export const showState = (mark: HTMLButtonElement, item: ListedEntry, seen: Seen): void =>
  showLook(mark, item, lookOf(item.state, seen));
