import type { VNode } from 'preact';
import { i18n } from '#i18n';
import { Empty } from '@/components/ui/empty';
import { StatusMark } from '@/components/ui/status-mark';
import type { LibraryPaper } from '@/domain/paper';
import { problem } from './problem';
import { Rows } from './rows';
import type { PopupState } from './state';
import { addressOf, paperPageOf } from './text';
import type { ListedTopic } from './topics-state';

interface ListProps {
  state: PopupState;
  toSearch: () => void;
}

const listedAt = (paper: LibraryPaper): string | null => addressOf(paper);

const TODAY = 'https://arxiv.org/list/cs/new';

/** Papers that are kept, newest first. */
export const RecentList = ({ state, toSearch }: ListProps): VNode => {
  const { papers, failure, isKnown } = state.recent.listed.value;
  if (failure && papers.length === 0)
    return (
      <Empty
        tone="alert"
        text={problem(i18n.t('popup.couldnt.list'), failure)}
        action={{ label: i18n.t('popup.topics.again'), onPress: () => void state.recent.load() }}
      />
    );
  if (!isKnown) return <p class="waiting">{i18n.t('popup.list.asked')}</p>;
  if (papers.length === 0)
    return state.isFiltered.value ? (
      <Empty
        text={i18n.t('popup.empty.filtered')}
        action={{ label: i18n.t('popup.empty.clear'), onPress: state.clearFilters }}
      />
    ) : (
      <Empty
        picture={
          <>
            <StatusMark status={null} />
            <StatusMark status="saved" />
            <StatusMark status="read" />
          </>
        }
        text={i18n.t('popup.empty.recent')}
        action={{
          label: i18n.t('popup.empty.openArxiv'),
          onPress: () => state.open(TODAY, { background: false }),
        }}
      />
    );
  return (
    <Rows
      papers={papers}
      addressOf={addressOf}
      siteAddressOf={listedAt}
      now={state.now().getTime()}
      onOpen={state.open}
      onEnd={() => void state.recent.more()}
      onLeave={toSearch}
    />
  );
};

/** Papers of the page under the popup. */
export const PageList = ({ state, toSearch }: ListProps): VNode => {
  const papers = state.page.papers.value;
  if (papers.length === 0) return <Empty text={i18n.t('popup.empty.page')} />;
  return (
    <Rows
      papers={papers}
      addressOf={paperPageOf}
      siteAddressOf={paperPageOf}
      now={state.now().getTime()}
      onOpen={state.open}
      onEnd={() => undefined}
      onLeave={toSearch}
    />
  );
};

const countOf = (count: number): string => i18n.t('popup.topics.count', count, [String(count)]);

const TopicRow = ({
  topic,
  most,
  open,
}: {
  topic: ListedTopic;
  most: number;
  open: () => void;
}): VNode => (
  <li>
    <button type="button" class="topic" data-gloss="topic" onClick={open}>
      <span class="topic-head">
        <span class="topic-label">{topic.label}</span>
        <span class="topic-count">{countOf(topic.ids.length)}</span>
      </span>
      <span class="topic-bar" style={{ width: `${(100 * topic.ids.length) / most}%` }} />
      {topic.titles.map((title) => (
        <span key={title} class="topic-title">
          {title}
        </span>
      ))}
    </button>
  </li>
);

/** The library by subject; a topic narrows the list of papers to its own. */
export const TopicList = ({ state }: { state: PopupState }): VNode => {
  const kind = state.topics.kind.value;
  if (kind.is === 'asked') return <p class="waiting">{i18n.t('popup.topics.asked')}</p>;
  if (kind.is === 'failed')
    return (
      <Empty
        tone="alert"
        text={problem(i18n.t('popup.couldnt.topics'), kind.failure)}
        action={{ label: i18n.t('popup.topics.again'), onPress: () => state.show('topics') }}
      />
    );
  if (kind.topics.length === 0) return <Empty text={i18n.t('popup.empty.topics')} />;
  const most = Math.max(...kind.topics.map(({ ids }) => ids.length));
  const rest = kind.rest.length;
  return (
    <ul class="topics">
      {kind.topics.map((topic) => (
        <TopicRow
          key={topic.id}
          topic={topic}
          most={most}
          open={() => state.openTopic({ label: topic.label, ids: topic.ids })}
        />
      ))}
      {rest > 0 && <li class="topics-rest">{i18n.t('popup.topics.rest', rest, [String(rest)])}</li>}
    </ul>
  );
};
