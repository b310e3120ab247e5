import type { VNode } from 'preact';
import { i18n } from '#i18n';
import { Icon } from '@/components/row/icons';
import type { PageCounts } from '@/rpc/protocol';

/** What was done last, for a moment. */
export interface Told {
  text: string;
  canUndo: boolean;
  isFailure: boolean;
}

interface Props {
  counts: PageCounts;
  told: Told | null;
  /** Place in triage, from 1; `null` outside of it. */
  triage: number | null;
  isCollapsed: boolean;
  isHelpShown: boolean;
  collapse: (isCollapsed: boolean) => void;
  startTriage: () => void;
  leaveTriage: () => void;
  undo: () => void;
}

/** One line at the window's lower right: what the page holds, what was done last. */
export const Bar = ({
  counts,
  told,
  triage,
  isCollapsed,
  isHelpShown,
  collapse,
  startTriage,
  leaveTriage,
  undo,
}: Props): VNode => {
  if (isCollapsed && !told && triage === null)
    return (
      <button
        type="button"
        class="card dock-dot"
        data-gloss="bar"
        aria-label={i18n.t('dock.expand', [String(counts.papers)])}
        onClick={() => collapse(false)}
      >
        {counts.papers}
      </button>
    );
  return (
    <section class="card dock" data-gloss="bar" aria-label={i18n.t('dock.region')}>
      {triage !== null && (
        <div
          class="progress"
          style={{ width: `${(100 * triage) / Math.max(1, counts.papers)}%` }}
        />
      )}
      {isHelpShown && <p class="help">{i18n.t('dock.help')}</p>}
      <div class="dock-line">
        <div role="status" class="told">
          {told && (
            <span data-gloss="toast" class={told.isFailure ? 'failed' : ''}>
              {told.text}
            </span>
          )}
        </div>
        {told?.canUndo && (
          <button type="button" class="plain" data-action="undo" onClick={undo}>
            {i18n.t('dock.undo')}
          </button>
        )}
        <span class="counts">
          {triage === null
            ? i18n.t('dock.papers', [String(counts.papers)])
            : i18n.t('dock.progress', [String(triage), String(counts.papers)])}
          {' · '}
          {i18n.t('dock.new', [String(counts.unseen)])}
          {' · '}
          {i18n.t('dock.saved', [String(counts.saved)])}
        </span>
        <button
          type="button"
          class="plain"
          data-action="triage"
          onClick={triage === null ? startTriage : leaveTriage}
        >
          {i18n.t(triage === null ? 'dock.triage' : 'dock.leave')}
        </button>
        <button
          type="button"
          class="plain icon-only"
          aria-label={i18n.t('dock.collapse')}
          onClick={() => collapse(true)}
        >
          <Icon name="minus" />
        </button>
      </div>
    </section>
  );
};
