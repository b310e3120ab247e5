import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { problem } from '@/components/ui/problem';
import { CopyDiagnostics } from '@/components/ui/copy-diagnostics';
import { Empty } from '@/components/ui/empty';
import { queryFor } from '@/domain/query/edit';
import { topicName } from '@/domain/topics/types';
import { ENOUGH } from './grouping';
import { Regroup } from './regroup';
import { TopicCard } from './topic-card';
import { TopicDot } from './topic-dot';
import { Members } from './topic-members';
import { ThemeCard } from './theme-card';
import { REST, themeKey, TopicRows } from './topic-rows';

import './palette.css';
import './topics.css';
import type { ViewProps } from '@/components/app/library/view-props';

const dots = [0, 2, 3].map((colour) => <TopicDot key={colour} colour={colour} />);

/** What stands in place of a view of topics while there is nothing to show; `null` when there is. */
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

/** Topics of the library: their list, the chosen one whole, and everything that can be done about them. */
export function TopicsView({ library }: ViewProps) {
  const { topics } = library;
  const [isRegrouping, setRegrouping] = useState(false);
  const instead = useTopics({ library }, ENOUGH);
  if (instead) return instead;
  const list = topics.topics.value;
  const grouping = topics.grouping.value;
  const rest = grouping?.stored.unclustered ?? [];
  const isRest = rest.length > 0 && (topics.chosen.value === REST || list.length === 0);
  const chosen = isRest
    ? undefined
    : (list.find(({ id }) => id === topics.chosen.value) ?? list[0]);
  const levels = topics.levels.value;
  const theme = isRest
    ? undefined
    : levels.find((level) => topics.chosen.value === themeKey(level.theme.id));
  const members = {
    papers: grouping?.papers ?? [],
    call: library.call,
    open: library.route.value.paper,
    onOpen: (paper: string) => library.open(paper, { replace: true }),
  };
  const picked = topics.picked.value;
  const shown = isRegrouping || topics.preview.value.is !== 'none';
  return (
    <div class="topics-view">
      <header class="topics-head">
        <h2>{i18n.t('topics.count', list.length)}</h2>
        <span class="topics-sum">
          {[
            ...(levels.length < list.length ? [i18n.t('topics.themes', levels.length)] : []),
            i18n.t('topics.ofPapers', [(grouping?.papers.length ?? 0).toLocaleString()]),
          ].join(' ')}
        </span>
        {picked.size > 1 && (
          <button
            type="button"
            class="button"
            data-kind="main"
            data-gloss="topics-merge"
            onClick={() => void topics.merge([...picked])}
          >
            {i18n.t('topics.merge', [String(picked.size)])}
          </button>
        )}
        <button
          type="button"
          class="button"
          data-gloss="topics-regroup"
          aria-expanded={shown}
          onClick={() => {
            setRegrouping(!shown);
            topics.forgetPreview();
          }}
        >
          {i18n.t('topics.regroup')}
        </button>
      </header>
      {shown && <Regroup topics={topics} onDone={() => setRegrouping(false)} />}
      <div class="topics-body">
        <TopicRows
          levels={levels}
          chosen={isRest ? REST : theme ? themeKey(theme.theme.id) : (chosen?.id ?? null)}
          picked={picked}
          rest={rest.length}
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
        {theme && (
          <ThemeCard
            key={theme.theme.id}
            level={theme}
            {...members}
            actions={topics}
            onTopic={(id) => {
              topics.chosen.value = id;
            }}
            onList={() => library.search(queryFor('topic', topicName(theme.theme)))}
          />
        )}
        {chosen && !theme && (
          <TopicCard
            key={chosen.id}
            topic={chosen}
            {...members}
            actions={topics}
            onList={() => library.search(queryFor('topic', topicName(chosen)))}
          />
        )}
        {isRest && (
          <section class="topic-card" aria-label={i18n.t('popup.topics.rest', rest.length)}>
            <h3 class="topic-rest-head">{i18n.t('popup.topics.rest', rest.length)}</h3>
            <Members label={i18n.t('topics.members')} ids={rest} reasonsOf={null} {...members} />
          </section>
        )}
      </div>
    </div>
  );
}
