import type { Frame } from '@/components/in-page/frame/frame';
import type { IdentifiedEntry } from '@/domain/entry';
import type { Colour, Highlight, PaperState } from '@/domain/paper/paper';
import type { Result } from '@/domain/result';

/**
 * An entry of the page with what is stored of its paper. It stays the same object as long as the paper is on
 * the page, wherever its row moves and however often the page draws it anew: hold on to it, not to its index.
 */
export interface ListedEntry {
  entry: IdentifiedEntry;
  state: PaperState;
  /** Its place among the page's entries now; -1 while it is not on the page. */
  index: number;
  /** Whether it was before the person's eyes as it is to them: what changes of it then is not folded away. */
  isMet?: boolean;
}

/** What the page looks like, measured from its background. */
export type Scheme = 'light' | 'dark';

/** What may change of a highlight that was made. */
export interface HighlightChange {
  colour?: Colour;
  comment?: string;
}

export interface HighlighterOptions {
  /** The layer's shadow root. */
  root: ShadowRoot;
  /** Where a highlight's bar opens, with its comment. */
  frame: Frame;
  /** Makes the empty element of the highlighter's own in it that bars are mounted in, when the first is. */
  container: () => Element;
  /** The page's entries in page order, as they are now. An entry's index is its name in every call. */
  entries: () => readonly ListedEntry[];
  scheme: () => Scheme;
  /** Whether a person wants highlights on paper, too. */
  isPrinted: () => boolean;
  /** Stores a new highlight. When it succeeds, `entries()` already holds the new state, or `refresh(index)` follows. */
  save: (index: number, highlight: Highlight) => Promise<Result<unknown>>;
  edit: (index: number, id: string, change: HighlightChange) => Promise<Result<unknown>>;
  remove: (index: number, id: string) => Promise<Result<unknown>>;
  /** Goes on to the tags of an entry's paper; without it the bar offers none. */
  tag?: (index: number) => void;
  /** Random ids. */
  newId: () => string;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Takes every listener, range and element away again. */
  signal: AbortSignal;
}

/** A highlight and where it stands on the page now. */
export interface Painted {
  highlight: Highlight;
  /** One mostly; several where the field's text is in blocks apart. */
  ranges: Range[];
}

/** Paints a page's highlights, makes new ones from the selection, opens them for editing. */
export interface Highlighter {
  /** Entries near the viewport: ranges are made for these and no others. Cheap when called again with the same. */
  paint: (indexes: Iterable<number>) => void;
  /** Reads an entry's text and highlights again; without an index, all (the list changed, the scheme changed). */
  refresh: (index?: number) => void;
  /** Makes highlights of the selected passage, one a field. Fails with `missing` where no entry's text is selected. */
  highlightSelection: (colour: Colour) => Promise<Result<Highlight[]>>;
  /** Index of the entry whose title or abstract the selection touches, or `null`. */
  selectedEntry: () => number | null;
  /** Highlights that this entry's text does not hold: to be listed with their text, never dropped. */
  missing: (index: number) => Highlight[];
  /** Highlights that were found, with their ranges. */
  rangesOf: (index: number) => Painted[];
  /** Opens a highlight for editing; `false` where it can't be shown. */
  open: (index: number, id: string) => boolean;
  /** Moves the keyboard's focus to the bar; `false` while there is none. */
  focusBar: () => boolean;
}
