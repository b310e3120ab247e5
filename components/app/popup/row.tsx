import { i18n } from '#i18n';
import { Pieces } from '@/components/ui/pieces';
import type { LibraryPaper, Status } from '@/domain/paper/paper';
import type { Query } from '@/domain/query/query';
import { snippetOf } from '@/domain/query/snippet';
import { StatusMark } from '@/components/ui/status-mark';
import { byline } from '@/components/ui/byline';
import { noticesText } from '@/components/ui/notice-words';
import { firstWords, relativeDate, siteOf } from '@/components/ui/words';
import type { Doing } from './doing';
import { RowActions } from './row-actions';
import './row.css';

/** Opens an address; in the background where the person asked for that with a key or the middle button. */
export type Open = (url: string, options: { background: boolean }) => void;

interface RowProps {
  paper: LibraryPaper;
  /** What a press opens; `null` when there is nothing to open. */
  address: string | null;
  /** Shown as its site. */
  listedAt: string | null;
  now: number;
  /** Whether the Tab key stops here. */
  isStop: boolean;
  query: Query;
  onOpen: Open;
  doing: Doing;
}

const statusName = (status: Status | null): string =>
  status === null ? i18n.t('popup.status.none') : i18n.t(`popup.status.${status}`);

function Facts({ paper, listedAt, now }: Pick<RowProps, 'paper' | 'listedAt' | 'now'>) {
  const [site, at] = [siteOf(listedAt), paper.savedAt ?? paper.updatedAt];
  const note = firstWords(paper.note.text);
  const who = byline(paper);
  const news = noticesText(paper.notices, now);
  return (
    <p class="row-second">
      <span class="row-facts">
        {news !== '' && <span class="row-news">{news}</span>}
        {who !== '' && news === '' && <span class="row-byline">{who}</span>}
        {site !== '' && <span>{site}</span>}
        {paper.tags.length > 0 && (
          <span class="row-tags">
            {paper.tags.map(({ id, name, colour }) => (
              <span key={id} style={{ color: `var(--tag-${colour})` }}>
                #{name}{' '}
              </span>
            ))}
          </span>
        )}
        {at > 0 && <time dateTime={new Date(at).toISOString()}>{relativeDate(at, now)}</time>}
      </span>
      {note !== '' && <span class="row-note">{note}</span>}
    </p>
  );
}

/** One paper in a list: its mark and title, then site, time and the person's note. */
export function Row({ paper, address, listedAt, now, isStop, query, onOpen, doing }: RowProps) {
  const snippet = snippetOf(paper, query);
  function open(event: MouseEvent): void {
    event.preventDefault();
    const background = event.ctrlKey || event.metaKey || event.button === 1;
    if (address !== null && event.button < 2) onOpen(address, { background });
  }
  return (
    <li class="row" data-gloss="row" data-status={paper.status ?? 'none'}>
      <StatusMark status={paper.status} label={statusName(paper.status)} />
      <div class="row-body">
        <a
          class="row-title"
          data-row-link
          {...(address === null
            ? ({ role: 'link', 'aria-disabled': true } as const)
            : { href: address })}
          tabIndex={isStop ? 0 : -1}
          title={paper.title}
          onClick={open}
          onAuxClick={open}
        >
          {paper.title === '' ? i18n.t('popup.row.untitled') : <Pieces pieces={snippet.title} />}
        </a>
        <Facts paper={paper} listedAt={listedAt} now={now} />
        {snippet.field !== null && (
          <p class="row-snippet">
            <Pieces pieces={snippet.text} />
          </p>
        )}
      </div>
      <RowActions paper={paper} isStop={isStop} doing={doing} />
    </li>
  );
}
