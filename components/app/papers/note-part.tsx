import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { createNoteSaver, type NoteStatus } from '@/components/ui/note-saver';
import type { LibraryPaper } from '@/domain/paper/paper';
import { paperRefOf } from './actions';
import type { LibraryState } from '@/components/app/library/state';

/** After the last key, milliseconds. */
const PAUSE = 300;

const later = (callback: () => void): (() => void) => {
  const timer = setTimeout(callback, PAUSE);
  return () => clearTimeout(timer);
};

/** The note of a paper; what is typed is saved as it is typed, and when it is left. */
export function NotePart({ library, paper }: { library: LibraryState; paper: LibraryPaper }) {
  const [text, setText] = useState(paper.note.text);
  const [status, setStatus] = useState<NoteStatus>({ kind: 'saved' });
  const area = useRef<HTMLTextAreaElement>(null);
  // One saver for each revision that came from elsewhere; its own writes it knows.
  const own = useRef(paper.note.revision);
  const [base, setBase] = useState(paper.note);
  const saver = useMemo(
    () =>
      createNoteSaver({
        note: base,
        save: async (revision, whole) => {
          const opId = library.newId();
          const ref = paperRefOf(paper);
          const answer = await library.call('paper.note', {
            opId,
            paper: ref,
            base: revision,
            text: whole,
          });
          if (answer.ok) own.current = answer.value.note.revision;
          return answer;
        },
        status: setStatus,
        merged: setText,
        later,
      }),
    [base],
  );
  useEffect(() => {
    const { revision } = paper.note;
    if (revision === own.current || status.kind !== 'saved') return;
    own.current = revision;
    setText(paper.note.text);
    setBase(paper.note);
  }, [paper.note.revision, status.kind]);
  useEffect(() => {
    const flush = (): void => void saver.flush();
    addEventListener('pagehide', flush);
    return () => {
      removeEventListener('pagehide', flush);
      flush();
    };
  }, [saver]);
  return (
    <section class="detail-note">
      <h3>{i18n.t('row.note')}</h3>
      <textarea
        ref={area}
        data-gloss="note-input"
        aria-label={i18n.t('note.title', [paper.title])}
        placeholder={i18n.t('note.placeholder')}
        rows={Math.min(16, Math.max(3, text.split('\n').length + 1))}
        value={text}
        onInput={({ currentTarget }) => {
          setText(currentTarget.value);
          saver.type(currentTarget.value);
        }}
      />
      <p role="status" data-gloss="note-state" data-kind={status.kind}>
        {status.kind === 'failed'
          ? i18n.t('note.failed', [i18n.t(`failure.${status.failure.reason}`)])
          : text !== '' && i18n.t(`note.${status.kind}`)}
      </p>
    </section>
  );
}
