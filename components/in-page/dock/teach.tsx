import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { copyText } from '@/components/ui/copy';
import { keepSelection } from '@/components/ui/colours';
import { type Lesson, LESSONS } from '@/domain/taught';

export interface TeachProps {
  /** A person taught Gloss something of this site. */
  isTaught: boolean;
  /** Takes the text that is selected on the page as an example. */
  teach: (lesson: Lesson | 'forget') => void;
  /** Makes the text of a report, with or without the titles that were read. */
  report: (withTitles: boolean) => string;
}

/** A report to be looked at and copied; nothing is sent. */
const Report = ({ report }: Pick<TeachProps, 'report'>): VNode => {
  const [withTitles, setWithTitles] = useState(false);
  const [isCopied, setCopied] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const text = report(withTitles);
  const copy = async (button: Element): Promise<void> => {
    const isDone = await copyText(text, button);
    setCopied(isDone);
    // The text is there to be copied by hand.
    if (!isDone) area.current?.select();
  };
  return (
    <>
      <p class="soft">{i18n.t('teach.look')}</p>
      <textarea ref={area} readOnly rows={8} value={text} aria-label={i18n.t('teach.report')} />
      <label class="choice">
        <input
          type="checkbox"
          name="titles"
          checked={withTitles}
          onChange={({ currentTarget }) => {
            setWithTitles(currentTarget.checked);
            setCopied(false);
          }}
        />
        {i18n.t('teach.titles')}
      </label>
      <button
        type="button"
        class="plain"
        data-action="copy"
        onClick={({ currentTarget }) => void copy(currentTarget)}
      >
        {i18n.t(isCopied ? 'shortfall.copied' : 'shortfall.copy')}
      </button>
    </>
  );
};

/** Where a list is read wrongly: a person shows what its papers are, or takes a report of it along. */
export const Teach = ({ isTaught, teach, report }: TeachProps): VNode => {
  const [isReporting, setReporting] = useState(false);
  const lessons = isTaught ? ([...LESSONS, 'forget'] as const) : LESSONS;
  return (
    <section class="card sheet" data-gloss="teach" aria-label={i18n.t('dock.teach')}>
      <h2>{i18n.t('dock.teach')}</h2>
      <p>{i18n.t('teach.about')}</p>
      <div class="menu-actions">
        {lessons.map((lesson) => (
          <button
            key={lesson}
            type="button"
            class="plain"
            data-action={`teach-${lesson}`}
            onMouseDown={keepSelection}
            onClick={() => teach(lesson)}
          >
            {i18n.t(`teach.${lesson}`)}
          </button>
        ))}
        {!isReporting && (
          <button
            type="button"
            class="plain"
            data-action="report"
            onClick={() => setReporting(true)}
          >
            {i18n.t('teach.report')}
          </button>
        )}
      </div>
      {isReporting && <Report report={report} />}
    </section>
  );
};
