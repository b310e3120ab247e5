import type { EntryHighlight, HighlighterOptions } from './contract';

/** Saves a highlight's comment as it is typed. */
export interface CommentSaver {
  /** Takes the comment as typed so far and saves it after a pause. */
  type: (highlight: EntryHighlight, comment: string) => void;
  /** Saves at once what is not saved yet. */
  flush: () => void;
  /** Forgets what is not saved yet: its highlight is removed. */
  drop: () => void;
}

/** After the last key, milliseconds. */
const PAUSE = 300;

export function createCommentSaver(
  edit: HighlighterOptions['edit'],
  signal: AbortSignal,
): CommentSaver {
  let unsaved: { of: EntryHighlight; comment: string } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const drop = (): void => {
    clearTimeout(timer);
    unsaved = null;
  };
  const flush = (): void => {
    if (!unsaved) return;
    const { of, comment } = unsaved;
    drop();
    void edit(of.item, of.highlight.id, { comment });
  };
  addEventListener('pagehide', flush, { signal });
  return {
    type: (of, comment) => {
      drop();
      unsaved = { of, comment };
      timer = setTimeout(flush, PAUSE);
    },
    flush,
    drop,
  };
}
