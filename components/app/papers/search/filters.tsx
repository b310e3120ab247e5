import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { StatusMark } from '@/components/app/rows/status-mark';
import { STATUSES } from '@/domain/paper/paper';
import { chosenTags, joinTags, standing, queryText } from '@/domain/query/edit';
import { type Leaf, NEWS, HAS_PARTS } from '@/domain/query/query';
import { Searches } from './searches';
import type { LibraryState } from '@/components/app/library/state';
import { Filter } from './filter';
import { statusCount } from './status-count';
import { TopicFilters } from './topic-filters';
import './filters.css';

/** Names of a group that show before "More". */
const FEW = 8;
const DATES = ['today', '7d', '30d', '1y'] as const;

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
          onClick={() => library.go({ query: queryText(joinTags(query, !isAny)) })}
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

function Statuses({ library }: { library: LibraryState }) {
  const { facets } = library.list.listed.value;
  const query = library.list.query.value;
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
          count={statusCount(facets, query, status)}
        />
      ))}
    </Group>
  );
}

/** What lists tell that was not seen; no group where they tell nothing. */
function News({ library }: { library: LibraryState }) {
  const { facets } = library.list.listed.value;
  const query = library.list.query.value;
  const shown = NEWS.map((news) => ({ news, leaf: { is: 'new', news } as const })).filter(
    ({ news, leaf }) => facets?.new[news] || standing(query, leaf),
  );
  if (shown.length === 0) return null;
  return (
    <Group label={i18n.t('library.filters.new')}>
      {shown.map(({ news, leaf }) => (
        <Filter
          key={news}
          library={library}
          leaf={leaf}
          label={i18n.t(`library.filters.news.${news}`)}
          count={facets?.new[news]}
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
        <News library={library} />
        <Tags library={library} />
        <TopicFilters library={library} />
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
          {HAS_PARTS.map((part) => (
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
