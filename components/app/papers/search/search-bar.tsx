import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { SearchInput } from '@/components/app/controls/search-input';
import { faultSentence } from '@/components/ui/text/query-fault';
import { hasWords } from '@/domain/query/query';
import { SORTS } from '@/domain/search/order';
import { DENSITIES } from '@/components/app/papers/list/density';
import { sortOf } from '@/components/app/papers/list/list-state';
import { Suggestions } from './suggestions';
import '@/components/app/controls/field.css';
import type { ViewProps } from '@/components/app/library/view-props';

/** Waits for the typing to pause, milliseconds. */
const TYPING = 80;

function Line({ library }: ViewProps) {
  const { count, isWhole, isKnown } = library.list.listed.value;
  const fault = library.list.fault.value;
  const indexing = library.indexing.value;
  if (fault)
    return (
      <p role="status" data-tone="alert" data-gloss="fault">
        {faultSentence(fault)}
      </p>
    );
  // A few papers that were changed are taken in at once: the count stays.
  if (indexing !== null && !isWhole)
    return <p role="status">{i18n.t('library.indexing', [indexing.toLocaleString()])}</p>;
  return (
    <p role="status" data-gloss="count">
      {isKnown && isWhole ? i18n.t('library.papers', count, [count.toLocaleString()]) : ''}
    </p>
  );
}

/** The search, how its answer is ordered, and how much it found. */
export function SearchBar({ library }: ViewProps) {
  const { query } = library.route.value;
  const hasBest = hasWords(library.list.query.value);
  const sort = sortOf(library.route.value);
  const [text, setText] = useState(query);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // What the filters or Back changed; not what is being typed.
    if (query !== text.trim()) setText(query);
  }, [query]);
  const isWanted = library.isSearchWanted.value;
  useEffect(() => {
    if (!isWanted) return;
    library.isSearchWanted.value = false;
    input.current?.focus();
  }, [isWanted]);
  const seek = (typed: string): void => {
    setText(typed);
    clearTimeout(timer.current);
    timer.current = setTimeout(
      () => library.go({ query: typed.trim() }, { replace: true }),
      TYPING,
    );
  };
  return (
    <search class="search-bar">
      <SearchInput
        input={input}
        text={text}
        placeholder={i18n.t('library.searchHint')}
        isInvalid={library.list.fault.value !== null}
        onSearch={seek}
        onDown={() => document.querySelector<HTMLElement>('[data-gloss="list"]')?.focus()}
      />
      <select
        class="field"
        aria-label={i18n.t('library.sort.label')}
        data-gloss="sort"
        value={sort === 'best' && !hasBest ? 'newest' : sort}
        onChange={({ currentTarget: { value } }) =>
          // A person who types words next wants the best matches again.
          library.go({ sort: value === 'newest' && !hasBest ? 'best' : value })
        }
      >
        {SORTS.filter((one) => one !== 'best' || hasBest).map((one) => (
          <option key={one} value={one}>
            {i18n.t(`library.sort.${one}`)}
          </option>
        ))}
      </select>
      <Suggestions text={text} tags={library.tags.value.map(({ name }) => name)} take={seek} />
      <div class="search-bar-line">
        <Line library={library} />
        <select
          class="field search-bar-density"
          aria-label={i18n.t('library.density.label')}
          data-gloss="density"
          value={library.density.value}
          onChange={({ currentTarget: { value } }) => library.setDensity(value)}
        >
          {DENSITIES.map((one) => (
            <option key={one} value={one}>
              {i18n.t(`library.density.${one}`)}
            </option>
          ))}
        </select>
      </div>
    </search>
  );
}
