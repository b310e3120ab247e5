import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Call } from '@/rpc/client';
import type { AppProtocol } from '@/rpc/protocol';
import { WORTH_A_FOLDER } from '@/domain/mark';
import { canChooseFolder, chooseFolder } from './folder-handle';

/** Suggests a folder for backups, once there is something to lose; dismissed, it is never shown again. */
export function FolderOffer({ call }: { call: Call<AppProtocol> }) {
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    if (!canChooseFolder()) return;
    void call('backup.offered', { isDismissed: false }).then(
      (answer) => answer.ok && setShown(answer.value),
    );
  }, [call]);
  if (!isShown) return null;
  const dismiss = async (): Promise<void> => {
    setShown(false);
    await call('backup.offered', { isDismissed: true });
  };
  const choose = async (): Promise<void> => {
    if (!(await chooseFolder())) return;
    await call('backup.folder', { isNew: true });
    await dismiss();
  };
  return (
    <p class="folder-offer" data-gloss="folder-offer">
      {i18n.t('trouble.offer', [String(WORTH_A_FOLDER)])}
      <button type="button" class="button" onClick={() => void choose()}>
        {i18n.t('trouble.offerChoose')}
      </button>
      <button type="button" class="button" data-kind="plain" onClick={() => void dismiss()}>
        {i18n.t('trouble.offerNot')}
      </button>
    </p>
  );
}
