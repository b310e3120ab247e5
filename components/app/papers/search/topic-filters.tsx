import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { LibraryState } from '@/components/app/library/state';
import { TopicDot } from '@/components/app/topics/topic-dot';
import { standing, topicLeaf } from '@/domain/query/edit';
import { type Level, levelsOf } from '@/domain/topics/levels';
import { type Theme, type Topic, topicName } from '@/domain/topics/types';
import { Filter } from './filter';

/** Rows that show before "More". */
const FEW = 8;

/** Themes and topics as they were last grouped: the list doesn't group papers by itself. */
export function TopicFilters({ library }: { library: LibraryState }) {
  const [levels, setLevels] = useState<Level[]>([]);
  const [isAll, setAll] = useState(false);
  const changes = library.changes.value;
  const query = library.list.query.value;
  useEffect(() => {
    let isCurrent = true;
    void library.call('topics.load', null).then((answer) => {
      if (isCurrent && answer.ok) setLevels(answer.value ? levelsOf(answer.value) : []);
    });
    return () => {
      isCurrent = false;
    };
  }, [changes]);
  const rowOf = (named: Theme | Topic, isPart: boolean) => ({
    named,
    isPart,
    leaf: topicLeaf(topicName(named)),
  });
  // The topics of a theme show once it is chosen, or with everything.
  const isOpen = ({ theme, topics }: Level): boolean =>
    isAll || [theme, ...topics].some((one) => standing(query, topicLeaf(topicName(one))) !== null);
  const rows = levels
    .flatMap((level) => {
      const parts = level.topics.map((topic) => rowOf(topic, true));
      if (parts.length === 1) return parts.map((row) => ({ ...row, isPart: false }));
      return [rowOf(level.theme, false), ...(isOpen(level) ? parts : [])];
    })
    .filter(({ named }) => topicName(named) !== '');
  // One topic narrows nothing.
  if (rows.length < 2) return null;
  const shown = isAll ? rows : rows.filter(({ leaf }, at) => at < FEW || standing(query, leaf));
  return (
    <section class="filter-group" data-gloss="topic-filters">
      <h2>{i18n.t('library.filters.topics')}</h2>
      <ul>
        {shown.map(({ named, isPart, leaf }) => (
          <Filter
            key={`${isPart ? 'topic' : 'theme'} ${named.id}`}
            library={library}
            leaf={leaf}
            isOneOf
            isPart={isPart}
            label={topicName(named).split(' · ')[0] ?? ''}
            mark={<TopicDot colour={named.colour} />}
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
