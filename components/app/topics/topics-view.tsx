import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { problem } from '@/components/app/notices/problem';
import { CopyDiagnostics } from '@/components/app/notices/copy-diagnostics';
import { Empty } from '@/components/app/notices/empty';
import { queryFor } from '@/domain/query/edit';
import type { Level } from '@/domain/topics/levels';
import { type Topic, topicName } from '@/domain/topics/types';
import { ENOUGH } from './grouping';
import { Regroup } from './regroup';
import { TopicCard } from './topic-card';
import { TopicDot } from './topic-dot';
import { Members } from './topic-members';
import { ThemeCard } from './theme-card';
import type { TopicsState } from './state';
import { REST, themeKey, TopicRows } from './topic-rows';

import './palette.css';
import './topics.css';
import type { ViewProps } from '@/components/app/library/view-props';

const dots = [0, 2, 3].map((colour) => <TopicDot key={colour} colour={colour} />);

/** The message that a view of topics shows while it has nothing else to show; `null` when it has. */
export function useTopics({ library }: ViewProps, enough: number) {
  const { topics, changes } = library;
  const turn = changes.value;
  useEffect(() => {
    if (turn === 0) return topics.load(turn);
    const timer = setTimeout(() => topics.load(turn), 300);
    return () => clearTimeout(timer);
  }, [topics, turn]);
  const status = topics.status.value;
  if (status.is === 'asked') return <p class="topics-wait">{i18n.t('popup.topics.asked')}</p>;
  if (status.is === 'failed')
    return (
      <Empty
        tone="alert"
        text={problem(i18n.t('popup.couldnt.topics'), status.failure)}
        action={{ label: i18n.t('popup.topics.again'), onPress: topics.refresh }}
      >
        <CopyDiagnostics call={library.call} />
      </Empty>
    );
  if (status.papers.length < enough)
    return (
      <Empty
        picture={dots}
        text={
          status.papers.length === 0
            ? i18n.t('popup.empty.recent')
            : i18n.t('topics.few', [status.papers.length.toLocaleString(), enough.toLocaleString()])
        }
        action={{ label: i18n.t('topics.toPapers'), onPress: () => library.search('') }}
      />
    );
  return null;
}

/** What the person chose in the list of topics; the first topic where nothing is chosen. */
type Choice =
  | { is: 'topic'; key: string; topic: Topic }
  | { is: 'theme'; key: string; level: Level }
  | { is: 'rest'; key: string }
  | { is: 'none'; key: null };

function choiceOf({ topics, levels, chosen, grouping }: TopicsState): Choice {
  const { value: key } = chosen;
  const [first] = topics.value;
  const hasRest = (grouping.value?.stored.unclustered.length ?? 0) > 0;
  if (hasRest && (key === REST || !first)) return { is: 'rest', key: REST };
  const level = levels.value.find(({ theme }) => key === themeKey(theme.id));
  if (level) return { is: 'theme', key: themeKey(level.theme.id), level };
  const topic = topics.value.find(({ id }) => id === key) ?? first;
  return topic ? { is: 'topic', key: topic.id, topic } : { is: 'none', key: null };
}

/** Topics of the library: their list, the chosen one whole, and everything that can be done about them. */
export function TopicsView({ library }: ViewProps) {
  const { topics } = library;
  const [isRegrouping, setRegrouping] = useState(false);
  const instead = useTopics({ library }, ENOUGH);
  if (instead) return instead;
  const choice = choiceOf(topics);
  const shown = isRegrouping || topics.preview.value.is !== 'none';
  const toggle = (): void => {
    setRegrouping(!shown);
    topics.forgetPreview();
  };
  return (
    <div class="topics-view">
      <TopicsHead topics={topics} isRegrouping={shown} onRegroup={toggle} />
      {shown && <Regroup topics={topics} onDone={() => setRegrouping(false)} />}
      <div class="topics-body">
        <TopicRows
          levels={topics.levels.value}
          chosen={choice.key}
          picked={topics.picked.value}
          rest={topics.grouping.value?.stored.unclustered.length ?? 0}
          onChoose={(id) => {
            topics.chosen.value = id;
          }}
          onPick={(id, isOn) => {
            const next = new Set(topics.picked.peek());
            if (isOn) next.add(id);
            else next.delete(id);
            topics.picked.value = next;
          }}
        />
        <ChoiceCard library={library} choice={choice} />
      </div>
    </div>
  );
}

interface TopicsHeadProps {
  topics: TopicsState;
  isRegrouping: boolean;
  onRegroup: () => void;
}

function TopicsHead({ topics, isRegrouping, onRegroup }: TopicsHeadProps) {
  const { topics: list, levels, grouping, picked, merge } = topics;
  const count = list.value.length;
  const papers = grouping.value?.papers.length ?? 0;
  return (
    <header class="topics-head">
      <h2>{i18n.t('topics.count', count)}</h2>
      <span class="topics-sum">
        {[
          ...(levels.value.length < count ? [i18n.t('topics.themes', levels.value.length)] : []),
          i18n.t('topics.ofPapers', [papers.toLocaleString()]),
        ].join(' ')}
      </span>
      {picked.value.size > 1 && (
        <button
          type="button"
          class="button"
          data-kind="main"
          data-gloss="topics-merge"
          onClick={() => void merge([...picked.peek()])}
        >
          {i18n.t('topics.merge', [String(picked.value.size)])}
        </button>
      )}
      <button
        type="button"
        class="button"
        data-gloss="topics-regroup"
        aria-expanded={isRegrouping}
        onClick={onRegroup}
      >
        {i18n.t('topics.regroup')}
      </button>
    </header>
  );
}

/** The chosen topic or theme, or the papers that are in none. */
function ChoiceCard({ library, choice }: ViewProps & { choice: Choice }) {
  const { topics } = library;
  const grouping = topics.grouping.value;
  const members = {
    papers: grouping?.papers ?? [],
    call: library.call,
    open: library.route.value.paper,
    onOpen: (paper: string) => library.open(paper, { replace: true }),
  };
  const list = (name: string) => () => library.search(queryFor('topic', name));
  if (choice.is === 'none') return null;
  if (choice.is === 'theme')
    return (
      <ThemeCard
        key={choice.key}
        level={choice.level}
        {...members}
        actions={topics}
        onTopic={(id) => {
          topics.chosen.value = id;
        }}
        onList={list(topicName(choice.level.theme))}
      />
    );
  if (choice.is === 'topic')
    return (
      <TopicCard
        key={choice.key}
        topic={choice.topic}
        {...members}
        actions={topics}
        onList={list(topicName(choice.topic))}
      />
    );
  const rest = grouping?.stored.unclustered ?? [];
  return (
    <section class="topic-card" aria-label={i18n.t('popup.topics.rest', rest.length)}>
      <h3 class="topic-rest-head">{i18n.t('popup.topics.rest', rest.length)}</h3>
      <Members label={i18n.t('topics.members')} ids={rest} reasonsOf={null} {...members} />
    </section>
  );
}
