import { i18n } from '#i18n';
import { walk } from '@/components/ui/walk';
import { type Topic, topicName } from '@/domain/topics/types';

interface TopicRowsProps {
  topics: readonly Topic[];
  chosen: string | null;
  picked: ReadonlySet<string>;
  /** Papers that are in no topic; they stand last, chosen by `REST`. */
  rest: number;
  onChoose: (id: string) => void;
  onPick: (id: string, isOn: boolean) => void;
}

/** Names what is in no topic. */
export const REST = 'rest';

/** The topics as bars: as long as their share beside the largest. */
export function TopicRows({ topics, chosen, picked, rest, onChoose, onPick }: TopicRowsProps) {
  const largest = Math.max(1, ...topics.map(({ members }) => members.length));
  return (
    <ul
      class="topic-rows"
      aria-label={i18n.t('topics.list')}
      onKeyDown={(event) => void walk(event, [...event.currentTarget.querySelectorAll('button')])}
    >
      {topics.map((topic) => (
        <li key={topic.id} data-chosen={topic.id === chosen}>
          <input
            type="checkbox"
            aria-label={i18n.t('topics.pick', [topicName(topic)])}
            checked={picked.has(topic.id)}
            onChange={(event) => onPick(topic.id, event.currentTarget.checked)}
          />
          <button
            type="button"
            data-gloss="topic-row"
            aria-current={topic.id === chosen}
            onClick={() => onChoose(topic.id)}
          >
            <span class="topic-row-head">
              <span class="topic-row-name">{topicName(topic) || i18n.t('topics.unnamed')}</span>
              {topic.pinned && <span class="topic-pin" aria-label={i18n.t('topics.isPinned')} />}
              <span class="topic-row-count">{topic.members.length.toLocaleString()}</span>
            </span>
            <span class="topic-row-bar" aria-hidden="true">
              <span
                style={{
                  width: `${(100 * topic.members.length) / largest}%`,
                  background: `var(--topic-${topic.colour})`,
                }}
              />
            </span>
          </button>
        </li>
      ))}
      {rest > 0 && (
        <li class="topic-rows-rest" data-chosen={chosen === REST}>
          <button
            type="button"
            data-gloss="topic-rest"
            aria-current={chosen === REST}
            onClick={() => onChoose(REST)}
          >
            {i18n.t('popup.topics.rest', rest)}
          </button>
        </li>
      )}
    </ul>
  );
}
