import { i18n } from '#i18n';
import type { QueryFault } from '@/domain/query/parse';

/** What is wrong with a query and where, as a sentence. */
export function faultSentence({ fault, text, hint, at }: QueryFault): string {
  const subject = fault === 'field' ? (text.split(':')[0] ?? '') : text;
  const what =
    fault === 'field' && hint === ''
      ? i18n.t('query.fault.noField', [subject])
      : i18n.t(`query.fault.${fault}`, [subject, hint]);
  return `${what} ${i18n.t('query.fault.at', [String(at + 1)])}`;
}
