import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import type { LibraryState } from '@/components/app/library/state';
import { reasonsOf } from '@/domain/topics/manage';
import { type Topic, topicName } from '@/domain/topics/types';
import type { ListedPaper } from '@/topics/tasks';
import { Members } from './topic-members';
import { NameField } from './name-field';
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
      <NameField
        named={topic}
        label={i18n.t('topics.name')}
        onRename={(name) => actions.rename(topic, name)}
      />
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
