import { i18n } from '#i18n';

/** Papers of a file: how many are new, how many join one of the library, how many can't be taken in. */
interface Counted {
  new: number;
  merged: number;
  rejected: number;
}

/** What an import would do, or did: "2 new, 1 merged". Counts of nothing are left out, but for the new where all are. */
export function countsText(counted: Counted, mode: 'preview' | 'done'): string {
  const merging = mode === 'preview' ? 'merging' : 'merged';
  const parts = [
    [counted.new, 'new'],
    [counted.merged, merging],
    [counted.rejected, 'rejected'],
  ] as const;
  const told = parts.filter(([count]) => count > 0);
  return (told.length > 0 ? told : parts.slice(0, 1))
    .map(([count, what]) => i18n.t(`transfer.import.count.${what}`, [count.toLocaleString()]))
    .reduce((one, other) => i18n.t('transfer.import.count.both', [one, other]));
}
