import type { VNode } from 'preact';
import { i18n } from '#i18n';

/** Says why a card is in a window, and that its text came along. */
export const Moved = (): VNode => (
  <p class="moved" data-gloss="moved" role="status">
    {i18n.t('frame.moved')}
  </p>
);
