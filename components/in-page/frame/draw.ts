import type { Layer } from '@/components/in-page/layer/layer';
import type { ToFrame } from './contract';
import type { Fates } from './fates';
import type { FrameNotes } from './notes';
import type { Shown } from './shown';
import type { Turns } from './turns';

interface Options {
  layer: Pick<Layer, 'scheme' | 'view'>;
  turns: Pick<Turns, 'caret' | 'now' | 'shown'>;
  notes: Pick<FrameNotes, 'before' | 'draftOf'>;
  fates: Pick<Fates, 'settling' | 'isMoved'>;
  post: (message: ToFrame) => void;
}

/** Draws the shown card, once all is stored that it must not begin without. */
export function createDraw({ layer, turns, notes, fates, post }: Options): () => void {
  const drawNow = (): void => {
    const before = fates.settling();
    if (before) return void before.then(drawNow);
    const shown = turns.shown();
    if (!shown) return;
    const draft = notes.draftOf(shown.card);
    const [turn, caret] = [turns.now(), turns.caret()];
    post({ ...asMessage(shown, turn, layer), draft, caret, isMoved: fates.isMoved(turn) });
  };
  return () => {
    const shown = turns.shown();
    const before = fates.settling() ?? (shown && notes.before(shown.card));
    if (before) void before.then(drawNow);
    else drawNow();
  };
}

/** What cards keep free of the height that they have (`note.css`). */
const SPARE = 18;

const asMessage = (
  { card, focus, room }: Shown,
  turn: number,
  layer: Options['layer'],
): Omit<ToFrame & { type: 'show' }, 'draft' | 'caret' | 'isMoved'> => {
  const { width, height } = layer.view();
  const view = { width, height: Math.min(height, (room ?? height) + SPARE) };
  return { type: 'show', turn, card, scheme: layer.scheme(), view, focus };
};
