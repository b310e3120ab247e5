import type { VNode } from 'preact';
import { i18n } from '#i18n';

/** What a newcomer is told above the bar. */
export const Hint = ({ end }: { end: () => void }): VNode => (
  <section class="card sheet hint" data-gloss="hint" aria-label={i18n.t('dock.hint.label')}>
    <p>{i18n.t('dock.hint.text')}</p>
    <button type="button" class="plain accent" data-action="hint" onClick={end}>
      {i18n.t('dock.hint.end')}
    </button>
  </section>
);
