import { type Signal, signal } from '@preact/signals';
import { i18n } from '#i18n';
import { exportDocument, exportFileName } from '@/domain/export/document';
import type { Failure } from '@/domain/result';
import { allPages } from './all-pages';
import { problem } from './problem';
import type { Notice, Ports } from './state';

/** The library to a file and back. */
export function createTransfer({ call, download, now }: Ports, notice: Signal<Notice>) {
  const isWorking = signal(false);

  function refuse(what: string, failure: Failure): void {
    notice.value = { tone: 'alert', text: problem(what, failure) };
  }

  async function write(): Promise<void> {
    const head = await call('export.head', null);
    if (!head.ok) return refuse(i18n.t('popup.couldnt.export'), head.error);
    const papers = await allPages((after) => call('export.papers', { after }));
    if (!papers.ok) return refuse(i18n.t('popup.couldnt.export'), papers.error);
    const name = exportFileName(now());
    download(name, exportDocument(head.value, papers.value));
    notice.value = { tone: 'status', text: i18n.t('popup.exported', [name]) };
  }

  async function read(file: File): Promise<void> {
    const answer = await call('import.json', { text: await file.text() });
    if (!answer.ok) return refuse(i18n.t('popup.couldnt.import', [file.name]), answer.error);
    const { new: fresh, merged, rejected } = answer.value;
    const text = i18n.t('popup.imported', [`${fresh}`, `${merged}`, `${rejected}`]);
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
