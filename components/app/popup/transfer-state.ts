import { type Signal, signal } from '@preact/signals';
import { i18n } from '#i18n';
import type { Failure } from '@/domain/result';
import { problem } from '@/components/app/notices/problem';
import type { StatusLine, Ports } from './ports';

/** The library to a file and back. */
export function createTransfer({ call, download, now }: Ports, notice: Signal<StatusLine>) {
  const isWorking = signal(false);

  function refuse(what: string, failure: Failure): void {
    notice.value = { tone: 'alert', text: problem(what, failure) };
  }

  const unstopped = new AbortController().signal;
  const progress = () => undefined;

  async function write(): Promise<void> {
    const { exportFile } = await import('@/components/app/transfer/export');
    const file = await exportFile({
      call,
      target: 'gloss',
      scope: { kind: 'all' },
      now: now(),
      signal: unstopped,
      progress,
    });
    if (!file.ok) return refuse(i18n.t('popup.couldnt.export'), file.error);
    const { name, blob } = file.value;
    download(name, blob);
    notice.value = { tone: 'status', text: i18n.t('popup.exported', [name]) };
  }

  async function read(file: File): Promise<void> {
    const { importFile } = await import('@/components/app/transfer/import');
    const answer = await importFile(
      { call, id: crypto.randomUUID(), signal: unstopped, progress },
      file,
      now().getTime(),
    );
    if (!answer.ok) return refuse(i18n.t('popup.couldnt.import', [file.name]), answer.error);
    const { others = 0 } = answer.value;
    const { countsText } = await import('@/components/app/transfer/counts-text');
    const papers = countsText(answer.value, 'done');
    const { othersDone } = await import('@/components/app/transfer/other-change');
    const text = others > 0 ? `${papers}. ${othersDone(others)}` : papers;
    notice.value = { tone: 'status', text };
  }

  /** One file at a time: a second press while one is written does nothing. */
  async function alone(work: () => Promise<void>): Promise<void> {
    if (isWorking.peek()) return;
    isWorking.value = true;
    notice.value = null;
    try {
      await work();
    } catch (error) {
      refuse(i18n.t('popup.couldnt.transfer'), { reason: 'storage', message: String(error) });
    } finally {
      isWorking.value = false;
    }
  }

  return {
    isWorking,
    exportJson: () => alone(write),
    importJson: (file: File) => alone(() => read(file)),
  };
}
