import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { ENOUGH } from '@/components/app/topics/grouping';
import { Empty } from '@/components/ui/empty';
import { walk } from '@/components/ui/walk';
import { problem } from '@/components/ui/problem';
import type { TopicsKind } from './topics-state';
import '@/components/app/topics/palette.css';
import './topic-list.css';
import type { TopicFilter } from './ports';

interface TopicListProps {
  topics: TopicsKind;
  onOpen: (topic: TopicFilter) => void;
  onAgain: () => void;
  /** What copies the diagnostics, where the topics failed. */
  diagnostics: ComponentChildren;
  /** ArrowUp on the first topic. */
  onLeave: () => void;
}

/** The first phrase of a label stands out; the others tell it apart. */
function TopicLabel({ label }: { label: string }) {
  const [first, ...others] = label.split(' · ');
  return (
    <span class="topic-label" title={label}>
      {first}
      {others.length > 0 && <span> · {others.join(' · ')}</span>}
    </span>
  );
}

/** Topics of the library: a bar as long as the topic's share beside the largest, label, count, two titles. */
export function TopicList({ topics, onOpen, onAgain, onLeave, diagnostics }: TopicListProps) {
  if (topics.is === 'asked')
    return (
      <p class="waiting" role="status">
        {i18n.t('popup.topics.asked')}
      </p>
    );
  if (topics.is === 'failed')
    return (
      <Empty
        tone="alert"
        text={problem(i18n.t('popup.couldnt.topics'), topics.failure)}
        action={{ label: i18n.t('popup.topics.again'), onPress: onAgain }}
      >
        {diagnostics}
      </Empty>
    );
  if (topics.topics.length === 0 || topics.total < ENOUGH)
    return <Empty text={i18n.t('popup.empty.topics')} />;
  const largest = topics.topics[0]?.ids.length ?? 1;
  const { rest } = topics;
  return (
    <ul
      class="topics"
      onKeyDown={(event) => {
        if (walk(event, [...event.currentTarget.querySelectorAll('button')])) onLeave();
      }}
    >
      {topics.topics.map((topic) => (
        <li key={topic.id}>
          <button
            type="button"
            class="topic"
            data-gloss="topic"
            onClick={() => onOpen({ label: topic.label, ids: topic.ids })}
          >
            <span class="topic-head">
              <TopicLabel label={topic.label} />
              <span class="topic-count">{i18n.t('popup.topics.count', topic.ids.length)}</span>
            </span>
            <span class="topic-bar" aria-hidden="true">
              <span
                style={{
                  width: `${(100 * topic.ids.length) / largest}%`,
                  background: `var(--topic-${topic.colour})`,
                }}
              />
            </span>
            {topic.titles.map((title) => (
              <span key={title} class="topic-title">
                {title}
              </span>
            ))}
          </button>
        </li>
      ))}
      {rest.length > 0 && (
        <li>
          <button
            type="button"
            class="topic topic-rest"
            onClick={() => onOpen({ label: i18n.t('popup.topics.rest', rest.length), ids: rest })}
          >
            {i18n.t('popup.topics.rest', rest.length)}
          </button>
        </li>
      )}
    </ul>
  );
}
