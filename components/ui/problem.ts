import { i18n } from '#i18n';
import type { Failure } from '@/domain/result';

/** A sentence that says what did not happen, why, and what to do. */
export type Problem = string;

const withoutStop = (sentence: string): string => sentence.replace(/[.\s]+$/, '');

/** Reasons that have words of their own; storage and the rest tell theirs in `message`. */
function because({ reason, message }: Failure): string {
  switch (reason) {
    case 'unreachable':
      return i18n.t('popup.because.unreachable');
    case 'orphaned':
      return i18n.t('popup.because.orphaned');
    case 'cancelled':
      return i18n.t('popup.because.cancelled');
    case 'quota':
      return i18n.t('popup.because.quota');
    case 'missing':
      return i18n.t('popup.because.missing');
    case 'forbidden':
      return i18n.t('popup.because.forbidden');
    case 'invalid':
      return i18n.t('popup.because.invalid', [withoutStop(message)]);
    default:
      return i18n.t('popup.because.other', [withoutStop(message)]);
  }
}

/** Names what failed ("Couldn't load your papers") and tells the failure. */
export const problem = (what: string, failure: Failure): Problem =>
  i18n.t('popup.problem', [what, because(failure)]);
