import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { ReportText } from '@/components/in-page/report-text';

interface Props {
  /** Entries that were read, and how many the page seems to hold. */
  read: number;
  about: number;
  /** Makes the text of a report. */
  report: () => string;
  /** `false` where it has to be asked for at the browser's own button. */
  readAsDigest: () => Promise<boolean>;
  close: () => void;
}

/** Says that a page promises more entries than were read, and what a person can do. */
export const ShortfallCard = ({ read, about, report, readAsDigest, close }: Props): VNode => {
  const [text, setText] = useState<string | null>(null);
  const [needsButton, setNeedsButton] = useState(false);
  return (
    <section class="card shortfall" data-gloss="shortfall" aria-label={i18n.t('shortfall.region')}>
      <p role="status">
        {read === 0
          ? i18n.t('shortfall.none', [String(about)])
          : i18n.t('shortfall.some', [String(read), String(about)])}
      </p>
      {needsButton && <p role="alert">{i18n.t('shortfall.button')}</p>}
      {text !== null && (
        <>
          <p class="soft">{i18n.t('shortfall.look')}</p>
          <ReportText text={text} label={i18n.t('shortfall.report')} />
        </>
      )}
      <footer>
        <button
          type="button"
          class="plain"
          data-action="digest"
          onClick={() => void readAsDigest().then((isRead) => setNeedsButton(!isRead))}
        >
          {i18n.t('shortfall.digest')}
        </button>
        {text === null && (
          <button
            type="button"
            class="plain"
            data-action="report"
            onClick={() => setText(report())}
          >
            {i18n.t('shortfall.report')}
          </button>
        )}
        <button type="button" class="plain" data-action="dismiss-shortfall" onClick={close}>
          {i18n.t('shortfall.dismiss')}
        </button>
      </footer>
    </section>
  );
};
