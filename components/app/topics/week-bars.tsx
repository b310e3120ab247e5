import { i18n } from '#i18n';
import { type Topic, topicName } from '@/domain/topics/types';
import { hueOf } from './topic-dot';
import type { Growth } from '@/domain/topics/weeks';

interface WeekBarsProps {
  growth: Growth;
  topics: readonly Topic[];
  /** The chosen week, counted back from this one. */
  back: number;
  onChoose: (back: number) => void;
}

/** A bar a week, of the papers that came in, by topic. */
export function WeekBars({ growth: { weeks, counts }, topics, back, onChoose }: WeekBarsProps) {
  const sums = weeks.map((_, week) => counts.reduce((sum, row) => sum + (row[week] ?? 0), 0));
  const most = Math.max(1, ...sums);
  const day = (time: number): string =>
    new Date(time).toLocaleDateString(undefined, { day: 'numeric', month: 'short' });
  return (
    <ol class="week-bars" aria-label={i18n.t('weeks.growth')}>
      {weeks.map((start, week) => {
        const own = weeks.length - 1 - week;
        const parts = counts
          .map((row, topic) => ({ count: row[week] ?? 0, topic: topics[topic] }))
          .filter(({ count }) => count > 0);
        const told = parts
          .toSorted((a, b) => b.count - a.count)
          .map(({ count, topic }) => `${topic ? topicName(topic) : i18n.t('map.none')}: ${count}`);
        return (
          <li key={start}>
            <button
              type="button"
              aria-pressed={own === back}
              aria-label={[
                i18n.t('weeks.bar', [day(start), (sums[week] ?? 0).toLocaleString()]),
                ...told,
              ].join(', ')}
              title={[day(start), ...told.slice(0, 8)].join('\n')}
              onClick={() => onChoose(own)}
            >
              <span class="week-stack" style={{ height: `${(100 * (sums[week] ?? 0)) / most}%` }}>
                {parts.map(({ count, topic }) => (
                  <span
                    key={topic?.id ?? ''}
                    style={{
                      flexGrow: count,
                      background: hueOf(topic?.colour ?? null),
                    }}
                  />
                ))}
              </span>
              <span class="week-day" data-often={(own - back) % 8 !== 0}>
                {(own - back) % 4 === 0 ? day(start) : ''}
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
