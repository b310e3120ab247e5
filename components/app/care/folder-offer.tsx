import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { problem } from '@/components/app/notices/problem';
import type { FolderOffered } from '@/domain/backup';
import { WORTH_A_FOLDER } from '@/domain/mark';
import type { Failure } from '@/domain/result';
import type { Call } from '@/rpc/client';
import type { AppProtocol } from '@/rpc/protocol';
import { canChooseFolder, chooseFolder } from '@/storage/folder-handle';

/**
 * Suggests a folder for backups, once there is something to lose; dismissed, it is never shown again. A folder that the
 * browser lost is asked for until it is chosen again, or let go.
 */
export function FolderOffer({ call }: { call: Call<AppProtocol> }) {
  const [offered, setOffered] = useState<FolderOffered | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    if (!canChooseFolder()) return;
    void call('backup.offered', { isDismissed: false }).then(
      (answer) => answer.ok && setOffered(answer.value),
    );
  }, [call]);
  if (!offered) return null;
  const { forgotten } = offered;
  const dismiss = async (): Promise<void> => {
    setOffered(null);
    await call('backup.offered', { isDismissed: true });
  };
  const choose = async (): Promise<void> => {
    const chosen = await chooseFolder();
    setFailure(chosen.ok ? null : chosen.error);
    if (!chosen.ok || !chosen.value) return;
    await call('backup.folder', { isNew: true });
    await dismiss();
  };
  return (
    <p class="folder-offer" data-gloss="folder-offer">
      {forgotten === null
        ? i18n.t('trouble.offer', [String(WORTH_A_FOLDER)])
        : i18n.t('backup.folder.forgotten', [forgotten])}
      {failure && <span role="alert">{problem(i18n.t('backup.folder.couldntKeep'), failure)}</span>}
      <button type="button" class="button" onClick={() => void choose()}>
        {i18n.t(forgotten === null ? 'trouble.offerChoose' : 'backup.folder.again')}
      </button>
      <button type="button" class="button" data-kind="plain" onClick={() => void dismiss()}>
        {i18n.t(forgotten === null ? 'trouble.offerNot' : 'trouble.offerForget')}
      </button>
    </p>
  );
}
