import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { LibraryState } from '@/components/app/library/state';
import { RunBar } from '@/components/app/notices/run-bar';
import { untilDone } from '@/rpc/until-done';

/** How often a restoring is asked how far it is, milliseconds. */
const ASK_EVERY = 300;

/** How a backup is brought back: what is missing, or all as it was. */
export type Mode = 'merge' | 'replace';

/** A backup on its way back, and the way to stop it. */
export function useRestoring(library: LibraryState) {
  const [run, setRun] = useState<{ opId: string; part: number; isStopping: boolean } | null>(null);
  /** Restores, and says what became of it; returns whether it was done. */
  async function restore(id: string, mode: Mode): Promise<boolean> {
    const opId = crypto.randomUUID();
    setRun({ opId, part: 0, isStopping: false });
    const timer = setInterval(() => {
      void library.call('backup.progress', { opId }).then((answer) => {
        const part = answer.ok ? answer.value : null;
        if (part !== null) setRun((now) => now && { ...now, part });
      });
    }, ASK_EVERY);
    const answer = await untilDone(() => library.call('backup.restore', { opId, id, mode }));
    clearInterval(timer);
    setRun(null);
    if (answer.ok) {
      const text = i18n.t(mode === 'merge' ? 'backup.did.merged' : 'backup.did.replaced');
      const undo = () => void library.undoStep(opId);
      library.notice.value = { tone: 'status', text, ...(mode === 'merge' ? { undo } : {}) };
      library.changed();
    } else if (answer.error.reason === 'cancelled')
      library.notice.value = { tone: 'status', text: i18n.t('backup.did.stopped') };
    else library.refuse(i18n.t('backup.couldnt.restore'), answer.error);
    return answer.ok;
  }
  const stop = (): void => {
    if (!run) return;
    setRun({ ...run, isStopping: true });
    void library.call('backup.cancel', { opId: run.opId });
  };
  return { run, restore, stop };
}

/** How far a restoring is. */
export function RestoringBar({
  run,
  stop,
}: {
  run: { part: number; isStopping: boolean };
  stop: () => void;
}) {
  const label = i18n.t(run.isStopping ? 'backup.stopping' : 'backup.restoring');
  return (
    <div class="backup-run" data-gloss="backup-run">
      <RunBar
        label={label}
        part={run.part}
        stopName="backup-stop"
        isStopping={run.isStopping}
        stop={stop}
      />
    </div>
  );
}
