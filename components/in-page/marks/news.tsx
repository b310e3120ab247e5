import type { VNode } from 'preact';
import { i18n } from '#i18n';
import { Drawn } from '@/components/in-page/layer/drawn';
import { noticesText } from '@/components/ui/text/notice-words';
import type { Notice } from '@/domain/paper/notices';

/** What lists tell of an entry's paper since its reader kept it, and the word that it was seen. */
export const News = ({
  notices,
  now,
  seen,
}: {
  notices: readonly Notice[];
  /** Milliseconds since 1970. */
  now: number;
  seen: () => void;
}): VNode => (
  <p class="news">
    <Drawn text={noticesText(notices, now)} />
    <button type="button" tabIndex={-1} class="plain" data-action="noticed" onClick={seen}>
      {i18n.t('notice.seen')}
    </button>
  </p>
);
