import type { Signal } from '@preact/signals';
import { i18n } from '#i18n';
import { aboutPaper, aboutTurn } from '@/components/app/rows/title';
import { paperRefOf } from '@/components/app/papers/actions';
import { problem } from '@/components/app/notices/problem';
import type { LibraryPaper, PaperState, Status } from '@/domain/paper/paper';
import type { Result } from '@/domain/result';
import type { StatusLine, Ports } from './ports';

/** What a row of a list can do with its paper. */
export interface Doing {
  /** Where `show` leads: to the paper's entry on the page, or to the paper in the library. */
  place: 'page' | 'library';
  setStatus: (paper: LibraryPaper, status: Status | null) => void;
  tag: (paper: LibraryPaper, name: string) => void;
  /** Stores the paper's note, based on a revision of it. */
  saveNote: (paper: LibraryPaper, base: string, text: string) => Promise<Result<PaperState>>;
  show: (paper: LibraryPaper) => void;
  copy: (paper: LibraryPaper, as: 'link' | 'citation') => void;
}

/** Decides about papers from the popup, and says what was done. The lists follow when the library tells of it. */
export function createDeciding(
  { call, newId }: Pick<Ports, 'call' | 'newId'>,
  notice: Signal<StatusLine>,
) {
  async function tell(
    { title }: LibraryPaper,
    asked: Promise<Result<PaperState>>,
    did: string,
  ): Promise<void> {
    const answer = await asked;
    notice.value = answer.ok
      ? { tone: 'status', text: aboutPaper(did, title) }
      : { tone: 'alert', text: problem(i18n.t('library.couldnt.change'), answer.error) };
  }
  /** Takes the library's newest step back, or does again what was taken back last. */
  async function takeBack(way: 'undo' | 'redo'): Promise<void> {
    const answer = await call(way, { opId: newId() });
    if (!answer.ok)
      notice.value = {
        tone: 'alert',
        text: problem(i18n.t(`library.couldnt.${way}`), answer.error),
      };
    else if (answer.value)
      notice.value = {
        tone: 'status',
        text: aboutTurn(way, answer.value),
      };
    else
      notice.value = {
        tone: 'status',
        text: i18n.t(way === 'undo' ? 'dock.did.nothing' : 'dock.did.nothingAgain'),
      };
  }
  return {
    takeBack: (way: 'undo' | 'redo'): void => void takeBack(way),
    setStatus: (paper: LibraryPaper, status: Status | null): void =>
      void tell(
        paper,
        call('paper.status', { opId: newId(), paper: paperRefOf(paper), status }),
        i18n.t(`library.did.${status ?? 'cleared'}`),
      ),
    tag: (paper: LibraryPaper, name: string): void =>
      void tell(
        paper,
        call('paper.tag', { opId: newId(), paper: paperRefOf(paper), name, on: true }),
        i18n.t('dock.did.tagged', [name]),
      ),
    saveNote: (paper: LibraryPaper, base: string, text: string): Promise<Result<PaperState>> =>
      call('paper.note', { opId: newId(), paper: paperRefOf(paper), base, text }),
  };
}
