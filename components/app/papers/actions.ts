import { i18n } from '#i18n';
import { aboutPaper } from '@/components/app/rows/title';
import type { BulkChange } from '@/domain/library';
import type { Highlight, LibraryPaper, PaperRef, PaperState, Status } from '@/domain/paper/paper';
import { ok, type Result } from '@/domain/result';
import type { LibraryPorts, Stepped, Steps } from '@/components/app/library/ports';

/** A paper as an action names it, with the facts that are known already. */
export const paperRefOf = ({
  keys,
  title,
  authors,
  abstract,
  links,
  listings,
}: LibraryPaper): PaperRef => ({
  keys,
  title,
  authors,
  abstract,
  links,
  listing: listings[0] ?? { site: 'library', url: '', title: '', at: 0 },
});

const stepped = (answer: Result<PaperState>): Result<Stepped> =>
  answer.ok ? ok({ count: 1, papers: [answer.value] }) : answer;

const statusWords = (status: Status | null): string => i18n.t(`library.did.${status ?? 'cleared'}`);

const tagWords = (name: string, isOn: boolean): string =>
  i18n.t(isOn ? 'dock.did.tagged' : 'dock.did.untagged', [name]);

/** The words for a change of papers. */
const changeOf = (did: (count: number) => string) => ({
  did,
  what: i18n.t('library.couldnt.change'),
});

/** What can be done with papers: each a step that one Undo takes back. */
export function createActions(
  { call, newId, now }: Pick<LibraryPorts, 'call' | 'newId' | 'now'>,
  { step }: Steps,
) {
  const papers = (count: number): string => i18n.t('library.papers', count);

  const bulk = (ids: readonly string[], change: BulkChange, did: string): Promise<boolean> =>
    step(
      (opId) => call('papers.bulk', { opId, ids: [...ids], change }),
      changeOf((count) => i18n.t('library.did.many', [did, papers(count)])),
    );

  return {
    setStatus: (paper: LibraryPaper, status: Status | null) =>
      step(
        async (opId) =>
          stepped(await call('paper.status', { opId, paper: paperRefOf(paper), status })),
        changeOf(() => aboutPaper(statusWords(status), paper.title)),
      ),
    setTag: (paper: LibraryPaper, name: string, on: boolean) =>
      step(
        async (opId) =>
          stepped(await call('paper.tag', { opId, paper: paperRefOf(paper), name, on })),
        changeOf(() => aboutPaper(tagWords(name, on), paper.title)),
      ),
    addHighlight: (
      paper: LibraryPaper,
      passage: Pick<Highlight, 'field' | 'quote' | 'position' | 'colour'>,
    ) =>
      step(
        async (opId) => {
          const about = { id: newId(), comment: '', createdAt: now().getTime() };
          const source = paper.listings[0]?.url ?? '';
          const highlight = { ...passage, ...about, source };
          return stepped(
            await call('highlight.add', { opId, paper: paperRefOf(paper), highlight }),
          );
        },
        changeOf(() => aboutPaper(i18n.t('dock.did.highlighted'), paper.title)),
      ),
    removeHighlight: (paper: LibraryPaper, id: string) =>
      step(
        async (opId) =>
          stepped(await call('highlight.remove', { opId, paper: paperRefOf(paper), id })),
        changeOf(() => aboutPaper(i18n.t('library.did.unhighlighted'), paper.title)),
      ),
    join: (ids: readonly string[]) =>
      step((opId) => call('paper.join', { opId, ids: [...ids] }), {
        did: () => i18n.t('library.did.joined'),
        what: i18n.t('library.couldnt.join'),
      }),
    split: (id: string) =>
      step((opId) => call('paper.split', { opId, id }), {
        did: () => i18n.t('library.did.split'),
        what: i18n.t('library.couldnt.split'),
      }),
    setStatuses: (ids: readonly string[], status: Status | null) =>
      bulk(ids, { kind: 'status', status }, statusWords(status)),
    setTags: (ids: readonly string[], name: string, on: boolean) =>
      bulk(ids, { kind: 'tag', name, on }, tagWords(name, on)),
    notice: (ids: readonly string[]) => bulk(ids, { kind: 'noticed' }, i18n.t('notice.did')),
    remove: (ids: readonly string[]) =>
      bulk(ids, { kind: 'delete' }, i18n.t('library.did.deleted')),
  };
}
