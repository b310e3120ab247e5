import type { VNode } from 'preact';
import { i18n } from '#i18n';
import { Icon } from '@/components/in-page/marks/icons';
import { Drawn } from '@/components/in-page/layer/drawn';
import { MOST_ENTRIES } from '@/domain/limits';
import type { Counts, Filter } from '@/components/in-page/listing/looks/view';

/** How many papers the page lists; of a page that lists more than Gloss takes in, that these are the first. */
const Papers = ({ count, closed }: { count: number; closed: number }): VNode => {
  if (closed > 0)
    return (
      <span class="papers">{i18n.t('dock.closed', [String(count), closed.toLocaleString()])}</span>
    );
  const isCut = count >= MOST_ENTRIES;
  const number = count.toLocaleString();
  return (
    <span class="papers" {...(isCut ? { title: i18n.t('dock.cut', [number]) } : {})}>
      {isCut ? i18n.t('dock.first', [number]) : i18n.t('dock.papers', count)}
    </span>
  );
};

/** Kinds that are shown even with a count of 0. */
const ALWAYS: readonly Filter[] = ['new', 'saved'];
const ORDER: readonly Filter[] = ['new', 'saved', 'read', 'noted', 'watched', 'folded'];

/** Where the walk through one kind of entries is. */
export interface Walk {
  filter: Filter;
  /** From 1; 0 before the first. */
  at: number;
}

interface Props {
  counts: Counts;
  walk: Walk | null;
  /** In triage the bar already tells how many papers there are. */
  isInTriage: boolean;
  /** Goes to the next of a kind, or the one before. */
  go: (filter: Filter, step: 1 | -1) => void;
  stop: () => void;
}

/** A page on which a person asked for Gloss in vain. */
const Nothing = (): VNode => (
  <span class="counts">
    <span class="papers">{i18n.t('dock.none')}</span>
  </span>
);

/** How many entries there are of each kind; each is a way through them. */
export const CountLine = ({ counts, walk, isInTriage, go, stop }: Props): VNode =>
  counts.papers === 0 ? (
    <Nothing />
  ) : walk ? (
    <span class="counts">
      <button
        type="button"
        class="plain count"
        data-filter={walk.filter}
        aria-pressed="true"
        title={i18n.t('dock.next')}
        onClick={({ shiftKey }) => go(walk.filter, shiftKey ? -1 : 1)}
      >
        <Drawn
          text={i18n.t('dock.walk', [
            String(walk.at),
            i18n.t(`dock.${walk.filter}`, [String(counts[walk.filter])]),
          ])}
        />
      </button>
      <button
        type="button"
        class="plain icon-only"
        data-action="previous"
        aria-label={i18n.t('dock.previous')}
        onClick={() => go(walk.filter, -1)}
      >
        <Icon name="up" />
      </button>
      <button
        type="button"
        class="plain icon-only"
        data-action="next"
        aria-label={i18n.t('dock.next')}
        onClick={() => go(walk.filter, 1)}
      >
        <Icon name="down" />
      </button>
      <button
        type="button"
        class="plain icon-only"
        data-action="all"
        aria-label={i18n.t('dock.all')}
        onClick={stop}
      >
        <Icon name="dismiss" />
      </button>
    </span>
  ) : (
    <span class="counts">
      {!isInTriage && <Papers count={counts.papers} closed={counts.closed} />}
      {ORDER.filter((filter) => counts[filter] > 0 || ALWAYS.includes(filter)).map(
        (filter, index) => (
          <>
            {(index > 0 || !isInTriage) && (
              <span
                key={`${filter} dot`}
                class={ALWAYS.includes(filter) ? 'dot' : 'dot more'}
                aria-hidden="true"
              >
                ·
              </span>
            )}
            <button
              key={filter}
              type="button"
              class={ALWAYS.includes(filter) ? 'plain count' : 'plain count more'}
              data-filter={filter}
              disabled={counts[filter] === 0}
              title={i18n.t(filter === 'folded' ? 'dock.unfold' : 'dock.goThrough')}
              onClick={() => go(filter, 1)}
            >
              <Drawn text={i18n.t(`dock.${filter}`, [String(counts[filter])])} />
            </button>
          </>
        ),
      )}
    </span>
  );
