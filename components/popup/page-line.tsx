import type { VNode } from 'preact';
import { i18n } from '#i18n';
import type { createPage } from './page-state';

/** One line on the page under the popup, with what can be done there. */
export const PageLine = ({ page }: { page: ReturnType<typeof createPage> }): VNode => {
  const kind = page.kind.value;
  return (
    <div class="page-line">
      {kind.is === 'asked' && <span>{i18n.t('popup.page.asked')}</span>}
      {kind.is === 'closed' && <span>{i18n.t('popup.page.closed')}</span>}
      {kind.is === 'offer' && (
        <>
          <span>{i18n.t(kind.isWorking ? 'popup.page.working' : 'popup.page.offer')}</span>
          <button
            type="button"
            class="button"
            data-gloss="annotate"
            disabled={kind.isWorking}
            onClick={() => void page.annotate(kind.tabId)}
          >
            {i18n.t('popup.page.annotate')}
          </button>
        </>
      )}
      {kind.is === 'listing' && kind.counts.papers === 0 && (
        <span>{i18n.t('popup.page.none')}</span>
      )}
      {kind.is === 'listing' && kind.counts.papers > 0 && (
        <>
          <span>
            {i18n.t('popup.page.new', kind.counts.unseen, [
              String(kind.counts.unseen === 0 ? kind.counts.papers : kind.counts.unseen),
            ])}
          </span>
          <button
            type="button"
            class="button"
            data-gloss="triage"
            onClick={() => void page.triage(kind.tabId)}
          >
            {i18n.t('popup.page.triage')}
          </button>
        </>
      )}
    </div>
  );
};
