import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { titleText } from '@/components/app/rows/title';
import { ENOUGH } from '@/components/app/topics/grouping';
import { hueOf, TopicDot } from '@/components/app/topics/topic-dot';
import { Empty } from '@/components/app/notices/empty';
import { walk } from '@/components/app/rows/walk';
import { problem } from '@/components/app/notices/problem';
import type { ListedTheme, ListedTopic, TopicsKind } from './topics-state';
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

/** Themes of the library, which open to their topics; a topic narrows the list to its papers. */
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
  if (topics.themes.length === 0 || topics.total < ENOUGH)
    return <Empty text={i18n.t('popup.empty.topics')} />;
  const largest = topics.themes[0]?.ids.length ?? 1;
  const { rest } = topics;
  const filter = ({ label, ids }: ListedTopic) => onOpen({ label, ids });
  return (
    <ul
      class="topics"
      onKeyDown={(event) => {
        if (walk(event, [...event.currentTarget.querySelectorAll('button')])) onLeave();
      }}
    >
      {topics.themes.map((theme) => (
        <li key={theme.id}>
          {theme.topics.length === 0 ? (
            <Row topic={theme} largest={largest} onPress={() => filter(theme)} />
          ) : (
            <ThemeRow theme={theme} largest={largest} onFilter={filter} />
          )}
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

interface RowProps {
  topic: ListedTopic;
  largest: number;
  onPress: () => void;
  /** Of a theme: whether its topics show. */
  isOpen?: boolean;
}

/** A bar as long as the share beside the largest, name, count, two titles. */
function Row({ topic, largest, onPress, isOpen }: RowProps) {
  return (
    <button
      type="button"
      class="topic"
      data-gloss={isOpen === undefined ? 'topic' : 'theme'}
      aria-expanded={isOpen}
      onClick={onPress}
    >
      <span class="topic-head">
        <TopicLabel label={topic.label} />
        <span class="topic-count">{i18n.t('popup.topics.count', topic.ids.length)}</span>
      </span>
      <span class="topic-bar" aria-hidden="true">
        <span
          style={{
            width: `${(100 * topic.ids.length) / largest}%`,
            background: hueOf(topic.colour),
          }}
        />
      </span>
      {topic.titles.map((title) => (
        <span key={title} class="topic-title">
          {titleText(title)}
        </span>
      ))}
    </button>
  );
}

interface ThemeRowProps {
  theme: ListedTheme;
  largest: number;
  onFilter: (topic: ListedTopic) => void;
}

/** A theme, which opens to its topics. */
function ThemeRow({ theme, largest, onFilter }: ThemeRowProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Row topic={theme} largest={largest} isOpen={isOpen} onPress={() => setOpen(!isOpen)} />
      {isOpen && (
        <ul class="topic-parts" aria-label={theme.label}>
          <Part
            mark={null}
            label={i18n.t('popup.topics.whole')}
            count={theme.ids.length}
            onPress={() => onFilter(theme)}
          />
          {theme.topics.map((topic) => (
            <Part
              key={topic.id}
              mark={topic.colour}
              label={topic.label}
              count={topic.ids.length}
              onPress={() => onFilter(topic)}
            />
          ))}
        </ul>
      )}
    </>
  );
}

interface PartProps {
  mark: number | null;
  label: string;
  count: number;
  onPress: () => void;
}

const Part = ({ mark, label, count, onPress }: PartProps) => (
  <li>
    <button type="button" class="topic-part" data-gloss="topic" onClick={onPress}>
      {mark !== null && <TopicDot colour={mark} />}
      <TopicLabel label={label} />
      <span class="topic-count">{count.toLocaleString()}</span>
    </button>
  </li>
);
