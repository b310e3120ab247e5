import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { NoteEditor } from '@/components/app/papers/detail/note-editor';
import { Pieces } from '@/components/app/rows/pieces';
import type { LibraryPaper, Status } from '@/domain/paper/paper';
import type { Query } from '@/domain/query/query';
import { snippetOf } from '@/domain/query/snippet';
import { StatusMark } from '@/components/app/rows/status-mark';
import { authorsLine, printedLine } from '@/components/app/rows/byline';
import { noticesText } from '@/components/ui/text/notice-words';
import { noteLine, titleText } from '@/components/app/rows/title';
import { relativeDate, siteOf } from '@/components/ui/text/words';
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
  /** Whether what can be done shows before the pointer or the focus is here: where no pointer hovers. */
  hasActions: boolean;
  query: Query;
  onOpen: Open;
  doing: Doing;
}

const statusName = (status: Status | null): string =>
  status === null ? i18n.t('popup.status.none') : i18n.t(`popup.status.${status}`);

/** Who wrote it, when and where it appeared, else where it was met; when it was kept. */
function Facts({ paper, listedAt, now }: Pick<RowProps, 'paper' | 'listedAt' | 'now'>) {
  const [who, printed] = [authorsLine(paper.authors), printedLine(paper)];
  const site = printed === '' ? siteOf(listedAt) : '';
  const at = paper.savedAt ?? paper.updatedAt;
  return (
    <p class="row-facts">
      {who !== '' && <span class="row-authors">{who}</span>}
      {printed !== '' && <span class="row-printed">{printed}</span>}
      {site !== '' && <span class="row-printed">{site}</span>}
      {at > 0 && <time dateTime={new Date(at).toISOString()}>{relativeDate(at, now)}</time>}
    </p>
  );
}

/** What lists told of it since, and what the person added: tags, and the note's first words. */
function Own({
  paper,
  now,
  isNoteShown,
}: Pick<RowProps, 'paper' | 'now'> & { isNoteShown: boolean }) {
  const news = noticesText(paper.notices, now);
  const note = isNoteShown ? noteLine(paper.note.text) : '';
  if (news === '' && note === '' && paper.tags.length === 0) return null;
  return (
    <p class="row-own">
      {news !== '' && <span class="row-news">{news}</span>}
      {paper.tags.length > 0 && (
        <span class="row-tags">
          {paper.tags.map(({ id, name, colour }) => (
            <span key={id} style={{ color: `var(--tag-${colour})` }}>
              #{name}{' '}
            </span>
          ))}
        </span>
      )}
      {note !== '' && <span class="row-note">{note}</span>}
    </p>
  );
}

/** One paper in a list: its mark and title, where it appeared, and what the person added to it. */
export function Row({ paper, address, listedAt, now, isStop, query, onOpen, ...row }: RowProps) {
  const { doing } = row;
  const snippet = snippetOf(paper, query);
  const [isNoting, setNoting] = useState(false);
  // Seven buttons a row are most of what a list costs: they are made where they can be pressed.
  const [isReached, setReached] = useState(false);
  const reach = (): void => setReached(true);
  const link = useRef<HTMLAnchorElement>(null);
  function open(event: MouseEvent): void {
    event.preventDefault();
    const background = event.ctrlKey || event.metaKey || event.button === 1;
    if (address !== null && event.button < 2) onOpen(address, { background });
  }
  return (
    <li
      class="row"
      data-gloss="row"
      data-status={paper.status ?? 'none'}
      onPointerEnter={reach}
      onFocusIn={reach}
    >
      <StatusMark status={paper.status} label={statusName(paper.status)} />
      <div class="row-body">
        <a
          ref={link}
          class="row-title"
          data-row-link
          {...(address === null
            ? ({ role: 'link', 'aria-disabled': true } as const)
            : { href: address })}
          tabIndex={isStop ? 0 : -1}
          title={titleText(paper.title)}
          onClick={open}
          onAuxClick={open}
        >
          {paper.title === '' ? i18n.t('popup.row.untitled') : <Pieces pieces={snippet.title} />}
        </a>
        <Facts paper={paper} listedAt={listedAt} now={now} />
        <Own paper={paper} now={now} isNoteShown={!isNoting && snippet.field !== 'note'} />
        {snippet.field !== null && (
          <p class="row-snippet">
            <Pieces pieces={snippet.text} />
          </p>
        )}
        {isNoting && (
          <NoteEditor
            paper={paper}
            save={(base, text) => doing.saveNote(paper, base, text)}
            close={() => {
              setNoting(false);
              link.current?.focus();
            }}
          />
        )}
      </div>
      {!isNoting && (isStop || isReached || row.hasActions) && (
        <RowActions paper={paper} isStop={isStop} doing={doing} note={() => setNoting(true)} />
      )}
    </li>
  );
}
