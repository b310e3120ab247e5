import { i18n } from '#i18n';
import { isTrouble } from '@/domain/mark';
import type { FailureReason } from '@/domain/result';
import type { NoteStatus } from './session';

/**
 * All texts of a note card, read when it opens: a page that outlives its extension has no messages any more, and
 * just then the card has something to say.
 */
export type NoteWords = ReturnType<typeof noteWords>;

export function noteWords(paper: string) {
  return {
    title: i18n.t('note.title', [paper]),
    placeholder: i18n.t('note.placeholder'),
    saving: i18n.t('note.saving'),
    saved: i18n.t('note.saved'),
    close: i18n.t('note.close'),
    preview: i18n.t('note.preview'),
    edit: i18n.t('note.edit'),
    empty: i18n.t('note.empty'),
    save: i18n.t('note.save'),
    copy: i18n.t('note.copy'),
    copied: i18n.t('note.copied'),
    missing: i18n.t('note.missing'),
    couldnt: {
      unreachable: i18n.t('note.couldnt.unreachable'),
      orphaned: i18n.t('note.couldnt.orphaned'),
      quota: i18n.t('note.couldnt.quota'),
      invalid: i18n.t('note.couldnt.invalid'),
      trouble: i18n.t('note.couldnt.trouble'),
      other: i18n.t('note.couldnt.other'),
    },
  };
}

const isNamed = (
  reason: FailureReason,
): reason is 'unreachable' | 'orphaned' | 'quota' | 'invalid' =>
  ['unreachable', 'orphaned', 'quota', 'invalid'].includes(reason);

/** Says why a note is not saved, what was kept and what to do. */
export const sayFailure = (
  { couldnt }: NoteWords,
  { failure: { reason } }: NoteStatus & { kind: 'failed' },
): string => {
  if (isTrouble(reason) && reason !== 'quota') return couldnt.trouble;
  return couldnt[isNamed(reason) ? reason : 'other'];
};
