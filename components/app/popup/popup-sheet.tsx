import { i18n } from '#i18n';
import { boundRows } from '@/components/app/keys/bound';
import type { Keyboard } from '@/components/app/keys/keyboard';
import { KeysSheet } from '@/components/app/keys/keys-sheet';
import { POPUP_COMMANDS } from './popup-keys';

/** The keys of the popup; the same as on pages, as far as a page has them. */
export const PopupSheet = ({ keyboard }: { keyboard: Keyboard }) => (
  <KeysSheet
    label={i18n.t('popup.keys')}
    rows={[...boundRows(keyboard.keys.value, POPUP_COMMANDS), ['/', i18n.t('key.search')]]}
    close={() => {
      keyboard.isHelpOpen.value = false;
    }}
  />
);
