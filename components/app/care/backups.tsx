import { useCallback, useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { relativeDate } from '@/components/ui/text/words';
import { Empty } from '@/components/app/notices/empty';
import type { Backup, BackupPreview } from '@/domain/backup';
import { untilDone } from '@/rpc/until-done';
import { Folder } from './folder-part';
import { Checkup } from './checkup';
import { type Mode, RestoringBar, useRestoring } from './restoring';
import './backup.css';
import type { ViewProps } from '@/components/app/library/view-props';

const size = (bytes: number): string =>
  bytes < 1_000_000
    ? i18n.t('backup.kilobytes', [String(Math.max(1, Math.round(bytes / 1_000)))])
    : i18n.t('backup.megabytes', [(bytes / 1_000_000).toFixed(1)]);

/** What restoring a backup would change, and the two ways to do it. */
function Preview({
  preview,
  restore,
  close,
}: {
  preview: BackupPreview;
  restore: (mode: Mode) => void;
  close: () => void;
}) {
  const { papers, missing, deleted, changed, onlyHere } = preview;
  return (
    <div class="backup-preview" role="group" aria-label={i18n.t('backup.preview.label')}>
      <p>
        {i18n.t('backup.preview.counts', [
          papers.toLocaleString(),
          (missing + deleted).toLocaleString(),
          changed.toLocaleString(),
          onlyHere.toLocaleString(),
        ])}
      </p>
      <div class="backup-choices">
        <div>
          <button type="button" class="button" data-kind="main" onClick={() => restore('merge')}>
            {i18n.t('backup.merge')}
          </button>
          <p>{i18n.t('backup.mergeMeans')}</p>
        </div>
        <div>
          <button type="button" class="button" onClick={() => restore('replace')}>
            {i18n.t('backup.replace')}
          </button>
          <p>{i18n.t('backup.replaceMeans')}</p>
        </div>
      </div>
      <button type="button" class="button" data-kind="plain" onClick={close}>
        {i18n.t('backup.cancel')}
      </button>
    </div>
  );
}

function useBackups({ library }: ViewProps) {
  const [backups, setBackups] = useState<Backup[] | null>(null);
  const [isWorking, setWorking] = useState(false);
  const load = useCallback(async () => {
    const answer = await library.call('backup.list', null);
    if (answer.ok) setBackups(answer.value);
    else library.refuse(i18n.t('backup.couldnt.list'), answer.error);
  }, [library]);
  useEffect(() => void load(), [load, library.changes.value]);
  /** One thing at a time; everything is listed anew after it. */
  const alone = async (work: () => Promise<void>): Promise<void> => {
    if (isWorking) return;
    setWorking(true);
    await work();
    await Promise.all([load(), library.care.load()]);
    setWorking(false);
  };
  return { backups, isWorking, alone };
}

interface RowProps extends ViewProps {
  backup: Backup;
  isOpen: boolean;
  isWorking: boolean;
  onLook: () => void;
}

function Row({ library, backup, isOpen, isWorking, onLook }: RowProps) {
  const { at, reason, papers, bytes } = backup;
  return (
    <div class="backup-row">
      <span class="backup-when">{relativeDate(at, library.now().getTime())}</span>
      <span class="backup-what">
        {i18n.t(`backup.reason.${reason}`)} ·{' '}
        {i18n.t('backup.papers', papers, [papers.toLocaleString()])} · {size(bytes)}
      </span>
      <button
        type="button"
        class="button"
        data-kind="plain"
        disabled={isWorking}
        aria-expanded={isOpen}
        onClick={onLook}
      >
        {i18n.t('backup.restore')}
      </button>
    </div>
  );
}

/** How old the copy outside the database is. */
function CopyLine({ library }: ViewProps) {
  const condition = library.care.condition.value;
  const copy = condition?.offers.find(({ from }) => from.kind === 'copy');
  if (condition?.isTooLargeToCopy) return <p class="backup-about">{i18n.t('backup.tooLarge')}</p>;
  if (!copy) return null;
  return (
    <p class="backup-about" data-gloss="copy-line">
      {i18n.t('backup.copyLine', [
        i18n.t('backup.papers', copy.papers, [copy.papers.toLocaleString()]),
        relativeDate(copy.at, library.now().getTime()),
      ])}
    </p>
  );
}

/** Backups that Gloss keeps by itself: what there is, a new one, and the way back. */
export function Backups({ library }: ViewProps) {
  const { backups, isWorking, alone } = useBackups({ library });
  const [open, setOpen] = useState<{ id: string; preview: BackupPreview } | null>(null);
  const say = (text: string): void => {
    library.notice.value = { tone: 'status', text };
  };
  const backUp = () =>
    alone(async () => {
      const answer = await library.call('backup.now', null);
      if (answer.ok) say(i18n.t('backup.did.made'));
      else library.refuse(i18n.t('backup.couldnt.make'), answer.error);
    });
  const look = async (id: string): Promise<void> => {
    const answer = await untilDone(() => library.call('backup.preview', { id }));
    if (answer.ok) setOpen({ id, preview: answer.value });
    else library.refuse(i18n.t('backup.couldnt.read'), answer.error);
  };
  const restoring = useRestoring(library);
  const restore = (id: string, mode: Mode) =>
    alone(async () => {
      if (await restoring.restore(id, mode)) setOpen(null);
    });
  return (
    <div class="backup-view">
      <header class="backup-head">
        <h2>{i18n.t('backup.title')}</h2>
        <button
          type="button"
          class="button"
          data-gloss="backup-now"
          disabled={isWorking}
          onClick={() => void backUp()}
        >
          {i18n.t('backup.now')}
        </button>
      </header>
      <p class="backup-about">{i18n.t('backup.about')}</p>
      <CopyLine library={library} />
      {backups?.length === 0 && <Empty text={i18n.t('backup.none')} />}
      <ul class="backup-list" data-gloss="backups" aria-busy={isWorking}>
        {backups?.map((backup) => (
          <li key={backup.id}>
            <Row
              library={library}
              backup={backup}
              isOpen={open?.id === backup.id}
              isWorking={isWorking}
              onLook={() => void alone(() => look(backup.id))}
            />
            {open?.id === backup.id &&
              (restoring.run ? (
                <RestoringBar run={restoring.run} stop={restoring.stop} />
              ) : (
                <Preview
                  preview={open.preview}
                  restore={(mode) => void restore(backup.id, mode)}
                  close={() => setOpen(null)}
                />
              ))}
          </li>
        ))}
      </ul>
      <Folder
        library={library}
        backups={backups?.length ?? 0}
        isWorking={isWorking}
        alone={alone}
        look={look}
      />
      <Checkup library={library} />
    </div>
  );
}
