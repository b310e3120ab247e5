import { i18n } from '#i18n';
import { Filters } from '@/components/app/papers/filters';
import type { LibraryState } from './state';
import { type View, VIEWS } from './views';
import './places.css';

const GROUPS: readonly View['group'][] = ['library', 'care'];

/** The way to every view. */
export function Places({ library }: { library: LibraryState }) {
  const { view } = library.route.value;
  return (
    <div class="places">
      <nav aria-label={i18n.t('library.places')}>
        {GROUPS.map((group) => (
          <ul key={group}>
            {VIEWS.filter((one) => one.group === group).map(({ name }) => (
              <li key={name}>
                <a
                  href={`#view=${name}`}
                  aria-current={name === view ? 'page' : undefined}
                  data-gloss={`view-${name}`}
                  onClick={(event) => {
                    event.preventDefault();
                    library.go({ view: name });
                  }}
                >
                  {i18n.t(`library.views.${name}`)}
                </a>
              </li>
            ))}
            {group === 'care' && (
              <li>
                <button
                  type="button"
                  data-gloss="keys"
                  onClick={() => {
                    library.isHelpOpen.value = true;
                  }}
                >
                  {i18n.t('dock.help')}
                </button>
              </li>
            )}
            {group === 'care' && (
              <li>
                <button
                  type="button"
                  data-gloss="settings"
                  onClick={() => void library.call('settings.open', null)}
                >
                  {i18n.t('popup.settings')}
                </button>
              </li>
            )}
          </ul>
        ))}
      </nav>
      {view === 'papers' && <Filters library={library} />}
    </div>
  );
}
