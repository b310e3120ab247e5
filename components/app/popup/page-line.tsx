import { i18n } from '#i18n';
import type { PageKind } from './page-state';

interface PageLineProps {
  page: PageKind;
  onTriage: (tabId: number) => void;
  onNext: (tabId: number) => void;
  onAnnotate: (tabId: number) => void;
  onDigest: (tabId: number) => void;
}

function sentence(page: PageKind): string {
  switch (page.is) {
    case 'asked':
      return i18n.t('popup.page.asked');
    case 'closed':
      return i18n.t(`popup.page.closed.${page.why}`);
    case 'off':
      return i18n.t('popup.page.off');
    case 'offer':
      return i18n.t(page.isWorking ? 'popup.page.working' : 'popup.page.offer');
    case 'listing': {
      const { papers, unseen } = page.counts;
      if (page.isPaper) return i18n.t('popup.page.paper');
      if (papers === 0) return i18n.t('popup.page.none');
      return i18n.t('popup.page.new', unseen, [String(unseen === 0 ? papers : unseen)]);
    }
  }
}

/** One line for the page under the popup, and what can be done there. */
export function PageLine({ page, onTriage, onNext, onAnnotate, onDigest }: PageLineProps) {
  return (
    <div class="page-line" data-gloss="page-line">
      <p role="status">{sentence(page)}</p>
      {page.is === 'listing' && page.counts.unseen > 0 && !page.isPaper && (
        <button
          type="button"
          class="button page-line-next"
          data-gloss="next-new"
          onClick={() => onNext(page.tabId)}
        >
          {i18n.t('popup.page.next')}
        </button>
      )}
      {page.is === 'listing' && page.counts.papers > 0 && !page.isPaper && (
        <button
          type="button"
          class="button"
          data-kind="main"
          data-gloss="triage"
          onClick={() => onTriage(page.tabId)}
        >
          {i18n.t('popup.page.triage')}
        </button>
      )}
      {page.is === 'listing' && page.isMissed && (
        <button
          type="button"
          class="button"
          data-gloss="digest"
          onClick={() => onDigest(page.tabId)}
        >
          {i18n.t('popup.page.digest')}
        </button>
      )}
      {page.is === 'offer' && (
        <button
          type="button"
          class="button"
          data-kind="main"
          data-gloss="annotate"
          disabled={page.isWorking}
          onClick={() => onAnnotate(page.tabId)}
        >
          {i18n.t('popup.page.annotate')}
        </button>
      )}
    </div>
  );
}
