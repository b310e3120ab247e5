import { render } from 'preact';
import type { FrameAct, FromFrame, PressedKey, ToFrame } from '@/components/in-page/frame/contract';
import type { PaperState } from '@/domain/paper/paper';
import type { Result } from '@/domain/result';
import { cardFor } from './card';
import { createCardSize } from './card-size';
import { createCardFocus } from './focus';
import { createCardKeys } from './keys';
import { createNoteSessions } from './note/sessions';
import { createWays } from './note/ways';
import { createCompletion } from './tags/completion';
import { createTyping, FIELD, type Typing } from './typing';

type Show = ToFrame & { type: 'show' };

/** Answers what the page's script tells the frame. */
export interface FrameApp {
  show: (show: Show) => void;
  hide: () => void;
  answer: (id: string, answer: Result<PaperState>) => void;
  /** The card is where a person sees it. */
  placed: () => void;
  /** Keys that were pressed for the card before the keyboard was in it. */
  press: (keys: readonly PressedKey[]) => void;
}

interface Options {
  root: HTMLElement;
  post: (message: FromFrame) => void;
  newId: () => string;
}

/** Draws one card at a time; what is done on it goes to the page's script, which knows the paper. */
export function createFrameApp({ root, post, newId }: Options): FrameApp {
  let shown: Show | null = null;
  let early: Typing | null = null;
  const turn = (): number | null => shown && shown.turn;
  const completion = createCompletion();
  const ways = createWays(post, newId);
  const notes = createNoteSessions({
    unheard: () => post({ type: 'unheard' }),
    unsaved: (is) => post({ type: 'unsaved', is }),
  });
  const size = createCardSize(root, turn, post);
  const focus = createCardFocus(root, () => shown, post);
  const { close, forget } = createCardKeys(root, turn, post);
  const draw = (): void => {
    if (!shown) return;
    const { turn: key, card } = shown;
    const act = (done: FrameAct): void => post({ type: 'act', turn: key, ...done });
    render(cardFor(card, String(key), { notes, ways, completion, act, close }), root);
    size.drawn();
  };
  return {
    show: (show) => {
      const isNew = show.turn !== shown?.turn;
      shown = show;
      follow(show);
      draw();
      if (!isNew) return;
      const field = root.querySelector<HTMLElement>(FIELD);
      early = field && createTyping(field);
      if (show.card.kind !== 'tags') return;
      // At once: a person goes on typing. What can be completed comes a moment later.
      void completion.read(show.card.about).then(draw);
    },
    hide: () => {
      shown = null;
      forget();
      render(null, root);
    },
    answer: ways.answer,
    placed: focus.placed,
    press: (keys) => void early?.press(keys),
  };
}

/** Takes the scheme and the window of the page. */
function follow({ scheme, view }: Show): void {
  const { style } = document.documentElement;
  style.colorScheme = scheme;
  style.setProperty('--view-width', `${view.width}px`);
  style.setProperty('--view-height', `${view.height}px`);
}
