import { useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { type KeyRow, KeyRows } from '@/components/ui/keys/key-rows';
import './kbd.css';
import './keys-sheet.css';

interface KeysSheetProps {
  label: string;
  rows: readonly KeyRow[];
  close: () => void;
}

/** The keys of one of our own pages, over it. Escape closes the sheet; the focus goes back to where it was. */
export function KeysSheet({ label, rows, close }: KeysSheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      class="keys-sheet"
      data-gloss="help"
      aria-label={label}
      onClose={close}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // A popup would close with its sheet.
        event.preventDefault();
        dialog.current?.close();
      }}
    >
      <h2>{label}</h2>
      <KeyRows rows={rows} />
      <button type="button" class="button" onClick={() => dialog.current?.close()}>
        {i18n.t('library.detail.close')}
      </button>
    </dialog>
  );
}
