import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { FolderOffer } from '@/components/app/care/folder-offer';
import { TroublePanel } from '@/components/app/care/trouble';
import { isReadable } from '@/domain/mark';
import { CopyDiagnostics } from '@/components/app/notices/copy-diagnostics';
import { Detail } from '@/components/app/papers/detail/detail';
import { Palette } from '@/components/app/palette/palette';
import { LibraryKeys } from './library-keys';
import { usePageKeys } from './page-keys';
import { Places } from './places';
import type { LibraryState } from './state';
import { type View, VIEWS } from './views';
import '@/components/tokens.css';
import '@/components/app/page.css';
import '@/components/ui/text/direction.css';
import '@/components/app/controls/button.css';
import './library.css';
import type { ViewProps } from './view-props';

const [FIRST] = VIEWS;

/** The chosen view, once its code is here. */
function useView(name: string): { view: View | undefined; Shown: ComponentType<ViewProps> | null } {
  const view = VIEWS.find((one) => one.name === name) ?? FIRST;
  const [loaded, setLoaded] = useState<{
    view: View;
    Shown: ComponentType<ViewProps>;
  } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void view?.load().then((Shown) => isCurrent && setLoaded({ view, Shown }));
    return () => {
      isCurrent = false;
    };
  }, [view]);
  return { view, Shown: loaded && loaded.view === view ? loaded.Shown : null };
}

function Foot({ library }: { library: LibraryState }) {
  const notice = library.notice.value;
  const isAlert = notice?.tone === 'alert';
  return (
    <footer class="library-foot">
      <p role="alert">{isAlert ? notice.text : ''}</p>
      {isAlert && <CopyDiagnostics call={library.call} />}
      <p role="status" data-gloss="notice">
        {notice && !isAlert ? notice.text : ''}
      </p>
      {notice?.undo && (
        <button type="button" class="button" data-gloss="undo" onClick={notice.undo}>
          {i18n.t('dock.undo')}
        </button>
      )}
      {notice?.redo && (
        <button type="button" class="button" data-gloss="redo" onClick={notice.redo}>
          {i18n.t('dock.redo')}
        </button>
      )}
    </footer>
  );
}

/**
 * Keys that were pressed before the page was there are pressed again once its view acts on them: the list does when it
 * has papers and the person's own keys are known.
 */
function useEarlyKeys(library: LibraryState, view: View | undefined, isShown: boolean): void {
  const isListed = library.list.listed.value.isKnown && library.areKeysKnown.value;
  const isHearing = isShown && (view?.name !== 'papers' || isListed);
  useEffect(() => {
    if (isHearing) library.hearsKeys();
  }, [library, isHearing]);
}

/** The library page: places and filters, the chosen view, the chosen paper. */
export function Library({ library }: { library: LibraryState }) {
  const { view: name, paper } = library.route.value;
  const { view, Shown } = useView(name);
  usePageKeys(library);
  const canShow = isReadable(library.care.condition.value);
  const hasDetail = view?.hasDetail === true && canShow;
  useEarlyKeys(library, canShow ? view : undefined, !canShow || Shown !== null);
  return (
    <div class="page library" data-view={view?.name} data-detail={hasDetail && paper !== null}>
      <Places library={library} />
      <main class="library-view" aria-label={i18n.t(`library.views.${view?.name ?? 'papers'}`)}>
        <h1 class="unseen">{i18n.t('library.title')}</h1>
        <TroublePanel state={library.care} now={library.now().getTime()} />
        {view?.name === 'papers' && canShow && <FolderOffer call={library.call} />}
        {Shown && canShow && <Shown library={library} />}
      </main>
      {hasDetail && (
        <aside class="library-detail" aria-label={i18n.t('library.detail.label')}>
          <button
            type="button"
            class="button library-back"
            data-kind="plain"
            onClick={() => library.open(null)}
          >
            <span class="library-back-narrow">{i18n.t('library.detail.back')}</span>
            <span class="library-back-wide">{i18n.t('library.detail.close')}</span>
          </button>
          <Detail library={library} />
        </aside>
      )}
      <Foot library={library} />
      {library.isPaletteOpen.value && <Palette library={library} />}
      {library.isHelpOpen.value && <LibraryKeys library={library} />}
    </div>
  );
}
