import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { TopicDot } from '@/components/app/topics/topic-dot';
import { StatusMark } from '@/components/ui/status-mark';
import { STATUSES } from '@/domain/paper/paper';
import {
  chosenTags,
  joinTags,
  standing,
  textOf,
  topicLeaf,
  withStanding,
} from '@/domain/query/edit';
import { type Leaf, PARTS, type Query } from '@/domain/query/query';
import { type Topic, topicName } from '@/domain/topics/types';
import { Searches } from './searches';
import type { LibraryState } from '@/components/app/library/state';
import './filters.css';

/** Names of a group that show before "More". */
const FEW = 8;
const DATES = ['today', '7d', '30d', '1y'] as const;

const sameKind =
  (leaf: Leaf) =>
  (other: Leaf): boolean =>
    other.is === leaf.is &&
    ((other.is !== 'date' && other.is !== 'named') ||
      ('field' in leaf && other.field === leaf.field));

interface FilterProps {
  library: LibraryState;
  leaf: Leaf;
  label: string;
  colour?: number;
  count?: number | undefined;
  mark?: preact.ComponentChildren;
  /** Whether it goes for others of its kind: a paper has one status. */
  isOneOf?: boolean;
}

/** One condition to press: pressed again it is lifted; its minus asks for papers without. */
function Filter({ library, leaf, label, colour, count, mark, isOneOf = false }: FilterProps) {
  const query = library.list.query.value;
  const state = standing(query, leaf);
  const put = (next: Query): void => library.go({ query: textOf(next) });
  const isOn = state === 'with' || state === 'any';
  return (
    <li class="filter" data-standing={state ?? 'none'}>
      <button
        type="button"
        aria-pressed={isOn}
        data-gloss={`filter-${label}`}
        style={colour === undefined ? undefined : { color: `var(--tag-${colour})` }}
        onClick={() =>
          put(withStanding(query, leaf, isOn ? null : 'with', isOneOf ? sameKind(leaf) : undefined))
        }
      >
        {mark}
        <span class="filter-label">{label}</span>
        {count !== undefined && <span class="filter-count">{count.toLocaleString()}</span>}
      </button>
      <button
        type="button"
        class="filter-not"
        aria-pressed={state === 'without'}
        aria-label={i18n.t('library.filters.without', [label])}
        title={i18n.t('library.filters.without', [label])}
        onClick={() => put(withStanding(query, leaf, state === 'without' ? null : 'without'))}
      >
        −
      </button>
    </li>
  );
}

function Group({ label, children }: { label: string; children: preact.ComponentChildren }) {
  return (
    <section class="filter-group">
      <h2>{label}</h2>
      <ul>{children}</ul>
    </section>
  );
}

function Tags({ library }: { library: LibraryState }) {
  const [isAll, setAll] = useState(false);
  const { facets } = library.list.listed.value;
  const query = library.list.query.value;
  const { tags: chosen, isAny } = chosenTags(query);
  const leafOf = (name: string): Leaf => ({
    is: 'named',
    field: 'tag',
    text: name,
    isQuoted: /[\s()]/.test(name),
  });
  const tags = library.tags.value
    .map((tag) => ({ tag, count: facets?.tag[tag.id] ?? 0, leaf: leafOf(tag.name) }))
    .toSorted((a, b) => b.count - a.count);
  if (tags.length === 0) return null;
  const shown = isAll ? tags : tags.filter(({ leaf }, at) => at < FEW || standing(query, leaf));
  return (
    <section class="filter-group">
      <h2>{i18n.t('library.filters.tags')}</h2>
      {chosen.length > 1 && (
        <button
          type="button"
          class="filter-join"
          aria-pressed={isAny}
          onClick={() => library.go({ query: textOf(joinTags(query, !isAny)) })}
        >
          {i18n.t(isAny ? 'library.filters.any' : 'library.filters.all')}
        </button>
      )}
      <ul>
        {shown.map(({ tag, count, leaf }) => (
          <Filter
            key={tag.id}
            library={library}
            leaf={leaf}
            label={`#${tag.name}`}
            colour={tag.colour}
            count={count}
          />
        ))}
      </ul>
      {tags.length > FEW && (
        <button type="button" class="filter-more" onClick={() => setAll(!isAll)}>
          {i18n.t(isAll ? 'library.filters.fewer' : 'library.filters.more')}
        </button>
      )}
    </section>
  );
}

/** Topics as they were last grouped: the list doesn't group papers by itself. */
function Topics({ library }: { library: LibraryState }) {
  const [topics, setTopics] = useState<Topic[]>([]);
  const [isAll, setAll] = useState(false);
  const changes = library.changes.value;
  const query = library.list.query.value;
  useEffect(() => {
    let isCurrent = true;
    void library.call('topics.load', null).then((answer) => {
      if (isCurrent && answer.ok) setTopics(answer.value?.topics ?? []);
    });
    return () => {
      isCurrent = false;
    };
  }, [changes]);
  const rows = topics
    .filter((topic) => topicName(topic) !== '')
    .map((topic) => ({ topic, leaf: topicLeaf(topicName(topic)) }));
  // One topic narrows nothing.
  if (rows.length < 2) return null;
  const shown = isAll ? rows : rows.filter(({ leaf }, at) => at < FEW || standing(query, leaf));
  return (
    <section class="filter-group" data-gloss="topic-filters">
      <h2>{i18n.t('library.filters.topics')}</h2>
      <ul>
        {shown.map(({ topic, leaf }) => (
          <Filter
            key={topic.id}
            library={library}
            leaf={leaf}
            isOneOf
            label={topicName(topic).split(' · ')[0] ?? ''}
            mark={<TopicDot colour={topic.colour} />}
          />
        ))}
      </ul>
      {rows.length > FEW && (
        <button type="button" class="filter-more" onClick={() => setAll(!isAll)}>
          {i18n.t(isAll ? 'library.filters.fewer' : 'library.filters.more')}
        </button>
      )}
    </section>
  );
}

function Statuses({ library }: { library: LibraryState }) {
  const { facets } = library.list.listed.value;
  return (
    <Group label={i18n.t('popup.status.label')}>
      {[...STATUSES, null].map((status) => (
        <Filter
          key={status}
          library={library}
          isOneOf
          leaf={{ is: 'status', status }}
          label={i18n.t(`popup.status.${status ?? 'none'}`)}
          mark={<StatusMark status={status} />}
          count={
            // Those that stand nowhere else are counted only when they are asked for.
            status === 'dismissed' && !facets?.status['dismissed']
              ? undefined
              : facets?.status[status ?? 'none']
          }
        />
      ))}
    </Group>
  );
}

/** The sites that most papers were met on. */
function Sites({ library }: { library: LibraryState }) {
  const { facets } = library.list.listed.value;
  const sites = Object.entries(facets?.site ?? {})
    .filter(([site]) => site.includes('.'))
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, FEW);
  if (sites.length === 0) return null;
  return (
    <Group label={i18n.t('library.filters.sites')}>
      {sites.map(([site, count]) => (
        <Filter
          key={site}
          library={library}
          leaf={{ is: 'named', field: 'site', text: site, isQuoted: false }}
          label={site}
          count={count}
        />
      ))}
    </Group>
  );
}

/** What the list can be narrowed to; each press changes the query's text. */
export function Filters({ library }: { library: LibraryState }) {
  const [isOpen, setOpen] = useState(false);
  const { facets } = library.list.listed.value;
  return (
    <>
      <button
        type="button"
        class="button filters-toggle"
        data-gloss="filters"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {i18n.t('library.filters.label')}
      </button>
      <section
        class="filters-column"
        data-open={isOpen}
        aria-label={i18n.t('library.filters.label')}
        onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}
      >
        <Searches library={library} />
        <Statuses library={library} />
        <Tags library={library} />
        <Topics library={library} />
        <Group label={i18n.t('library.filters.saved')}>
          {DATES.map((range) => (
            <Filter
              key={range}
              library={library}
              isOneOf
              leaf={{ is: 'date', field: 'saved', range }}
              label={i18n.t(`library.filters.dates.${range}`)}
            />
          ))}
        </Group>
        <Group label={i18n.t('library.filters.has')}>
          {PARTS.map((part) => (
            <Filter
              key={part}
              library={library}
              leaf={{ is: 'has', part }}
              label={i18n.t(`library.filters.parts.${part}`)}
              count={facets?.has[part]}
            />
          ))}
        </Group>
        <Sites library={library} />
      </section>
    </>
  );
}
