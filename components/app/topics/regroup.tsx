import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import '@/components/app/controls/field.css';
import { topicName } from '@/domain/topics/types';
import { TopicDot } from './topic-dot';
import type { TopicsState } from './state';
import './regroup.css';

/** Asks how many topics there shall be, shows what would change, and does it when the person says so. */
export function Regroup({ topics, onDone }: { topics: TopicsState; onDone: () => void }) {
  const [wanted, setWanted] = useState('');
  const preview = topics.preview.value;
  const close = (): void => {
    topics.forgetPreview();
    onDone();
  };
  return (
    <section class="regroup" aria-label={i18n.t('topics.regroup')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void topics.propose(wanted === '' ? null : Number(wanted));
        }}
      >
        <label>
          {i18n.t('topics.howMany')}
          <input
            class="field"
            type="number"
            min={1}
            max={60}
            placeholder={i18n.t('topics.own')}
            value={wanted}
            data-gloss="topics-wanted"
            onInput={(event) => setWanted(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="button" disabled={preview.is === 'computing'}>
          {i18n.t('topics.preview')}
        </button>
        <button type="button" class="button" data-kind="plain" onClick={close}>
          {i18n.t('topics.keep')}
        </button>
      </form>
      <p role="status">
        {preview.is === 'computing' && i18n.t('popup.topics.asked')}
        {preview.is === 'ready' && i18n.t('topics.moved', preview.change.moved)}
      </p>
      {preview.is === 'ready' && (
        <>
          <ul>
            {preview.change.topics.map(({ after, before, joining, leaving }) => (
              <li key={after.id}>
                <TopicDot colour={after.colour} />
                <span class="regroup-name">{topicName(after)}</span>
                <span class="regroup-what">
                  {before
                    ? joining + leaving === 0
                      ? i18n.t('topics.asItIs')
                      : i18n.t('topics.inOut', [String(joining), String(leaving)])
                    : i18n.t('topics.isNew', [after.members.length.toLocaleString()])}
                </span>
              </li>
            ))}
            {preview.change.gone.map((topic) => (
              <li key={topic.id} data-gone="true">
                <TopicDot colour={topic.colour} />
                <span class="regroup-name">{topicName(topic)}</span>
                <span class="regroup-what">{i18n.t('topics.goes')}</span>
              </li>
            ))}
          </ul>
          <button
            type="button"
            class="button"
            data-kind="main"
            data-gloss="topics-accept"
            onClick={() => void topics.accept().then(onDone)}
          >
            {i18n.t('topics.accept')}
          </button>
        </>
      )}
    </section>
  );
}
