import { useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { KeyRows } from '@/components/ui/key-rows';
import { LIST_COMMANDS } from '@/components/app/papers/list-keys';
import type { Keys } from '@/domain/settings';
import '@/components/ui/kbd.css';
import './keys-sheet.css';

/** Keys that nobody can change, as in other lists. */
const FIXED = [
  ['/', 'key.search'],
  [' ', 'key.select'],
  ['Ctrl+A', 'key.selectAll'],
  ['Delete', 'key.delete'],
] as const;

/** The keys of the list of papers; the same as on pages, as far as a page has them. */
export function KeysSheet({ keys, close }: { keys: Keys; close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      class="keys-sheet"
      data-gloss="help"
      aria-label={i18n.t('library.keys')}
      onClose={close}
    >
      <h2>{i18n.t('library.keys')}</h2>
      <KeyRows
        rows={[
          ...LIST_COMMANDS.map((name) => [keys[name], i18n.t(`key.${name}`)] as const),
          ...FIXED.map(([key, text]) => [key, i18n.t(text)] as const),
        ]}
      />
      <button type="button" class="button" onClick={() => dialog.current?.close()}>
        {i18n.t('library.detail.close')}
      </button>
    </dialog>
  );
}
