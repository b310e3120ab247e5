import { i18n } from '#i18n';
import { sheetRows } from '@/components/app/keys/bound';
import type { Keyboard } from '@/components/app/keys/keyboard';
import { KeysSheet } from '@/components/app/keys/keys-sheet';

/** The keys of the popup; the same as on pages, as far as a page has them. */
export const PopupSheet = ({ keyboard }: { keyboard: Keyboard }) => (
  <KeysSheet
    label={i18n.t('popup.keys')}
    rows={sheetRows(keyboard.keys.value, 'popup')}
    close={() => {
      keyboard.isHelpOpen.value = false;
    }}
  />
);
