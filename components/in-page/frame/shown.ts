import type { Box, Size } from '@/components/in-page/layer/geometry';
import type { FrameAct, FrameCard } from './contract';

/** Whose card it is: an entry's tags and note, or a highlight's. */
export type Owner = 'entry' | 'highlight';

/** A card, its place, and the callbacks for what a person does on it. */
export interface Shown {
  owner: Owner;
  card: FrameCard;
  anchor: () => Box | null;
  /** The place of a card of a size, by its anchor. */
  choose: (anchor: Box, size: Size, view: Box) => { left: number; top: number };
  /** How high the card may get, pixels; as high as the window where absent. */
  room?: number;
  focus: 'field' | 'control' | null;
  act: (act: FrameAct) => void;
  /** What is in the field of a tag or of a comment, as it is typed: a frame that loads anew goes on with it. */
  typed: (text: string) => void;
  /** A person closes it there. */
  close: () => void;
  /** Another owner's card was opened in its place. */
  replaced: () => void;
}
