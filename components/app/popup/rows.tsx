import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Keyboard } from '@/components/app/keys/keyboard';
import { walk } from '@/components/app/rows/walk';
import type { LibraryPaper } from '@/domain/paper/paper';
import type { Query } from '@/domain/query/query';
import type { Doing } from './doing';
import { type Open, Row } from './row';
import { actOnRow } from './row-keys';
import './rows.css';

interface RowsProps {
  papers: readonly LibraryPaper[];
  addressOf: (paper: LibraryPaper) => string | null;
  siteAddressOf: (paper: LibraryPaper) => string | null;
  now: number;
  /** What the papers were found by. */
  query: Query;
  onOpen: Open;
  doing: Doing;
  keyboard: Keyboard;
  /** The end of the papers comes near. */
  onEnd: () => void;
  /** ArrowUp on the first row. */
  onLeave: () => void;
}

/** Rows that are made at once; more come as the list is scrolled. */
const STEP = 60;

const linksOf = (list: HTMLElement): HTMLElement[] => [
  ...list.querySelectorAll<HTMLElement>('[data-row-link]'),
];

/** Rows are made when nothing else is to be done, but no later than this, milliseconds: a key comes first. */
const LATEST = 200;

/** Calls when an element comes within half a window's height of what shows of the list. */
function useNearEnd(onNear: () => void, again: unknown) {
  const end = useRef<HTMLLIElement>(null);
  const near = useRef(onNear);
  near.current = onNear;
  useEffect(() => {
    if (!end.current) return undefined;
    let idle = 0;
    const observer = new IntersectionObserver(
      (entries) => {
        cancelIdleCallback(idle);
        if (entries.some(({ isIntersecting }) => isIntersecting))
          idle = requestIdleCallback(() => near.current(), { timeout: LATEST });
      },
      { root: end.current.closest('ul'), rootMargin: '300px' },
    );
    observer.observe(end.current);
    return () => {
      cancelIdleCallback(idle);
      observer.disconnect();
    };
  }, [again]);
  return end;
}

/** A list of papers that arrow keys walk; only the rows that were scrolled to are in the page. */
export function Rows({ papers, addressOf, siteAddressOf, now, query, onOpen, ...on }: RowsProps) {
  const [limit, setLimit] = useState(STEP);
  const [stop, setStop] = useState(0);
  const [hasActions] = useState(() => matchMedia('(hover: none)').matches);
  const end = useNearEnd(
    () => (limit < papers.length ? setLimit(limit + STEP) : on.onEnd()),
    `${limit} ${papers.length}`,
  );

  const shown = papers.slice(0, limit);
  return (
    <ul
      class="rows"
      aria-label={i18n.t('popup.list.label')}
      onKeyDown={(event) => {
        if (walk(event, linksOf(event.currentTarget))) on.onLeave();
        if (event.defaultPrevented || !(event.target instanceof Element)) return;
        const row = event.target.closest('[data-gloss="row"]');
        const paper = row && shown[[...event.currentTarget.children].indexOf(row)];
        if (paper && actOnRow(event, on.keyboard, { row, paper, doing: on.doing }))
          event.preventDefault();
      }}
      onFocusIn={(event) =>
        setStop(linksOf(event.currentTarget).indexOf(event.target as HTMLElement))
      }
    >
      {shown.map((paper, index) => (
        <Row
          key={paper.id || paper.keys[0]}
          paper={paper}
          address={addressOf(paper)}
          listedAt={siteAddressOf(paper)}
          now={now}
          isStop={index === Math.max(0, Math.min(stop, shown.length - 1))}
          hasActions={hasActions}
          query={query}
          onOpen={onOpen}
          doing={on.doing}
        />
      ))}
      <li ref={end} class="rows-end" aria-hidden="true" />
    </ul>
  );
}
