import { i18n } from '#i18n';
import { sheetRows } from '@/components/app/keys/bound';
import { KeysSheet } from '@/components/app/keys/keys-sheet';
import type { LibraryState } from './state';

/** The keys of the list of papers; the same as on pages, as far as a page has them. */
export const LibraryKeys = ({ library }: { library: LibraryState }) => (
  <KeysSheet
    label={i18n.t('library.keys')}
    rows={sheetRows(library.keys.value, 'library')}
    close={() => {
      library.isHelpOpen.value = false;
    }}
  />
);
