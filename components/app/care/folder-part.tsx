import { useCallback, useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { LibraryState } from '@/components/app/library/state';
import type { BackupFolder } from '@/domain/backup';
import { allowFolder, canChooseFolder, chooseFolder, forgetFolder } from '@/storage/folder-handle';

interface FolderProps {
  library: LibraryState;
  /** Changes when there may be another backup to write. */
  backups: number;
  isWorking: boolean;
  alone: (work: () => Promise<void>) => Promise<void>;
  /** Shows what restoring a backup would change. */
  look: (id: string) => Promise<void>;
}

function useFolder({ library, backups }: Pick<FolderProps, 'library' | 'backups'>) {
  const [folder, setFolder] = useState<BackupFolder | null>(null);
  const sync = useCallback(
    async (isNew: boolean) => {
      const answer = await library.call('backup.folder', { isNew });
      if (answer.ok) setFolder(answer.value);
      else library.refuse(i18n.t('backup.folder.couldnt'), answer.error);
    },
    [library],
  );
  useEffect(() => void sync(false), [sync, backups]);
  return { folder, sync };
}

/** Where backups are kept as files too: the folder, whether it can be written, and files of other times in it. */
export function Folder({ library, backups, isWorking, alone, look }: FolderProps) {
  const { folder, sync } = useFolder({ library, backups });
  if (!canChooseFolder()) return null;
  const choose = () =>
    alone(async () => {
      const chosen = await chooseFolder();
      if (!chosen.ok) return library.refuse(i18n.t('backup.folder.couldntKeep'), chosen.error);
      return chosen.value ? sync(true) : undefined;
    });
  const isLost = folder?.state === 'forgotten' || folder?.state === 'gone';
  const allow = () => alone(async () => ((await allowFolder()) ? sync(false) : undefined));
  const forget = () => alone(async () => forgetFolder().then(() => sync(true)));
  const take = (name: string) =>
    alone(async () => {
      const answer = await library.call('backup.take', { name });
      if (!answer.ok) return library.refuse(i18n.t('backup.couldnt.read'), answer.error);
      await look(answer.value.id);
    });
  const button = (text: string, press: () => unknown, kind = 'plain') => (
    <button
      type="button"
      class="button"
      data-kind={kind}
      disabled={isWorking}
      onClick={() => void press()}
    >
      {text}
    </button>
  );
  return (
    <section class="backup-folder" data-gloss="backup-folder">
      <h2>{i18n.t('backup.folder.title')}</h2>
      <p class="backup-about">
        {folder
          ? i18n.t(`backup.folder.${folder.state}`, [folder.name])
          : i18n.t('backup.folder.none')}
      </p>
      <div class="backup-folder-actions">
        {folder?.state === 'ask' && button(i18n.t('backup.folder.allow'), allow, 'main')}
        {isLost
          ? button(i18n.t('backup.folder.again'), choose, 'main')
          : button(
              i18n.t(folder ? 'backup.folder.another' : 'backup.folder.choose'),
              choose,
              'secondary',
            )}
        {folder && button(i18n.t('backup.folder.forget'), forget)}
      </div>
      {folder && folder.others.length > 0 && (
        <>
          <h3>{i18n.t('backup.folder.others')}</h3>
          <ul class="backup-list" data-gloss="backup-files">
            {folder.others.map((name) => (
              <li key={name}>
                <div class="backup-row" data-kind="file">
                  <span class="backup-title">{name}</span>
                  {button(i18n.t('backup.restore'), () => take(name))}
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
