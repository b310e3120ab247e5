import type { Act } from './acts';
import type { Damage } from './damage';
import type { Place } from './rig';

/** One step of a torture: what a person does, and what fails meanwhile. A list of them can be replayed. */
export type Step =
  /** One act, sent until it is acknowledged; the worker is stopped so many milliseconds after it was sent first. */
  | { do: 'act'; place: Place; act: Act; kill?: number }
  /**
   * Acts in several places at once. The worker or the browser is ended some milliseconds after they were sent; what
   * isn't acknowledged then is sent again where somebody `insists`.
   */
  | {
      do: 'together';
      acts: Placed[];
      end: 'nothing' | 'worker' | 'browser';
      after: number;
      insists: boolean;
    }
  /** Undoes the newest step, or the one so many before it, by its name. */
  | { do: 'undo'; place: Place; back: number }
  | { do: 'redo'; place: Place }
  /** Compares the whole library with what must be there; `keep` also keeps the export as a file to import. */
  | { do: 'check' }
  | { do: 'keep' }
  | { do: 'backup' }
  | Fault
  /** Acts while the disk is full. */
  | { do: 'full'; acts: Placed[] }
  /** Imports a file that was kept, with what another machine did to it meanwhile; workers are killed while it runs. */
  | { do: 'import'; file: number; edits: Act[]; kills: number[] }
  /** Joins two papers and takes them apart again, a worker killed so many milliseconds after each was asked for. */
  | { do: 'join'; papers: [string, string]; kill: number | null }
  | { do: 'restore'; backup: number; mode: 'merge' | 'replace'; kills: number[] };

/** What fails around the library. */
export type Fault =
  /** The worker is stopped, without a wait for its end. */
  | { do: 'kill' }
  /** The background's own scheduled work is due. */
  | { do: 'care' }
  | { do: 'reload' }
  | { do: 'quit' }
  | { do: 'sigkill' }
  /**
   * The browser is ended in the middle of a write to the disk; with `again`, the next one so many milliseconds after
   * its start, too.
   */
  | { do: 'tear'; again?: number }
  /** How far off the clock is from now on, milliseconds. */
  | { do: 'clock'; offset: number }
  /** The browser is closed, and the files of its database are damaged. */
  | { do: 'damage'; how: Damage };

export interface Placed {
  place: Place;
  act: Act;
}
