import type { VNode } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Markdown } from '@/components/ui/markdown/markdown';
import { preview } from '@/components/ui/markdown/preview';
import type { MarkdownNode } from '@/domain/markdown';
import type { Highlight, Note } from '@/domain/paper/paper';
import { movedOffset } from './caret';
import { MissingHighlights } from './missing';
import { NoteState } from './note-state';
import type { NoteSession } from './session';
import { noteWords } from './words';

interface Props {
  /** The paper's title. */
  title: string;
  /** The stored note. */
  note: Note;
  session: NoteSession;
  /** Highlights of the paper that this page's text does not hold. */
  missing: readonly Highlight[];
  close: () => void;
}

/** The note of an entry's paper. Closing it loses nothing: the text is saved as it is typed. */
export const NoteCard = ({ title, note, session, missing, close }: Props): VNode => {
  const area = useRef<HTMLTextAreaElement>(null);
  const view = useRef<HTMLDivElement>(null);
  const [, redraw] = useState(0);
  const [shown, setShown] = useState<MarkdownNode[] | null>(null);
  const words = useMemo(() => noteWords(title), []);
  useEditor(area, session, () => redraw((count) => count + 1));
  useEffect(() => session.takeIn(note), [note.revision]);
  const wasShown = useRef(shown);
  useLayoutEffect(() => {
    // When the card opens, the frame gives its field the keyboard, once the page has given it to the frame.
    if (wasShown.current !== shown) (shown ? view : area).current?.focus({ preventScroll: true });
    wasShown.current = shown;
  }, [shown]);

  const toggle = async (): Promise<void> => {
    if (shown) setShown(null);
    else {
      const answer = await preview(session.text);
      if (answer.ok) setShown(answer.value);
    }
  };
  return (
    <section
      class="card note"
      data-gloss="note"
      role="dialog"
      aria-label={words.title}
      onKeyDown={(event) => {
        if (event.isComposing) return;
        if (event.key === 'Escape') close();
        else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void toggle();
        else return;
        event.preventDefault();
      }}
    >
      <h2>{title}</h2>
      {shown && (
        <div ref={view} class="preview" data-gloss="note-preview" tabIndex={0} role="document">
          {shown.length > 0 ? <Markdown nodes={shown} /> : <p class="soft">{words.empty}</p>}
        </div>
      )}
      <textarea
        ref={area}
        hidden={shown !== null}
        data-gloss="note-input"
        aria-label={words.title}
        placeholder={words.placeholder}
        onInput={(event) => {
          session.type(event.currentTarget.value);
          grow(event.currentTarget);
        }}
      />
      <MissingHighlights heading={words.missing} highlights={missing} />
      <footer>
        <button
          type="button"
          class="plain"
          data-action="preview"
          aria-pressed={shown !== null}
          onClick={() => void toggle()}
        >
          {shown ? words.edit : words.preview}
        </button>
        <button type="button" class="plain" data-action="close" onClick={close}>
          {words.close}
        </button>
        <NoteState session={session} words={words} />
      </footer>
    </section>
  );
};

/** Leaves the text field to the browser: writes to it only when the text changed elsewhere, the caret kept in its words. */
function useEditor(
  area: { current: HTMLTextAreaElement | null },
  session: NoteSession,
  redraw: () => void,
): void {
  useLayoutEffect(() => {
    const field = area.current;
    if (!field) return;
    field.value = session.text;
    grow(field);
    field.setSelectionRange(field.value.length, field.value.length);
    let isComposing = false;
    const take = (): void => {
      redraw();
      const { value, selectionStart, selectionEnd } = field;
      // An input method goes on composing; the text comes in once the character is there.
      if (isComposing || value === session.text) return;
      const [start, end] = [selectionStart, selectionEnd].map((offset) =>
        movedOffset(value, session.text, offset),
      );
      field.value = session.text;
      field.setSelectionRange(start ?? 0, end ?? 0, field.selectionDirection);
      grow(field);
    };
    const end = session.watch(take);
    const composing = (event: Event): void => {
      isComposing = event.type === 'compositionstart';
      if (!isComposing) take();
    };
    field.addEventListener('compositionstart', composing);
    field.addEventListener('compositionend', composing);
    return () => {
      end();
      void session.flush();
    };
  }, [session]);
}

/** The field is as high as its text, within what the style sheet allows. */
function grow(field: HTMLTextAreaElement): void {
  field.style.height = '0';
  field.style.height = `${field.scrollHeight + 2}px`;
}
