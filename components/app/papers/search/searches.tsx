import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { SavedSearch } from '@/domain/library';
import { INBOX } from '@/components/app/library/inbox';
import type { LibraryState } from '@/components/app/library/state';

/** Searches that a person kept, and a way to keep the one that is shown. */
export function Searches({ library }: { library: LibraryState }) {
  const [searches, setSearches] = useState<SavedSearch[]>([]);
  const { query, sort } = library.route.value;
  const changes = library.changes.value;
  useEffect(() => {
    let isCurrent = true;
    void library.call('searches.list', null).then((answer) => {
      if (isCurrent && answer.ok) setSearches(answer.value);
    });
    return () => {
      isCurrent = false;
    };
  }, [changes]);
  const save = async (id: string, search: SavedSearch | null): Promise<boolean> => {
    const answer = await library.call('searches.save', { id, search });
    if (answer.ok) setSearches(answer.value);
    else library.refuse(i18n.t('library.couldnt.searches'), answer.error);
    return answer.ok;
  };
  const keep = (): void => {
    const id = library.newId();
    void save(id, { id, name: query, query, sort });
  };
  const forget = async (search: SavedSearch): Promise<void> => {
    if (!(await save(search.id, null))) return;
    library.notice.value = {
      tone: 'status',
      text: i18n.t('library.searches.forgotten', [search.name]),
      undo: () => {
        void save(search.id, search);
        library.notice.value = null;
      },
    };
  };
  // The inbox is kept already, above.
  const isNew = query !== '' && query !== INBOX && !searches.some((one) => one.query === query);
  if (searches.length === 0 && !isNew) return null;
  return (
    <section class="filter-group" data-gloss="searches">
      <h2>{i18n.t('library.searches.label')}</h2>
      <ul>
        {searches.map((one) => (
          <li key={one.id} class="filter" data-standing={one.query === query ? 'with' : 'none'}>
            <button
              type="button"
              aria-pressed={one.query === query}
              onClick={() => library.go({ query: one.query, sort: one.sort || sort })}
            >
              <span class="filter-label">{one.name}</span>
            </button>
            <button
              type="button"
              class="filter-not"
              aria-label={i18n.t('library.searches.forget', [one.name])}
              title={i18n.t('library.searches.forget', [one.name])}
              onClick={() => void forget(one)}
            >
              ✕
            </button>
          </li>
        ))}
      </ul>
      {isNew && (
        <button type="button" class="filter-more" data-gloss="keep-search" onClick={keep}>
          {i18n.t('library.searches.keep')}
        </button>
      )}
    </section>
  );
}
