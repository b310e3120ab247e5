import type { VNode } from 'preact';
import { i18n } from '#i18n';
import { PRACTICE_PAPERS } from './practice-papers';

/** A listing page in small: what the in-page interface is tried on. It never changes, so that marks stay at rest. */
export const PracticeList = (): VNode => (
  <section class="practice" aria-label={i18n.t('welcome.practice.title')}>
    <header class="practice-head">
      <h2>{i18n.t('welcome.practice.title')}</h2>
      <p>{i18n.t('welcome.practice.about')}</p>
    </header>
    <ol class="practice-list" data-practice="list">
      {PRACTICE_PAPERS.map(({ title, authors, abstract }) => (
        <li key={title} data-practice="paper">
          <h3>{title}</h3>
          <p class="practice-authors" data-practice="authors">
            {authors}
          </p>
          <p data-practice="abstract">{abstract}</p>
        </li>
      ))}
    </ol>
  </section>
);
