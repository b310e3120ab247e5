import { i18n } from '#i18n';
import type { LibraryState } from '@/components/app/library/state';
import type { LibraryPaper } from '@/domain/paper/paper';
import { paperRefOf } from '@/components/app/papers/actions';
import { NoteEditor } from './note-editor';

/** The note of the chosen paper. */
export const NotePart = ({ library, paper }: { library: LibraryState; paper: LibraryPaper }) => (
  <section>
    <h3>{i18n.t('row.note')}</h3>
    <NoteEditor
      paper={paper}
      save={(base, text) =>
        library.call('paper.note', { opId: library.newId(), paper: paperRefOf(paper), base, text })
      }
    />
  </section>
);
