import { i18n } from '#i18n';
import type { LibraryState } from '@/components/app/library/state';
import type { Level } from '@/domain/topics/levels';
import { topicName } from '@/domain/topics/types';
import type { ListedPaper } from '@/topics/tasks';
import { NameField } from './name-field';
import type { TopicsState } from './state';
import { TopicDot } from './topic-dot';
import { Members } from './topic-members';

interface ThemeCardProps {
  level: Level;
  papers: readonly ListedPaper[];
  call: LibraryState['call'];
  actions: Pick<TopicsState, 'renameTheme'>;
  /** The paper in the detail pane. */
  open: string | null;
  onOpen: (paper: string) => void;
  onTopic: (id: string) => void;
  /** Shows the theme's papers in the list. */
  onList: () => void;
}

/** A theme whole: its name, its topics, its papers. */
export function ThemeCard(props: ThemeCardProps) {
  const { theme, topics, members } = props.level;
  return (
    <section class="topic-card" aria-label={topicName(theme)}>
      <NameField
        named={theme}
        label={i18n.t('topics.theme')}
        onRename={(name) => props.actions.renameTheme(theme, name)}
      />
      <p class="topic-terms">
        {topics.map((topic) => (
          <button
            key={topic.id}
            type="button"
            class="button"
            data-kind="plain"
            onClick={() => props.onTopic(topic.id)}
          >
            <TopicDot colour={topic.colour} />
            {topicName(topic)}
          </button>
        ))}
      </p>
      <p class="topic-actions">
        <button type="button" class="button" data-gloss="theme-show" onClick={props.onList}>
          {i18n.t('topics.show')}
        </button>
      </p>
      <Members
        label={i18n.t('topics.members')}
        ids={members}
        papers={props.papers}
        reasonsOf={null}
        call={props.call}
        open={props.open}
        onOpen={props.onOpen}
      />
    </section>
  );
}
