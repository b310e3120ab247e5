import type { PressedKey } from '@/components/ui/keys/pressed-key';
import type {
  Colour,
  Highlight,
  Note,
  PaperRef,
  PaperState,
  PaperText,
  Tag,
} from '@/domain/paper/paper';
import type { Result } from '@/domain/result';

/** The messages between the page's script and the frame. Values are cloned or JSON: no functions, no nodes. */

/** The cards of the frame, one at a time: all that a person types into, and all that shows their texts at length. */
export type FrameCard =
  | {
      kind: 'note';
      paper: PaperRef;
      title: string;
      note: Note;
      /** Highlights of the paper that the page's text does not hold. */
      missing: readonly Highlight[];
    }
  | {
      kind: 'tags';
      paper: PaperRef;
      about: PaperText;
      tags: readonly Tag[];
      /** The letters of a tag that is being typed. */
      typed: string;
    }
  | { kind: 'highlight'; highlight: Pick<Highlight, 'id' | 'colour' | 'comment'> }
  | {
      kind: 'picker';
      highlights: readonly Pick<Highlight, 'id' | 'colour' | 'comment' | 'quote'>[];
    };

/** The caret of a text field, or what is selected in it (https://html.spec.whatwg.org/#dom-textarea/input-setselectionrange). */
export interface FieldCaret {
  start: number;
  end: number;
  direction: 'forward' | 'backward' | 'none';
}

/** From the page's script to the frame. */
export type ToFrame =
  | {
      type: 'show';
      /** Counts the cards that were opened; a card that is drawn anew keeps its number. */
      turn: number;
      card: FrameCard;
      /** A note's text that is not known to be stored. */
      draft: NoteText | null;
      /** Where the caret of the field was, as another document had the card; `null` is the end of the text. */
      caret: FieldCaret | null;
      scheme: 'light' | 'dark';
      /** The room that the card has in the page's window, pixels: no card is larger. */
      view: { width: number; height: number };
      /** Where the keyboard goes: to the field, to the first control, or nowhere. */
      focus: 'field' | 'control' | null;
      /** The page took the keyboard or the layer so often that this card left it for a window. */
      isMoved: boolean;
    }
  | { type: 'hide' }
  /** The frame is in its place and can be seen; or it can't, and takes no keys and no clicks. */
  | { type: 'placed'; isPlain: boolean }
  /** Answers `focused`: the keys that the page had for the card. After these all come to the frame itself. */
  | { type: 'keys'; turn: number; ask: number; keys: readonly PressedKey[] }
  /** The page has a key for the card, although the keyboard is in it: `focused` is to be said anew. */
  | { type: 'more'; turn: number }
  /** The card goes on in a window: keys that come here from now on are for it. Answered by `held`. */
  | { type: 'leave' }
  | { type: 'answer'; id: string; answer: Result<PaperState> };

/** A note's whole text, based on a revision; `id` is the key that makes storing it twice storing it once. */
export interface NoteText {
  id: string;
  paper: PaperRef;
  base: string;
  text: string;
}

/** From the frame to the page's script. */
export type FromFrame =
  | { type: 'ready' }
  | { type: 'size'; turn: number; width: number; height: number }
  /** The keyboard is in the card, which waits for the keys that the page has for it; `ask` counts these. */
  | { type: 'focused'; turn: number; ask: number }
  /** The keyboard left the frame. */
  | { type: 'left' }
  /** Tab is pressed in the frame, and may lead out of it. */
  | { type: 'tab' }
  /** `held`: keys that are down, and will be let go over the page. */
  | { type: 'close'; turn: number; held: readonly string[] }
  /** A key that came when its card was closed already: it is meant for the page. */
  | { type: 'passed'; key: PressedKey }
  /** A note to be stored; answered by `answer`. */
  | ({ type: 'note' } & NoteText)
  /** A note as it is typed, to be stored if the page is left before it was. */
  | ({ type: 'draft' } & NoteText)
  /** What is in the field of a tag or of a comment, as it is typed. */
  | { type: 'typed'; turn: number; text: string }
  /** Where the caret is now. */
  | { type: 'caret'; turn: number; caret: FieldCaret }
  /** Keys that were pressed for the card and are not typed: the frame is left. */
  | { type: 'held'; turn: number; keys: readonly PressedKey[] }
  /** Whether anything that was typed is not on disk. */
  | { type: 'unsaved'; is: boolean }
  /** A note could not be saved, and no card is open that says so. */
  | { type: 'unheard' }
  | ({ type: 'act'; turn: number } & FrameAct);

/** The actions of a person on a card, typing apart. */
export type FrameAct =
  | { act: 'tag'; name: string; on: boolean }
  | { act: 'colour'; colour: Colour }
  | { act: 'remove' }
  | { act: 'pick'; id: string };

/** What goes with the port: the word tells our message from a page's own. */
export interface Handover {
  gloss: 'frame';
  word: string;
}
