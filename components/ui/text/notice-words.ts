import { i18n } from '#i18n';
import type { Notice } from '@/domain/paper/notices';
import { dayText } from './words';

/** A notice in a few words: "v3 since 12 Nov; you noted v1", "at NeurIPS 2026". */
export function noticeText({ kind, value, had, since }: Notice, now: number): string {
  if (kind === 'venue') return i18n.t('notice.venue', [value]);
  const day = dayText(since, now);
  const news =
    value === '' ? i18n.t('notice.replaced', [day]) : i18n.t('notice.version', [value, day]);
  return had === '' ? news : i18n.t('notice.had', [news, had]);
}

/** All notices of a paper in one line; empty where there is none. */
export const noticesText = (notices: readonly Notice[], now: number): string =>
  notices.map((notice) => noticeText(notice, now)).join(' · ');
