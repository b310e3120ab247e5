import { i18n } from '#i18n';
import { relativeDate } from '@/components/ui/text/words';
import type { Condition, Trouble } from '@/domain/mark';

/** So many papers, in words. */
export const counted = (papers: number): string =>
  i18n.t('trouble.papers', papers, [papers.toLocaleString()]);

/** What happened, and what is known of the library that was here. */
export function troubleSentence(
  { trouble, mark, papers }: Condition & { trouble: Trouble },
  now: number,
): string {
  if (trouble === 'quota' && papers !== null) return i18n.t('trouble.full');
  if (trouble === 'newer' || trouble === 'blocked' || trouble === 'quota')
    return i18n.t(`trouble.${trouble}`);
  const what =
    trouble === 'smaller'
      ? i18n.t('trouble.smaller', [counted(papers ?? 0)])
      : i18n.t(`trouble.${trouble}`);
  const known = mark && i18n.t('trouble.known', [counted(mark.papers), relativeDate(mark.at, now)]);
  return known ? `${what} ${known}` : what;
}
