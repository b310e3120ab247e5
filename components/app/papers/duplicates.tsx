import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { papersById } from '@/components/app/papers-by-id';
import { titleText } from '@/components/app/rows/title';
import { Empty } from '@/components/app/notices/empty';
import { siteOf } from '@/components/ui/text/words';
import type { LibraryPaper } from '@/domain/paper/paper';
import type { LibraryState } from '@/components/app/library/state';
import './duplicates.css';
import type { ViewProps } from '@/components/app/library/view-props';

/** Groups that are shown at once. */
const SHOWN = 50;

/** What is kept of a paper, in short: it helps to choose. */
const keptOf = (paper: LibraryPaper): string =>
  [
    i18n.t(`popup.status.${paper.status ?? 'none'}`),
    ...paper.tags.map(({ name }) => `#${name}`),
    ...(paper.note.text === '' ? [] : [i18n.t('library.fields.note')]),
    ...(paper.highlights.length === 0
      ? []
      : [i18n.t('library.duplicates.highlights', paper.highlights.length)]),
  ].join(' · ');

function Group({
  library,
  papers,
  onDifferent,
}: {
  library: LibraryState;
  papers: LibraryPaper[];
  onDifferent: () => void;
}) {
  const ids = papers.map(({ id }) => id);
  return (
    <li class="duplicates-group" data-gloss="duplicates">
      <ul>
        {papers.map((paper) => (
          <li key={paper.id}>
            <button type="button" onClick={() => library.open(paper.id, { replace: true })}>
              {titleText(paper.title)}
            </button>
            <p>
              {paper.authors.slice(0, 3).join(', ')}
              {paper.authors.length > 3 && ' …'}
            </p>
            <p>
              <code>{paper.keys[0]}</code> · {siteOf(paper.listings[0]?.url ?? null)} ·{' '}
              {keptOf(paper)}
            </p>
          </li>
        ))}
      </ul>
      <div class="duplicates-actions">
        <button
          type="button"
          class="button"
          data-kind="main"
          onClick={() => void library.actions.join(ids)}
        >
          {i18n.t('library.bulk.join')}
        </button>
        <button type="button" class="button" onClick={onDifferent}>
          {i18n.t('library.duplicates.different')}
        </button>
      </div>
    </li>
  );
}

/** Papers that look like one: a person says whether they are. */
export function Duplicates({ library }: ViewProps) {
  const [groups, setGroups] = useState<LibraryPaper[][] | null>(null);
  const changes = library.changes.value;
  const look = async (isCurrent: () => boolean): Promise<void> => {
    const found = (await library.findDuplicates()).slice(0, SHOWN);
    const answer = await papersById(library.call, found.flat());
    if (!isCurrent()) return;
    if (!answer.ok) return library.refuse(i18n.t('library.couldnt.duplicates'), answer.error);
    const byId = new Map(answer.value.map((paper) => [paper.id, paper]));
    setGroups(
      found
        .map((ids) => ids.flatMap((id) => byId.get(id) ?? []))
        .filter((papers) => papers.length > 1),
    );
  };
  useEffect(() => {
    let isCurrent = true;
    void look(() => isCurrent);
    return () => {
      isCurrent = false;
    };
  }, [changes]);
  const setDifferent = async (ids: string[], different: boolean): Promise<void> => {
    const answer = await library.call('papers.different', { ids, different });
    if (!answer.ok) return library.refuse(i18n.t('library.couldnt.duplicates'), answer.error);
    library.notice.value = different
      ? {
          tone: 'status',
          text: i18n.t('library.duplicates.kept'),
          undo: () => void setDifferent(ids, false),
        }
      : null;
    library.changes.value += 1;
  };
  if (groups === null)
    return (
      <p class="waiting" role="status">
        {i18n.t('library.duplicates.asked')}
      </p>
    );
  if (groups.length === 0) return <Empty text={i18n.t('library.duplicates.none')} />;
  return (
    <div class="duplicates">
      <h2>{i18n.t('library.views.duplicates')}</h2>
      <p>{i18n.t('library.duplicates.about')}</p>
      <ol>
        {groups.map((papers) => (
          <Group
            key={papers.map(({ id }) => id).join(' ')}
            library={library}
            papers={papers}
            onDifferent={() =>
              void setDifferent(
                papers.map(({ id }) => id),
                true,
              )
            }
          />
        ))}
      </ol>
    </div>
  );
}
