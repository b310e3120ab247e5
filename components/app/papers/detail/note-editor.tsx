import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Markdown } from '@/components/ui/markdown/markdown';
import { createNoteSaver, type NoteStatus } from './note-saver';
import { preview } from '@/components/ui/markdown/preview';
import { titleText } from '@/components/app/rows/title';
import type { MarkdownNode } from '@/domain/markdown';
import type { LibraryPaper, PaperState } from '@/domain/paper/paper';
import type { Result } from '@/domain/result';
import './note-editor.css';

/** After the last key, milliseconds. */
const PAUSE = 300;

const later = (callback: () => void): (() => void) => {
  const timer = setTimeout(callback, PAUSE);
  return () => clearTimeout(timer);
};

interface Props {
  paper: LibraryPaper;
  /** Stores a text that is based on a revision of the note. */
  save: (base: string, text: string) => Promise<Result<PaperState>>;
  /** Puts the editor away, at Escape. Absent where it always shows. */
  close?: () => void;
}

/** The text of a paper's note, saved as it is typed and when it is left, and what came from elsewhere taken in. */
function useNote({ paper: { note }, save }: Props) {
  const [text, setText] = useState(note.text);
  const [status, setStatus] = useState<NoteStatus>({ kind: 'saved' });
  // One saver for each revision that came from elsewhere. Those before and its own writes are known: what this page
  // shows of the paper may be older than the last write.
  const known = useRef(new Set([note.revision]));
  const [base, setBase] = useState(note);
  const store = useRef(save);
  store.current = save;
  const saver = useMemo(
    () =>
      createNoteSaver({
        note: base,
        save: async (revision, whole) => {
          const answer = await store.current(revision, whole);
          if (answer.ok) known.current.add(answer.value.note.revision);
          return answer;
        },
        status: setStatus,
        merged: setText,
        later,
      }),
    [base],
  );
  useEffect(() => {
    if (known.current.has(note.revision) || status.kind !== 'saved') return;
    known.current.add(note.revision);
    setText(note.text);
    setBase(note);
  }, [note.revision, status.kind]);
  useEffect(() => {
    addEventListener('pagehide', saver.leave);
    return () => {
      removeEventListener('pagehide', saver.leave);
      void saver.flush();
    };
  }, [saver]);
  const type = (typed: string): void => {
    setText(typed);
    saver.type(typed);
  };
  return { text, status, type };
}

/** What the editor shows: the text to write in, or the same as Markdown. The focus follows. */
function usePreview(text: string, isFocused: boolean) {
  const [shown, setShown] = useState<MarkdownNode[] | null>(null);
  const [area, view] = [useRef<HTMLTextAreaElement>(null), useRef<HTMLDivElement>(null)];
  const was = useRef(shown);
  useLayoutEffect(() => {
    if (isFocused) area.current?.focus();
  }, []);
  useLayoutEffect(() => {
    if (was.current !== shown) (shown ? view : area).current?.focus();
    was.current = shown;
  }, [shown]);
  const toggle = async (): Promise<void> => {
    if (shown) return setShown(null);
    const read = await preview(text);
    if (read.ok) setShown(read.value);
  };
  return { shown, toggle, area, view };
}

const statusText = (status: NoteStatus): string =>
  status.kind === 'failed'
    ? i18n.t('note.failed', [i18n.t(`failure.${status.failure.reason}`)])
    : i18n.t(`note.${status.kind}`);

/** A paper's note, to write and to read. */
export function NoteEditor(props: Props) {
  const { paper, close } = props;
  const { text, status, type } = useNote(props);
  const { shown, toggle, area, view } = usePreview(text, close !== undefined);
  const press = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void toggle();
    else if (event.key !== 'Escape' || !close) return;
    // What can't be saved stays to be seen and copied.
    else if (status.kind !== 'failed') close();
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="note-editor" data-gloss="note" onKeyDown={press}>
      {shown && (
        <div
          ref={view}
          class="note-view"
          data-gloss="note-preview"
          role="document"
          aria-label={i18n.t('note.title', [titleText(paper.title)])}
          tabIndex={0}
        >
          <Markdown nodes={shown} />
        </div>
      )}
      <textarea
        ref={area}
        hidden={shown !== null}
        data-gloss="note-input"
        aria-label={i18n.t('note.title', [titleText(paper.title)])}
        placeholder={i18n.t('note.placeholder')}
        rows={Math.min(16, Math.max(3, text.split('\n').length + 1))}
        value={text}
        onInput={({ currentTarget }) => type(currentTarget.value)}
      />
      <footer>
        {text !== '' && (
          <button
            type="button"
            class="quiet-button"
            data-action="preview"
            aria-pressed={shown !== null}
            onClick={() => void toggle()}
          >
            {i18n.t(shown ? 'note.edit' : 'note.preview')}
          </button>
        )}
        <p role="status" data-gloss="note-state" data-kind={status.kind}>
          {(status.kind === 'failed' || text !== '') && statusText(status)}
        </p>
      </footer>
    </div>
  );
}
