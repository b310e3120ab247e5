import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { relativeDate } from '@/components/ui/text/words';
import type { HistoryEntry } from '@/domain/library';
import type { LibraryPaper, Status } from '@/domain/paper/paper';
import type { LibraryState } from '@/components/app/library/state';

/** Entries that are read at once. */
const PAGE = 20;
/** Longer texts are cut. */
const LENGTH = 80;

const short = (text: string): string =>
  text.length > LENGTH ? `${text.slice(0, LENGTH).trimEnd()}…` : text;
const statusName = (status: string): string =>
  i18n.t(`popup.status.${(status || 'none') as Status | 'none'}`);

/** What an entry says, in words. */
function sentence({ kind, from, to }: HistoryEntry): string {
  switch (kind) {
    case 'status':
      return i18n.t('library.history.status', [statusName(from), statusName(to)]);
    case 'note':
      return to === ''
        ? i18n.t('library.history.noteGone')
        : i18n.t('library.history.note', [short(to)]);
    case 'tag':
    case 'highlight':
      return i18n.t(`library.history.${kind}${to === '' ? 'Off' : 'On'}`, [short(to || from)]);
    case 'delete':
      return i18n.t(to === '' ? 'library.history.restored' : 'library.history.deleted');
    case 'noticed':
      return i18n.t('library.history.noticed');
    default:
      return i18n.t(`library.history.${kind}`, [short(from.replaceAll('\n', ' + '))]);
  }
}

/** The changes of a paper, newest first; a change that is still in force can be undone by itself. */
export function History({ library, paper }: { library: LibraryState; paper: LibraryPaper }) {
  const [entries, setEntries] = useState<HistoryEntry[]>([]);
  const [next, setNext] = useState<number | null>(null);
  const [isOpen, setOpen] = useState(false);
  const changes = library.changes.value;
  const read = async (before: number | null): Promise<void> => {
    const answer = await library.call('paper.history', { id: paper.id, before, limit: PAGE });
    if (!answer.ok) return library.refuse(i18n.t('library.couldnt.history'), answer.error);
    setEntries(before === null ? answer.value.entries : [...entries, ...answer.value.entries]);
    setNext(answer.value.next);
  };
  useEffect(() => {
    if (isOpen) void read(null);
  }, [isOpen, changes, paper.id]);
  const now = library.now().getTime();
  return (
    <details class="detail-history" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary data-gloss="history">{i18n.t('library.detail.history')}</summary>
      <ol>
        {entries.map((entry) => (
          <li key={`${entry.opId} ${entry.kind} ${entry.at}`} data-origin={entry.origin}>
            <span>{sentence(entry)}</span>
            <span class="detail-quiet">
              {entry.origin !== 'user' && `${i18n.t(`library.history.by.${entry.origin}`)} · `}
              {relativeDate(entry.at, now)}
            </span>
            {entry.canUndo &&
              (entry.kind === 'join' ? (
                <button
                  type="button"
                  class="quiet-button"
                  data-kind="link"
                  onClick={() => void library.actions.split(paper.id)}
                >
                  {i18n.t('library.history.part')}
                </button>
              ) : (
                <button
                  type="button"
                  class="quiet-button"
                  data-kind="link"
                  onClick={() => void library.undoStep(entry.opId)}
                >
                  {i18n.t(entry.isOfMany ? 'library.history.undoAll' : 'dock.undo')}
                </button>
              ))}
          </li>
        ))}
      </ol>
      {next !== null && (
        <button type="button" class="button" onClick={() => void read(next)}>
          {i18n.t('library.filters.more')}
        </button>
      )}
    </details>
  );
}
