import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ConditionState } from './condition';
import { problem } from '@/components/app/notices/problem';
import type { Failure } from '@/domain/result';
import { canChooseFolder, chooseFolder } from '@/storage/folder-handle';

interface LostFolderProps {
  /** What the folder was called. */
  name: string;
  state: ConditionState;
  isWorking: boolean;
  /** Restores a backup that was read from a file. */
  restore: (id: string) => void;
}

/** The folder of backups that the browser no longer knows: chosen again, its files can be restored. */
export function LostFolder({ name, state, isWorking, restore }: LostFolderProps) {
  /** `null` until it was looked into. */
  const [files, setFiles] = useState<string[] | null>(null);
  const [failure, setFailure] = useState<{ what: string; failure: Failure } | null>(null);
  if (!canChooseFolder()) return null;
  const choose = async (): Promise<void> => {
    const chosen = await chooseFolder();
    if (chosen.ok && !chosen.value) return;
    const answer = chosen.ok ? await state.call('backup.folder', { isNew: true }) : chosen;
    if (answer.ok) setFiles(answer.value?.others ?? []);
    setFailure(
      answer.ok ? null : { what: i18n.t('backup.folder.couldntKeep'), failure: answer.error },
    );
  };
  const take = async (file: string): Promise<void> => {
    const answer = await state.call('backup.take', { name: file });
    if (answer.ok) restore(answer.value.id);
    else setFailure({ what: i18n.t('backup.couldnt.read'), failure: answer.error });
  };
  return (
    <div data-gloss="lost-folder">
      <p>
        {i18n.t('trouble.folder', [name])}{' '}
        <button type="button" class="button" disabled={isWorking} onClick={() => void choose()}>
          {i18n.t('backup.folder.again')}
        </button>
      </p>
      {failure && <p role="alert">{problem(failure.what, failure.failure)}</p>}
      {files?.length === 0 && <p role="status">{i18n.t('trouble.noFiles', [name])}</p>}
      <ul class="trouble-offers">
        {files?.map((file) => (
          <li key={file}>
            <span>{file}</span>
            <button
              type="button"
              class="button"
              disabled={isWorking}
              onClick={() => void take(file)}
            >
              {i18n.t('trouble.restore')}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
