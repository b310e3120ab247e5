import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { aboutPaper, titleText } from '@/components/app/rows/title';
import { relativeDate } from '@/components/ui/text/words';
import { Empty } from '@/components/app/notices/empty';
import { type TrashedPaper, TRASH_DAYS } from '@/domain/library';
import './backup.css';
import type { ViewProps } from '@/components/app/library/view-props';

const PAGE = 100;

/** Keeps the focus in the list where its row is taken away: on the next row's button, or on the heading. */
function useKeptFocus(papers: readonly TrashedPaper[] | null) {
  const view = useRef<HTMLDivElement>(null);
  const left = useRef<number | null>(null);
  useLayoutEffect(() => {
    const at = left.current;
    if (at === null || document.activeElement !== document.body) return;
    left.current = null;
    const buttons = view.current?.querySelectorAll<HTMLElement>('[data-gloss="trash"] button');
    (buttons?.[Math.min(at, buttons.length - 1)] ?? view.current?.querySelector('h2'))?.focus();
  }, [papers]);
  return {
    view,
    leaveFrom: (at: number | null): void => {
      left.current = at;
    },
  };
}

/** Deleted papers: back into the library one by one, or gone for good all at once. */
export function Trash({ library }: ViewProps) {
  const [papers, setPapers] = useState<TrashedPaper[] | null>(null);
  const [next, setNext] = useState<number | null>(null);
  const [isSure, setSure] = useState(false);
  const load = useCallback(
    async (after: number | null) => {
      const answer = await library.call('trash.list', { after, limit: PAGE });
      if (!answer.ok) return library.refuse(i18n.t('backup.couldnt.trash'), answer.error);
      setPapers((known) => [...(after === null ? [] : (known ?? [])), ...answer.value.papers]);
      setNext(answer.value.next);
    },
    [library],
  );
  useEffect(() => void load(null), [load, library.changes.value]);
  const { view, leaveFrom } = useKeptFocus(papers);
  const restore = async ({ id, title }: TrashedPaper, at: number): Promise<void> => {
    leaveFrom(at);
    const isDone = await library.step((opId) => library.call('paper.restore', { opId, id }), {
      did: () => aboutPaper(i18n.t('library.history.restored'), title),
      what: i18n.t('backup.couldnt.bring'),
    });
    if (!isDone) leaveFrom(null);
  };
  const empty = async (): Promise<void> => {
    setSure(false);
    const answer = await library.call('trash.empty', null);
    if (!answer.ok) return library.refuse(i18n.t('backup.couldnt.empty'), answer.error);
    const count = i18n.t('library.papers', answer.value);
    library.notice.value = { tone: 'status', text: i18n.t('backup.trash.emptied', [count]) };
    library.changed();
  };
  return (
    <div class="backup-view" ref={view}>
      <header class="backup-head">
        <h2 tabIndex={-1}>{i18n.t('library.views.trash')}</h2>
        {papers && papers.length > 0 && (
          <button
            type="button"
            class="button"
            data-gloss="empty-trash"
            onClick={() => (isSure ? void empty() : setSure(true))}
          >
            {i18n.t(isSure ? 'backup.trash.sure' : 'backup.trash.empty')}
          </button>
        )}
      </header>
      <p class="backup-about">{i18n.t('backup.trash.about', [String(TRASH_DAYS)])}</p>
      {papers?.length === 0 && <Empty text={i18n.t('backup.trash.none')} />}
      <ul class="backup-list" data-gloss="trash">
        {papers?.map((paper, at) => (
          <li key={paper.id} class="backup-row">
            <span class="backup-title">{titleText(paper.title)}</span>
            <span class="backup-what">
              {[paper.authors[0], relativeDate(paper.removedAt, library.now().getTime())]
                .filter(Boolean)
                .join(' · ')}
            </span>
            <button
              type="button"
              class="button"
              data-kind="plain"
              onClick={() => void restore(paper, at)}
            >
              {i18n.t('backup.trash.restore')}
            </button>
          </li>
        ))}
      </ul>
      {next !== null && (
        <button type="button" class="button" data-kind="plain" onClick={() => void load(next)}>
          {i18n.t('backup.trash.more')}
        </button>
      )}
    </div>
  );
}
