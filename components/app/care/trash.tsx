import { useCallback, useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { titleText } from '@/components/app/rows/title';
import { relativeDate } from '@/components/ui/text/words';
import { Empty } from '@/components/app/notices/empty';
import { type TrashedPaper, TRASH_DAYS } from '@/domain/library';
import './backup.css';
import type { ViewProps } from '@/components/app/library/view-props';

const PAGE = 100;

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
  const restore = async (id: string): Promise<void> => {
    const answer = await library.call('paper.restore', { opId: crypto.randomUUID(), id });
    if (!answer.ok) return library.refuse(i18n.t('backup.couldnt.bring'), answer.error);
    library.changed();
  };
  const empty = async (): Promise<void> => {
    setSure(false);
    const answer = await library.call('trash.empty', null);
    if (!answer.ok) return library.refuse(i18n.t('backup.couldnt.empty'), answer.error);
    library.changed();
  };
  return (
    <div class="backup-view">
      <header class="backup-head">
        <h2>{i18n.t('library.views.trash')}</h2>
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
        {papers?.map(({ id, title, authors, removedAt }) => (
          <li key={id} class="backup-row">
            <span class="backup-title">{titleText(title)}</span>
            <span class="backup-what">
              {[authors[0], relativeDate(removedAt, library.now().getTime())]
                .filter(Boolean)
                .join(' · ')}
            </span>
            <button type="button" class="button" data-kind="plain" onClick={() => void restore(id)}>
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
