import { useState } from 'preact/hooks';
import { download } from './download';
import { exportFile } from './export';
import { ExportPart } from './export-part';
import { ImportPart } from './import-part';
import { readInWorker } from './reader';
import { createTransfer } from './state';
import './transfer.css';
import type { ViewProps } from '@/components/app/library/view-props';

/** The library to files and back. */
export function Transfer({ library }: ViewProps) {
  const [state] = useState(() =>
    createTransfer({
      call: library.call,
      now: library.now,
      read: readInWorker,
      exportFile,
      download,
      memory: localStorage,
      shown: () => {
        const { query, paper } = library.route.peek();
        const chosen = [...library.selection.chosen.peek()];
        return { query, paper, chosen, tags: library.tags.peek(), findAll: library.findAll };
      },
    }),
  );
  return (
    <div class="transfer">
      <ImportPart state={state} />
      <ExportPart state={state} library={library} />
    </div>
  );
}
