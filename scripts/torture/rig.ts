import type { Damage } from './damage';

/** Where a person may be: three tabs that show the same papers, the popup, the library. */
export const PLACES = ['tab 1', 'tab 2', 'tab 3', 'popup', 'library'] as const;
export type Place = (typeof PLACES)[number];

/** A message, as `rpc/message.ts` has it. */
export interface Message {
  gloss: string;
  ask: unknown;
}

/** What runs Gloss and can be failed: a browser, or in unit tests the handlers alone. */
export interface Rig {
  /** Sends a message from a place; `null` where it was not answered in time (milliseconds), for whatever reason. */
  ask: (place: Place, message: Message, patience: number) => Promise<unknown>;
  /** Stops the worker, as the browser does when it likes to. */
  killWorker: () => Promise<void>;
  /** Has the background do what it does by itself now and then: backups, the trash, a check. */
  care: () => Promise<void>;
  /** Reloads the extension, as an update does. */
  reload: () => Promise<void>;
  /** Ends the browser's process at once, as a crash does. */
  sigkill: () => Promise<void>;
  /** Starts the browser, and ends its process so many milliseconds later. */
  flicker: (after: number) => Promise<void>;
  /** Closes the browser as a person does. */
  quit: () => Promise<void>;
  /** Starts the browser again on the same profile. */
  restart: () => Promise<void>;
  /** Fills the disk to the last byte. */
  fillDisk: () => void;
  freeDisk: () => void;
  /** Sets how far off the background's clock is, milliseconds. */
  setClock: (offset: number) => void;
  /** Leaves half a record at the end of the logs of what the extension keeps; no browser may run. */
  tear: () => void;
  /** Damages the files of the database; no browser may run. */
  damage: (how: Damage) => void;
}
