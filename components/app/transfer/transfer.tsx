import { useState } from 'preact/hooks';
import { ExportPart } from './export-part';
import { ImportPart } from './import-part';
import { createTransfer } from './state';
import './transfer.css';
import type { ViewProps } from '@/components/app/library/view-props';

/** The library to files and back. */
export function Transfer({ library }: ViewProps) {
  const [state] = useState(() =>
    createTransfer({
      call: library.call,
      now: library.now,
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
