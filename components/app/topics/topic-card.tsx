import { useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { LibraryState } from '@/components/app/library/state';
import { reasonsOf } from '@/domain/topics/manage';
import { type Topic, topicName } from '@/domain/topics/types';
import type { ListedPaper } from '@/topics/tasks';
import { TopicDot } from './topic-dot';
import { Members } from './topic-members';
import type { TopicsState } from './state';

interface TopicCardProps {
  topic: Topic;
  papers: readonly ListedPaper[];
  call: LibraryState['call'];
  actions: Pick<TopicsState, 'rename' | 'pin' | 'split' | 'tag'>;
  /** The paper in the detail pane. */
  open: string | null;
  onOpen: (paper: string) => void;
  /** Shows the topic's papers in the list. */
  onList: () => void;
}

function Name({ topic, onRename }: { topic: Topic; onRename: (name: string) => void }) {
  const [text, setText] = useState<string | null>(null);
  const name = topicName(topic) || i18n.t('topics.unnamed');
  if (text === null)
    return (
      <h3>
        <TopicDot colour={topic.colour} />
        <span>{name}</span>
        <button
          type="button"
          class="button"
          data-kind="plain"
          data-gloss="topic-rename"
          onClick={() => setText(name)}
        >
          {i18n.t('topics.rename')}
        </button>
      </h3>
    );
  return (
    <form
      class="topic-form"
      onSubmit={(event) => {
        event.preventDefault();
        onRename(text);
        setText(null);
      }}
      onKeyDown={(event) => event.key === 'Escape' && setText(null)}
    >
      <input
        data-gloss="topic-name"
        aria-label={i18n.t('topics.name')}
        value={text}
        maxLength={120}
        ref={(field) => field?.focus()}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <button type="submit" class="button" data-kind="main">
        {i18n.t('topics.rename')}
      </button>
      {topic.name !== undefined && (
        <button
          type="button"
          class="button"
          onClick={() => {
            onRename('');
            setText(null);
          }}
        >
          {i18n.t('topics.ownName')}
        </button>
      )}
    </form>
  );
}

/** A topic whole: name, what can be done, the terms that speak for it, its papers and why each is there. */
export function TopicCard(props: TopicCardProps) {
  const { topic, papers, actions, open, onOpen, onList } = props;
  const reasons = useMemo(() => reasonsOf(topic), [topic]);
  const act = (label: string, name: string, onPress: () => void) => (
    <button type="button" class="button" data-gloss={`topic-${name}`} onClick={onPress}>
      {label}
    </button>
  );
  return (
    <section class="topic-card" aria-label={topicName(topic)}>
      <Name topic={topic} onRename={(name) => actions.rename(topic, name)} />
      <p class="topic-terms">
        {topic.keywords.map((term) => (
          <span key={term}>{term}</span>
        ))}
      </p>
      <p class="topic-actions">
        {act(i18n.t('topics.show'), 'show', onList)}
        {act(i18n.t(topic.pinned ? 'topics.unpin' : 'topics.pin'), 'pin', () => actions.pin(topic))}
        {topic.members.length > 1 &&
          act(i18n.t('topics.split'), 'split', () => void actions.split(topic))}
        {act(i18n.t('topics.tag'), 'tag', () => void actions.tag(topic))}
      </p>
      <Members
        label={i18n.t('topics.members')}
        ids={topic.members}
        papers={papers}
        reasonsOf={reasons}
        call={props.call}
        open={open}
        onOpen={onOpen}
      />
    </section>
  );
}
