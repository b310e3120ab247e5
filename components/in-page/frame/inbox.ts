import type { Layer } from '@/components/in-page/layer/layer';
import type { FromFrame, ToFrame } from './contract';
import type { FrameKeyboard } from './keyboard';
import type { FrameNotes } from './notes';
import type { Seat } from './seat';
import type { Turns } from './turns';

interface Parts {
  layer: Pick<Layer, 'swallow'>;
  turns: Turns;
  seat: Pick<Seat, 'isPlain' | 'isPlainSoon' | 'reveal' | 'take'>;
  keyboard: {
    kept: Pick<FrameKeyboard['kept'], 'handOver' | 'add'>;
    claim: Pick<FrameKeyboard['claim'], 'arrived' | 'left' | 'tabbed'>;
  };
  post: (message: ToFrame) => void;
  notes: Pick<FrameNotes, 'save' | 'draft' | 'unsaved'>;
  /** Draws the shown card. */
  draw: () => void;
  /** A key that was pressed for the page while the browser still sent keys to the frame. */
  passed: (event: KeyboardEvent) => void;
  /** A note could not be saved, and no card is open that says so. */
  unheard: () => void;
}

type Taken = { [T in FromFrame['type']]: (message: FromFrame & { type: T }) => void };

/** Does what the frame says. A message about a card that another one has followed changes nothing on the page. */
export function createInbox(parts: Parts): (message: FromFrame) => void {
  const { kept, claim } = parts.keyboard;
  const { layer, turns, seat, post, notes } = parts;
  /** A click counts only where the frame could be seen. */
  const act = async (done: FromFrame & { type: 'act' }): Promise<void> => {
    const card = turns.at(done.turn);
    if (seat.isPlain() || (await seat.isPlainSoon())) card?.act(done);
  };
  const taken: Taken = {
    ready: parts.draw,
    size: (message) => {
      const shown = turns.shownAt(message.turn);
      if (shown) seat.take(shown, message.turn, message);
    },
    focused: ({ turn, ask }) => {
      if (!turns.shownAt(turn)) return;
      seat.reveal();
      claim.arrived();
      post({ type: 'keys', turn, ask, keys: kept.handOver() });
    },
    left: claim.left,
    tab: claim.tabbed,
    close: ({ turn, held }) => {
      layer.swallow(held);
      turns.shownAt(turn)?.close();
    },
    passed: ({ key }) => {
      layer.swallow([key.code]);
      parts.passed(new KeyboardEvent('keydown', { ...key, cancelable: true }));
    },
    note: (message) => void notes.save(message),
    draft: notes.draft,
    typed: ({ turn, text }) => turns.at(turn)?.typed(text),
    caret: ({ turn, caret }) => turns.moveCaret(turn, caret),
    held: ({ turn, keys }) => {
      if (turns.shownAt(turn)) kept.add(keys);
    },
    unsaved: ({ is }) => notes.unsaved(is),
    unheard: parts.unheard,
    act: (message) => void act(message),
  };
  // The table pairs each type with its message.
  return (message) => (taken[message.type] as (message: FromFrame) => void)(message);
}
