import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { dayName } from '@/domain/day';
import { CHECKUP_PROBLEMS, type CheckupReport } from '@/domain/backup';
import type { ViewProps } from '@/components/app/library/view-props';

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1);

/** What the checks of the library found and mended, and how much room it takes. */
export function Checkup({ library }: ViewProps) {
  const [report, setReport] = useState<CheckupReport | null>(null);
  const [room, setRoom] = useState<StorageEstimate | null>(null);
  useEffect(() => {
    void library.call('checkup.last', null).then((answer) => answer.ok && setReport(answer.value));
    void navigator.storage.estimate().then(setRoom);
  }, [library, library.changes.value]);
  const mended = CHECKUP_PROBLEMS.filter((name) => (report?.mended[name] ?? 0) > 0);
  return (
    <section class="backup-checkup" aria-label={i18n.t('backup.checkup.title')}>
      <h2>{i18n.t('backup.checkup.title')}</h2>
      {!report && <p>{i18n.t('backup.checkup.notYet')}</p>}
      {report && mended.length === 0 && (
        <p>{i18n.t('backup.checkup.good', [String(report.checked)])}</p>
      )}
      {mended.length > 0 && (
        <ul>
          {mended.map((name) => (
            <li key={name}>
              {i18n.t(`backup.checkup.${name}`, [String(report?.mended[name] ?? 0)])}
            </li>
          ))}
        </ul>
      )}
      {report?.refused && (
        <p>
          {i18n.t('backup.checkup.refused', [
            report.refused.site,
            dayName(new Date(report.refused.at)),
            report.refused.calls.toLocaleString(),
          ])}
        </p>
      )}
      {room?.usage !== undefined && <p>{i18n.t('backup.checkup.room', [megabytes(room.usage)])}</p>}
    </section>
  );
}
