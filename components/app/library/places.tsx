import { useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { Filters } from '@/components/app/papers/search/filters';
import { keyLabel } from '@/components/ui/keys/key';
import { FIXED_KEYS } from '@/domain/commands';
import { INBOX, isInbox } from './inbox';
import { HOME } from './route';
import type { LibraryState } from './state';
import { type View, VIEWS } from './views';
import '@/components/app/keys/kbd.css';
import './places.css';

const GROUPS: readonly View['group'][] = ['library', 'care'];

/** With the page's path: before a hash alone, readers of the screen may announce a way to skip the places. */
const linkTo = (place: string): string => `${location.pathname}#${place}`;

/** The way to the papers that wait for a decision: a search, so that it can be narrowed as any other. */
function Inbox({ library }: { library: LibraryState }) {
  const { undecided } = library.list.listed.value;
  return (
    <li>
      <a
        href={linkTo(`q=${encodeURIComponent(INBOX)}`)}
        aria-current={isInbox(library.route.value) ? 'page' : undefined}
        data-gloss="inbox"
        onClick={(event) => {
          event.preventDefault();
          library.search(INBOX);
        }}
      >
        {i18n.t('library.inbox.title')}
        {undecided !== null && undecided > 0 && (
          <span class="places-count">{undecided.toLocaleString()}</span>
        )}
      </a>
    </li>
  );
}

/** Opens what leads everywhere, for a pointer; in a narrow window also to the places that have no room. */
const Everywhere = ({ library }: { library: LibraryState }) => (
  <button
    type="button"
    class="places-everywhere"
    data-gloss="everywhere"
    aria-keyshortcuts="Control+K Meta+K"
    onClick={() => {
      library.isPaletteOpen.value = true;
    }}
  >
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d="M3 4.5h10M3 8h10M3 11.5h6" />
    </svg>
    <span>{i18n.t('palette.open')}</span>
    <kbd aria-hidden="true">{keyLabel(FIXED_KEYS.palette.key)}</kbd>
  </button>
);

/** The way to every view. */
export function Places({ library }: { library: LibraryState }) {
  const { view } = library.route.value;
  const atInbox = isInbox(library.route.value);
  const nav = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    // In a narrow window the places are a line that scrolls.
    const showCurrent = (): void => {
      const current = nav.current?.querySelector('[aria-current]');
      current?.scrollIntoView({ block: 'nearest', inline: 'center', behavior: 'instant' });
    };
    showCurrent();
    addEventListener('resize', showCurrent);
    return () => removeEventListener('resize', showCurrent);
  }, [view, atInbox]);
  return (
    <div class="places">
      <Everywhere library={library} />
      <nav ref={nav} aria-label={i18n.t('library.places')}>
        {GROUPS.map((group) => (
          <ul key={group}>
            {group === 'library' && <Inbox library={library} />}
            {VIEWS.filter((one) => one.group === group).map(({ name }) => (
              <li key={name}>
                <a
                  href={linkTo(`view=${name}`)}
                  aria-current={name === view && !atInbox ? 'page' : undefined}
                  data-gloss={`view-${name}`}
                  onClick={(event) => {
                    event.preventDefault();
                    library.go({ view: name, ...(atInbox ? { query: HOME.query } : {}) });
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
