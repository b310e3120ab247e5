import { i18n } from '#i18n';
import type { Failure } from '@/domain/result';

/** A sentence that says what did not happen, why, and what to do. */
export type Problem = string;

const withoutStop = (sentence: string): string => sentence.replace(/[.\s]+$/, '');

/** Why it failed; the browser's own words are in the diagnostics. */
const because = ({ reason, message }: Failure): string =>
  reason === 'invalid'
    ? i18n.t('popup.because.invalid', [withoutStop(message)])
    : i18n.t(`popup.because.${reason}`);

/** Names what failed ("Couldn't load your papers") and tells the failure. */
export const problem = (what: string, failure: Failure): Problem =>
  i18n.t('popup.problem', [what, because(failure)]);
