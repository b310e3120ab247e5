import type { ListedEntry } from '@/components/in-page/listed-entry';
import type { JudgedCanvas } from '@/components/in-page/layer/judge';
import type { KeptAct } from '@/components/in-page/layer/shield';
import type { Judging } from './judging';

/** In the extension's own world on the page, which scripts of the page can't see: the first stage. */
const FIRST = Symbol.for('gloss.first');

/** A message that came before the whole did, with its sender as the browser told it. */
export interface Held {
  message: unknown;
  sender: unknown;
  respond: (answer: unknown) => void;
}

/** What the first stage has drawn. */
export interface Drawn {
  canvas: JudgedCanvas;
  /** Entries that have marks or may get one: those of the whole's with the same titles are these very objects. */
  items: readonly ListedEntry[];
  marks: ReadonlyMap<ListedEntry, HTMLButtonElement>;
  /** Entries that were in the window for a second. */
  counted: Set<ListedEntry>;
  /** A key that the whole hears before it is in charge; `true` when it is kept. */
  onKey: (event: KeyboardEvent) => boolean;
}

/** The first stage as the whole finds it. */
export interface FirstStage {
  /** When the visit began, milliseconds since 1970: what was seen since is still new. */
  opened: number;
  /** The name under which it keeps its will (`succession.ts`); `null` where it has drawn nothing. */
  script: () => string | null;
  /** Has acts on it judged, unless they are already. */
  judge: (judging: Judging) => void;
  /** What it has drawn, judged from then on; `null` where that is nothing. */
  drawn: (judging: Judging) => Drawn | null;
  /** The whole runs, reads the page, draws and answers messages from now on: gives those that came before. */
  hand: () => Held[];
  /** Whether a person has selected text since the whole was asked for. */
  hasSelected: () => boolean;
  /** The whole is drawn, and does what a person did until now. */
  pass: (redo: (act: KeptAct) => void) => void;
  /** Takes away what was drawn. */
  end: () => void;
}

type World = { [FIRST]?: FirstStage };

/** The first stage of this page, until the whole has asked for it. */
export const waitingStage = (): FirstStage | null => (globalThis as World)[FIRST] ?? null;

/** The first stage of this page; the whole asks once. */
export function firstStage(): FirstStage | null {
  const world = globalThis as World;
  const first = waitingStage();
  delete world[FIRST];
  return first;
}

/** Makes the first stage known to the whole that comes. */
export function announceFirst(first: FirstStage): void {
  (globalThis as World)[FIRST] = first;
}
