import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ConditionState } from './condition';
import { canChooseFolder, chooseFolder } from './folder-handle';

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
  const [files, setFiles] = useState<string[]>([]);
  if (!canChooseFolder()) return null;
  const choose = async (): Promise<void> => {
    if (!(await chooseFolder())) return;
    const answer = await state.call('backup.folder', { isNew: true });
    if (answer.ok) setFiles(answer.value?.others ?? []);
  };
  const take = async (file: string): Promise<void> => {
    const answer = await state.call('backup.take', { name: file });
    if (answer.ok) restore(answer.value.id);
  };
  return (
    <div data-gloss="lost-folder">
      <p>
        {i18n.t('trouble.folder', [name])}{' '}
        <button type="button" class="button" disabled={isWorking} onClick={() => void choose()}>
          {i18n.t('backup.folder.choose')}
        </button>
      </p>
      <ul class="trouble-offers">
        {files.map((file) => (
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
