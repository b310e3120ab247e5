import type { Frame } from '@/components/in-page/frame/frame';
import type { Scheme } from '@/components/in-page/layer/scheme';
import type { ListedEntry } from '@/components/in-page/listed-entry';
import type { Colour, Highlight } from '@/domain/paper/paper';
import type { Result } from '@/domain/result';

/** What a person may change of a highlight. */
export interface HighlightChange {
  colour?: Colour;
  comment?: string;
}

export interface HighlighterOptions {
  /** The layer's shadow root. */
  root: ShadowRoot;
  /** Where a highlight's bar opens, with its comment. */
  frame: Frame;
  /** Makes the empty element in the root that the highlighter mounts its bars in; called with the first bar. */
  container: () => Element;
  /** The page's entries in page order. */
  entries: () => readonly ListedEntry[];
  scheme: () => Scheme;
  /** Whether a person wants highlights on paper, too. */
  isPrinted: () => boolean;
  /** Stores a new highlight. When it succeeds, the entry already holds its new state, or `refresh(item)` follows. */
  save: (item: ListedEntry, highlight: Highlight) => Promise<Result<unknown>>;
  edit: (item: ListedEntry, id: string, change: HighlightChange) => Promise<Result<unknown>>;
  remove: (item: ListedEntry, id: string) => Promise<Result<unknown>>;
  /** Opens the tags of an entry's paper. */
  tag: (item: ListedEntry) => void;
  /** Random ids. */
  newId: () => string;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Takes every listener, range and element away again. */
  signal: AbortSignal;
}

/** A highlight of an entry. */
export interface EntryHighlight {
  item: ListedEntry;
  highlight: Highlight;
}

/** Paints a page's highlights, makes new ones from the selection, opens them for editing. */
export interface Highlighter {
  /** Takes the entries near the viewport: it makes ranges for these and no others. The same entries again cost little. */
  paint: (near: ReadonlySet<ListedEntry>) => void;
  /** Reads an entry's text and highlights again; without an entry, all of them (the list or the scheme changed). */
  refresh: (item?: ListedEntry) => void;
  /** Offers what is selected already, as if it had just been. */
  offer: () => void;
  /** Takes in that parts of the page moved: an abstract may show as a whole now. */
  follow: () => void;
  /** Makes highlights of the selected passage, one a field. Fails with `missing` where no entry's text is selected. */
  highlightSelection: (colour: Colour) => Promise<Result<Highlight[]>>;
  /** Highlights that this entry's text does not hold: cards list them with their text. */
  missing: (item: ListedEntry) => Highlight[];
}
