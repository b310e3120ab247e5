import type { VNode } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ListedEntry } from '@/components/highlight/contract';
import type { PaperState } from '@/domain/paper';
import type { Result } from '@/domain/result';
import { createNoteSaver, type NoteStatus } from './note-saver';

interface Props {
  item: ListedEntry;
  save: (base: string, text: string) => Promise<Result<PaperState>>;
  close: () => void;
}

/** After the last key, milliseconds. */
const PAUSE = 300;

const later = (callback: () => void): (() => void) => {
  const timer = setTimeout(callback, PAUSE);
  return () => clearTimeout(timer);
};

/** The note of an entry's paper. Closing it loses nothing: what is typed is saved as it is typed. */
export const NoteCard = ({ item, save, close }: Props): VNode => {
  const area = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(item.state.note.text);
  const [status, setStatus] = useState<NoteStatus>({ kind: 'saved' });
  const saver = useMemo(
    () =>
      createNoteSaver({ note: item.state.note, save, status: setStatus, merged: setText, later }),
    [],
  );
  useLayoutEffect(() => {
    area.current?.focus({ preventScroll: true });
    const flush = (): void => void saver.flush();
    addEventListener('pagehide', flush);
    return () => {
      removeEventListener('pagehide', flush);
      flush();
    };
  }, []);
  return (
    <section
      class="card note"
      data-gloss="note"
      aria-label={i18n.t('note.title', [item.entry.title])}
    >
      <h2>{item.entry.title}</h2>
      <textarea
        ref={area}
        data-gloss="note-input"
        aria-label={i18n.t('note.title', [item.entry.title])}
        placeholder={i18n.t('note.placeholder')}
        rows={Math.min(16, Math.max(4, text.split('\n').length + 1))}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          saver.type(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.isComposing) return;
          event.preventDefault();
          close();
        }}
      />
      <footer>
        <span data-gloss="note-state" role="status" class={status.kind}>
          {status.kind === 'failed'
            ? i18n.t('note.failed', [i18n.t(`failure.${status.failure.reason}`)])
            : text !== '' && i18n.t(`note.${status.kind}`)}
        </span>
        <button type="button" class="plain" onClick={close}>
          {i18n.t('note.close')}
        </button>
      </footer>
    </section>
  );
};
