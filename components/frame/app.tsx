import { render } from 'preact';
import type { FrameAct, FromFrame, ToFrame } from '@/components/in-page/frame/contract';
import type { PressedKey } from '@/components/ui/keys/pressed-key';
import type { PaperState } from '@/domain/paper/paper';
import type { Result } from '@/domain/result';
import { cardFor } from './card';
import { createCardSize } from './card-size';
import { createKeptCaret } from './field-caret';
import { createCardFocus } from './focus';
import { createCardKeys } from './keys';
import { createNoteSessions } from './note/sessions';
import { createWays } from './note/ways';
import { createCompletion } from './tags/completion';
import { createHandOver } from './hand-over';
import { Moved } from './moved';
import { pressKey } from '@/components/ui/keys/press-key';

type Show = ToFrame & { type: 'show' };

/** Answers what the page's script tells the frame. */
export interface FrameApp {
  show: (show: Show) => void;
  hide: () => void;
  answer: (id: string, answer: Result<PaperState>) => void;
  /** The card is where a person sees it. */
  placed: () => void;
  /** The keys that the page had for the card. */
  keys: (turn: number, ask: number, keys: readonly PressedKey[]) => void;
  /** The page has another key for the card. */
  more: (turn: number) => void;
  /** The card goes on in a window. */
  leave: () => void;
}

interface Options {
  root: HTMLElement;
  post: (message: FromFrame) => void;
  newId: () => string;
}

/** Draws one card at a time; what is done on it goes to the page's script, which knows the paper. */
export function createFrameApp({ root, post, newId }: Options): FrameApp {
  let shown: Show | null = null;
  const turn = (): number | null => shown && shown.turn;
  const completion = createCompletion();
  const ways = createWays(post, newId);
  const notes = createNoteSessions({
    unheard: () => post({ type: 'unheard' }),
    unsaved: (is) => post({ type: 'unsaved', is }),
  });
  const size = createCardSize(root, turn, post);
  const caret = createKeptCaret(root, turn, post);
  // Before those of the hand-over, its listeners give away the keys that are no longer for the card.
  const { close, forget, passOn } = createCardKeys(root, turn, post);
  const handOver = createHandOver(turn, post, (key, of) => {
    if (!passOn(key, of) && of === turn()) pressKey(document.activeElement ?? root, key);
  });
  const focus = createCardFocus(root, () => shown, {
    arrived: handOver.arrived,
    leaves: handOver.begin,
    left: () => post({ type: 'left' }),
    tab: () => post({ type: 'tab' }),
  });
  const draw = (): void => {
    if (!shown) return;
    const { turn: key, card, draft, isMoved } = shown;
    const act = (done: FrameAct): void => post({ type: 'act', turn: key, ...done });
    const typed = (text: string): void => post({ type: 'typed', turn: key, text });
    const ports = { notes, draft, ways, completion, act, typed, close };
    render([isMoved && <Moved />, cardFor(card, String(key), ports)], root);
    size.drawn();
  };
  return {
    show: (show) => {
      const isNew = show.turn !== shown?.turn;
      shown = show;
      follow(show);
      draw();
      if (!isNew) return;
      if (show.caret) caret.restore(show.caret);
      if (show.focus) handOver.begin();
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
    keys: handOver.take,
    more: (of) => {
      if (of !== turn()) return;
      handOver.begin();
      // Without the keyboard, it is asked for when it comes.
      if (document.hasFocus()) handOver.arrived(of);
    },
    leave: handOver.leave,
  };
}

/** Takes the scheme and the window of the page. */
function follow({ scheme, view }: Show): void {
  const { style } = document.documentElement;
  style.colorScheme = scheme;
  style.setProperty('--view-width', `${view.width}px`);
  style.setProperty('--view-height', `${view.height}px`);
}
