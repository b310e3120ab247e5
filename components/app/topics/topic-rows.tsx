import { i18n } from '#i18n';
import { walk } from '@/components/app/rows/walk';
import type { Level } from '@/domain/topics/levels';
import { type Topic, topicName } from '@/domain/topics/types';
import { hueOf, TopicDot } from './topic-dot';

interface TopicRowsProps {
  levels: readonly Level[];
  chosen: string | null;
  picked: ReadonlySet<string>;
  /** Papers that are in no topic: the last row, chosen by `REST`. */
  rest: number;
  onChoose: (id: string) => void;
  onPick: (id: string, isOn: boolean) => void;
}

/** Names what is in no topic. */
export const REST = 'rest';

/** Names a theme among what can be chosen. */
export const themeKey = (id: string): string => `theme:${id}`;

/** Themes as bars, as long as their share beside the largest, with their topics below; a theme of one topic is that. */
export function TopicRows(props: TopicRowsProps) {
  const { levels, chosen, rest, onChoose } = props;
  const largest = Math.max(1, ...levels.map(({ members }) => members.length));
  return (
    <ul
      class="topic-rows"
      aria-label={i18n.t('topics.list')}
      onKeyDown={(event) => void walk(event, [...event.currentTarget.querySelectorAll('button')])}
    >
      {levels.map((level) => {
        const [only] = level.topics;
        return level.topics.length === 1 && only ? (
          <TopicRow key={only.id} {...props} topic={only} share={only.members.length / largest} />
        ) : (
          <ThemeRows key={level.theme.id} {...props} level={level} largest={largest} />
        );
      })}
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

function ThemeRows({
  level: { theme, topics, members },
  largest,
  ...props
}: TopicRowsProps & { level: Level; largest: number }) {
  const key = themeKey(theme.id);
  const isChosen = props.chosen === key;
  return (
    <li class="theme-rows">
      <div class="theme-row" data-chosen={isChosen}>
        <button
          type="button"
          data-gloss="theme-row"
          aria-current={isChosen}
          onClick={() => props.onChoose(key)}
        >
          <Head name={topicName(theme)} count={members.length} />
          <Bar share={members.length / largest} colour={theme.colour} />
        </button>
      </div>
      <ul aria-label={topicName(theme)}>
        {topics.map((topic) => (
          <TopicRow key={topic.id} {...props} topic={topic} share={null} />
        ))}
      </ul>
    </li>
  );
}

/** A topic; without a share it is listed below its theme, with its mark instead of a bar. */
function TopicRow({
  topic,
  share,
  chosen,
  picked,
  onChoose,
  onPick,
}: TopicRowsProps & { topic: Topic; share: number | null }) {
  const name = topicName(topic);
  return (
    <li data-chosen={topic.id === chosen}>
      <input
        type="checkbox"
        aria-label={i18n.t('topics.pick', [name])}
        checked={picked.has(topic.id)}
        onChange={(event) => onPick(topic.id, event.currentTarget.checked)}
      />
      <button
        type="button"
        data-gloss="topic-row"
        aria-current={topic.id === chosen}
        onClick={() => onChoose(topic.id)}
      >
        <Head
          name={name || i18n.t('topics.unnamed')}
          count={topic.members.length}
          colour={share === null ? topic.colour : null}
          isPinned={topic.pinned === true}
        />
        {share !== null && <Bar share={share} colour={topic.colour} />}
      </button>
    </li>
  );
}

interface HeadProps {
  name: string;
  count: number;
  colour?: number | null;
  isPinned?: boolean;
}

const Head = ({ name, count, colour = null, isPinned = false }: HeadProps) => (
  <span class="topic-row-head">
    {colour !== null && <TopicDot colour={colour} />}
    <span class="topic-row-name">{name}</span>
    {isPinned && <span class="topic-pin" aria-label={i18n.t('topics.isPinned')} />}
    <span class="topic-row-count">{count.toLocaleString()}</span>
  </span>
);

const Bar = ({ share, colour }: { share: number; colour: number }) => (
  <span class="topic-row-bar" aria-hidden="true">
    <span style={{ width: `${100 * share}%`, background: hueOf(colour) }} />
  </span>
);
