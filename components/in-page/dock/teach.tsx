import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { ReportText } from '@/components/in-page/report-text';
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

/** A report to be looked at and copied, with the titles that were read where the person wants them. */
const Report = ({ report }: Pick<TeachProps, 'report'>): VNode => {
  const [withTitles, setWithTitles] = useState(false);
  return (
    <>
      <p class="soft">{i18n.t('teach.look')}</p>
      <label class="choice">
        <input
          type="checkbox"
          name="titles"
          checked={withTitles}
          onChange={({ currentTarget }) => setWithTitles(currentTarget.checked)}
        />
        {i18n.t('teach.titles')}
      </label>
      <ReportText text={report(withTitles)} label={i18n.t('teach.report')} />
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
