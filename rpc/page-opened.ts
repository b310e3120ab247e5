/** An element by its tag, its attributes and its contents; all within an `svg` are of SVG. Text is never markup. */
export type Tree = readonly [
  tag: string,
  attributes: Readonly<Record<string, string>>,
  contents?: readonly (Tree | string)[],
];

/** What a mark shows of a paper: its data attributes, and its name, in which `$1` stands for the title. */
export interface Look {
  data: Readonly<Record<string, string>>;
  name: string;
}

/**
 * All that a page's first picture is made of. The first stage carries no texts, drawings or style sheets of its own: it
 * builds what it is told.
 */
export interface Picture {
  styles: string;
  /** The language of its texts (BCP 47). */
  language: string;
  /** The page bar. */
  bar: Tree;
  /** An empty mark. */
  mark: Tree;
  /** Looks of marks, the first of which most papers have. */
  looks: readonly Look[];
  /** The look of each entry that has not the first one, by its place in the list. */
  others: Readonly<Record<number, number>>;
  /** What the bar says when the whole can't be loaded any more, or throws as it begins. */
  stuck: Tree;
}

/** What a page needs for its first picture. */
export interface PageOpened {
  isOff: boolean;
  /**
   * Whether the page shows more than marks: words to find, a person's own words, entries to dim or fold, highlights.
   * The whole comes at once then, and draws the first picture.
   */
  needsMore: boolean;
  /** The places of entries whose papers are kept: what the page says of these the library is told. */
  kept: readonly number[];
  picture: Picture;
  /** Keys that triage takes. */
  keys: string[];
  /** A word by which content scripts of this installation know each other. */
  seal: string;
  /** A name for the content script that asks; made here, because the first use of its random numbers costs a page a millisecond. */
  script: string;
}
