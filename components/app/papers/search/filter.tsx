import { i18n } from '#i18n';
import type { LibraryState } from '@/components/app/library/state';
import { standing, queryText, withStanding } from '@/domain/query/edit';
import type { Leaf, Query } from '@/domain/query/query';

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
  /** Whether the filter is listed below one that includes it, as a topic below its theme. */
  isPart?: boolean;
}

/** One condition to press: pressed again it is lifted; its minus asks for papers without. */
export function Filter(props: FilterProps) {
  const { library, leaf, label, colour, count, mark, isOneOf = false, isPart = false } = props;
  const query = library.list.query.value;
  const state = standing(query, leaf);
  const put = (next: Query): void => library.go({ query: queryText(next) });
  const isOn = state === 'with' || state === 'any';
  return (
    <li class="filter" data-standing={state ?? 'none'} data-part={isPart}>
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
