/** In the extension's own world on the page, which scripts of the page can't see: the first stage. */
const FIRST = Symbol.for('gloss.first');

/** Something that the first stage drew: a mark by the node of its entry's title, or a part of the bar by its selector. */
export type Aim = { title: Node } | { bar: string };

/** An act of a person on the first stage, to be done again by the whole. The layer has judged it already. */
export type Act =
  | { kind: 'press'; aim: Aim; click: { detail: number; shiftKey: boolean } }
  | { kind: 'key'; key: KeyboardEvent }
  /** A finger opened the toolbar of the entry with this title. */
  | { kind: 'touch'; title: Node };

/** A message that came before the whole did, with its sender as the browser told it. */
export interface Held {
  message: unknown;
  sender: unknown;
  respond: (answer: unknown) => void;
}

/** What a person did on the first stage. */
export interface Left {
  /** In the order they were done. */
  acts: Act[];
  /** What has the focus. */
  focus: Aim | null;
  /** Whether the focus came there by the Tab key, just now. */
  isTabbing: boolean;
}

/** The first stage as the whole finds it. */
export interface FirstStage {
  /** When the visit began, milliseconds since 1970: what was seen since is still new. */
  opened: number;
  /** Titles that were in the window, and since when, as `performance.now()` tells; those counted already since ever. */
  looked: () => ReadonlyMap<Node, number>;
  /** The name under which it keeps its will (`succession.ts`). */
  script: string;
  /** The whole runs, and answers messages from now on: gives those that came before. */
  hand: () => Held[];
  /** Whether a person has selected text since the whole was asked for. */
  hasSelected: () => boolean;
  /** Resolves once no press is half done: the element under it must stay until it is let go. */
  settled: () => Promise<unknown>;
  /** The title whose mark the pointer is on; asked before anything is drawn over that mark. */
  over: () => Node | null;
  /** The whole is drawn: the first stage goes, and tells what a person did on it and what has the focus. */
  leave: () => Left;
}

type World = { [FIRST]?: FirstStage };

/** The first stage of this page; the whole asks once. */
export function firstStage(): FirstStage | null {
  const world = globalThis as World;
  const first = world[FIRST] ?? null;
  delete world[FIRST];
  return first;
}

/** Makes the first stage known to the whole that comes. */
export function announceFirst(first: FirstStage): void {
  (globalThis as World)[FIRST] = first;
}
