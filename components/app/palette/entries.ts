import { i18n } from '#i18n';
import { INBOX } from '@/components/app/library/inbox';
import { HOME } from '@/components/app/library/route';
import type { LibraryState } from '@/components/app/library/state';
import { VIEWS } from '@/components/app/library/views';
import { actsOf } from '@/components/app/papers/list/list-keys';
import { FIXED_KEYS, paperCommands } from '@/domain/commands';
import { queryFor } from '@/domain/query/edit';
import { matching } from './match';

/** A place to go to, or something to do. */
export interface Entry {
  id: string;
  label: string;
  /** The key that does it without the palette; empty where there is none. */
  key: string;
  run: () => void;
}

function placesOf(library: LibraryState): Entry[] {
  const goTo = (name: string): string => i18n.t('palette.goTo', [name]);
  const inbox = { id: 'inbox', label: goTo(i18n.t('library.inbox.title')), key: '' };
  return [
    { ...inbox, run: () => library.search(INBOX) },
    // Import and export are commands of their own.
    ...VIEWS.filter(({ name }) => name !== 'transfer').map(({ name }) => ({
      id: `view-${name}`,
      label: goTo(i18n.t(`library.views.${name}`)),
      key: '',
      run: () => (name === HOME.view ? library.search('') : library.go({ view: name })),
    })),
  ];
}

function ofPaper(library: LibraryState): Entry[] {
  const { view, paper: id } = library.route.peek();
  const paper = library.list.paper(id ?? '');
  if (view !== HOME.view || !paper) return [];
  const acts = actsOf(library);
  const keys = library.keys.peek();
  return paperCommands().map((name) => ({
    id: `paper-${name}`,
    label: i18n.t(`key.${name}`),
    key: keys[name],
    run: () => acts[name](paper),
  }));
}

function commandsOf(library: LibraryState): Entry[] {
  const keys = library.keys.peek();
  const transfer = (): void => library.go({ view: 'transfer' });
  return [
    {
      id: 'search',
      label: i18n.t('key.search'),
      key: FIXED_KEYS.search.key,
      run: () => {
        library.go({ view: HOME.view });
        library.isSearchWanted.value = true;
      },
    },
    { id: 'undo', label: i18n.t('key.undo'), key: keys.undo, run: () => void library.undoStep() },
    { id: 'redo', label: i18n.t('key.redo'), key: keys.redo, run: () => void library.redoLast() },
    { id: 'export', label: i18n.t('popup.export'), key: '', run: transfer },
    { id: 'import', label: i18n.t('popup.import'), key: '', run: transfer },
    {
      id: 'settings',
      label: i18n.t('popup.settings'),
      key: '',
      run: () => void library.call('settings.open', null),
    },
    {
      id: 'keys',
      label: i18n.t('key.help'),
      key: keys.help,
      run: () => {
        library.isHelpOpen.value = true;
      },
    },
  ];
}

const tagsOf = (library: LibraryState): Entry[] =>
  library.tags.value.map(({ id, name }) => ({
    id: `tag-${id}`,
    label: `#${name}`,
    key: '',
    run: () => library.search(queryFor('tag', name)),
  }));

/** What a typed text leads to, the best first; tags once something is typed, the search for the text itself last. */
export function entriesFor(library: LibraryState, typed: string): Entry[] {
  const text = typed.trim();
  const all = [...ofPaper(library), ...placesOf(library), ...commandsOf(library)];
  if (text === '') return all;
  const search: Entry = {
    id: 'search-for',
    label: i18n.t('palette.searchFor', [text]),
    key: '',
    run: () => library.search(text),
  };
  return [...matching([...all, ...tagsOf(library)], text), search];
}
