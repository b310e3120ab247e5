import type { FromFrame } from '@/components/in-page/frame/contract';
import type { PaperRef, PaperState } from '@/domain/paper/paper';
import type { Result } from '@/domain/result';
import { pageCall } from '@/rpc/client';

/** The ways of one paper's note to the library. */
export interface Ways {
  save: (base: string, text: string) => Promise<Result<PaperState>>;
  last: (base: string, text: string) => void;
  draft: (base: string, text: string) => void;
}

/** Makes the ways of papers, and takes the answers of the page's script to what they sent. */
export interface NoteWays {
  of: (paper: PaperRef) => Ways;
  answer: (id: string, answer: Result<PaperState>) => void;
}

/**
 * A note goes through the page's script, in order with all else that is done there. The script keeps as a draft what
 * is not stored yet, for browsers close a tab without a word to the frames in it; a frame that goes away alone writes
 * straight to the library. One text has one id, whichever ways it goes: it is written once.
 */
export function createWays(post: (message: FromFrame) => void, newId: () => string): NoteWays {
  const asked = new Map<string, (answer: Result<PaperState>) => void>();
  return {
    of: (paper) => {
      let named = { id: '', base: '', text: '' };
      const idOf = (base: string, text: string): string => {
        if (named.base !== base || named.text !== text) named = { id: newId(), base, text };
        return named.id;
      };
      return {
        draft: (base, text) => post({ type: 'draft', id: idOf(base, text), paper, base, text }),
        save: (base, text) => {
          const id = idOf(base, text);
          post({ type: 'note', id, paper, base, text });
          return new Promise((resolve) => asked.set(id, resolve));
        },
        last: (base, text) =>
          void pageCall('paper.note', { opId: idOf(base, text), paper, base, text }),
      };
    },
    answer: (id, result) => {
      asked.get(id)?.(result);
      asked.delete(id);
    },
  };
}
