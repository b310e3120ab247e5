import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { copyText } from '@/components/ui/copy';
import type { NoteSession } from './session';
import { type NoteWords, sayFailure } from './words';

/** Shows whether the note is saved; if not, why, and what the person can do. */
export const NoteState = ({
  session,
  words,
}: {
  session: NoteSession;
  words: NoteWords;
}): VNode => {
  const { status, text } = session;
  const [isCopied, setCopied] = useState(false);
  if (status.kind !== 'failed')
    return (
      <span class="note-state" data-gloss="note-state" role="status">
        {(text !== '' || status.kind === 'saving') && words[status.kind]}
      </span>
    );
  const copy = async (button: Element): Promise<void> =>
    setCopied(await copyText(session.text, button));
  return (
    <div class="note-problem">
      <p data-gloss="note-state" role="alert">
        {sayFailure(words, status)}
      </p>
      {status.failure.reason !== 'orphaned' && (
        <button
          type="button"
          class="plain"
          data-action="save-note"
          onClick={() => void session.flush()}
        >
          {words.save}
        </button>
      )}
      <button
        type="button"
        class="plain"
        data-action="copy-note"
        onClick={({ currentTarget }) => void copy(currentTarget)}
      >
        {isCopied ? words.copied : words.copy}
      </button>
    </div>
  );
};
