import { i18n } from '#i18n';
import { boundRows } from '@/components/app/keys/bound';
import { KeysSheet } from '@/components/app/keys/keys-sheet';
import { LIST_COMMANDS } from '@/components/app/papers/list/list-keys';
import type { LibraryState } from './state';

/** Keys that nobody can change, as in other lists. */
const FIXED = [
  ['/', 'key.search'],
  [' ', 'key.select'],
  ['Ctrl+K', 'key.palette'],
  ['Ctrl+A', 'key.selectAll'],
  ['Delete', 'key.delete'],
] as const;

/** The keys of the list of papers; the same as on pages, as far as a page has them. */
export const LibraryKeys = ({ library }: { library: LibraryState }) => (
  <KeysSheet
    label={i18n.t('library.keys')}
    rows={[
      ...boundRows(library.keys.value, LIST_COMMANDS),
      ...FIXED.map(([key, text]) => [key, i18n.t(text)] as const),
    ]}
    close={() => {
      library.isHelpOpen.value = false;
    }}
  />
);
