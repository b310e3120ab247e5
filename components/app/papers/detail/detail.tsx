import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { papersById } from '@/components/app/papers-by-id';
import { titleText } from '@/components/app/rows/title';
import { InZotero } from '@/components/app/zotero/marks';
import { StatusMark } from '@/components/app/rows/status-mark';
import { type LibraryPaper, STATUSES } from '@/domain/paper/paper';
import { decide } from '@/components/app/papers/decide';
import { HighlightedText } from './highlighted-text';
import { History } from './history';
import { NewsPart } from './news-part';
import { NotePart } from './note-part';
import { Passages } from './passages';
import { Places } from './paper-places';
import type { LibraryState } from '@/components/app/library/state';
import { PaperActions } from './paper-actions';
import { Printed } from './printed';
import { TagPart } from './tag-part';
import './detail.css';

/** The chosen paper as it is now. `undefined` while it is asked for. */
function usePaper(library: LibraryState): LibraryPaper | null | undefined {
  const { paper: id } = library.route.value;
  const { version } = library.list.listed.value;
  const changes = library.changes.value;
  const [read, setRead] = useState<LibraryPaper | null | undefined>(undefined);
  useEffect(() => {
    if (id === null) return undefined;
    let isCurrent = true;
    void papersById(library.call, [id]).then((answer) => {
      if (isCurrent) setRead(answer.ok ? (answer.value[0] ?? null) : null);
    });
    return () => {
      isCurrent = false;
    };
  }, [id, changes]);
  void version;
  if (id === null) return null;
  // The list knows it at once; what was read is newer where both are of one paper.
  const isOf = read && (read.id === id || read.keys.includes(id));
  return isOf ? read : (library.list.paper(id) ?? (read === null ? null : undefined));
}

function Status({ library, paper }: { library: LibraryState; paper: LibraryPaper }) {
  return (
    <div class="detail-status" role="group" aria-label={i18n.t('popup.status.label')}>
      {STATUSES.map((status) => (
        <button
          key={status}
          type="button"
          class="chip"
          data-gloss={`status-${status}`}
          aria-pressed={paper.status === status}
          onClick={() => void decide(library, paper, { status, isAdvancing: false })}
        >
          <StatusMark status={status} />
          {i18n.t(`popup.status.${status}`)}
        </button>
      ))}
      <button
        type="button"
        class="chip detail-delete"
        data-gloss="delete"
        onClick={() => void library.actions.remove([paper.id])}
      >
        {i18n.t('library.bulk.delete')}
      </button>
    </div>
  );
}

/** The chosen paper, whole: its facts, the person's status, tags and notes, the pages that list it, its history. */
export function Detail({ library }: { library: LibraryState }) {
  const paper = usePaper(library);
  if (paper === undefined) return null;
  if (paper === null)
    return (
      <p class="detail-none">
        {i18n.t(library.route.value.paper === null ? 'library.detail.none' : 'library.detail.gone')}
      </p>
    );
  return (
    <article
      class="detail-paper"
      data-gloss="detail"
      tabIndex={-1}
      aria-label={titleText(paper.title)}
      key={paper.id}
    >
      {paper.title === '' ? (
        <h2>{i18n.t('popup.row.untitled')}</h2>
      ) : (
        <HighlightedText library={library} paper={paper} field="title" />
      )}
      <p class="detail-authors">
        {paper.authors.join(', ')} <InZotero paper={paper} />
      </p>
      <Printed paper={paper} />
      <NewsPart library={library} paper={paper} />
      <PaperActions paper={paper} />
      <Status library={library} paper={paper} />
      <TagPart library={library} paper={paper} />
      <NotePart library={library} paper={paper} />
      <Passages library={library} paper={paper} />
      <Places library={library} paper={paper} />
      <History library={library} paper={paper} />
    </article>
  );
}
