import { type Act, perform } from './acts';
import { type Change, changesOf, isAsLeft, revert } from './changes';
import { emptyLibrary, leftInTrash, type Library } from './library';

/** Something that can be undone. */
export interface Done {
  opId: string;
  changes: Change[];
  /** Whether it is known that it came after all that was done before: of acts in several tabs at once that is open. */
  isOrdered: boolean;
}

/** What must be there, and what undo and redo must do. */
export interface World {
  library: Library;
  /** How many acts were done; the next one's number follows. */
  at: number;
  /** What can be undone, the newest last; less than that where it isn't known. */
  done: Done[];
  /** What can be done again. */
  undone: Done[];
}

export const newWorld = (): World => ({ library: emptyLibrary(), at: 1, done: [], undone: [] });

/** How an act was sent. */
export interface Sent {
  opId: string;
  isOrdered: boolean;
  /** What a note's text is then. */
  text?: string;
}

/** Acts that leave nothing to undo where they change nothing. */
const isSilent = (one: Act): boolean => one.do === 'bulk' || one.do === 'statuses';

/** The world after an act; `null` where it must be refused. */
export function act(world: World, one: Act, { opId, isOrdered, text }: Sent): World | null {
  const at = world.at + 1;
  const library = perform(world.library, one, at, text);
  if (!library) return null;
  const changes = changesOf(world.library, library);
  const step = changes.length > 0 || !isSilent(one) ? [{ opId, changes, isOrdered }] : [];
  return { library: leftInTrash(library), at, done: [...world.done, ...step], undone: [] };
}

/** Whether the notes that a step changed are as it left them: how edits over edits are merged is for other tests. */
export const isClear = ({ library }: World, { changes }: Done): boolean =>
  changes.every((change) => !change.path.endsWith('|note') || isAsLeft(library, change));

/** The world after a step was undone. */
export function undo(world: World, opId: string): World {
  const step = world.done.find((one) => one.opId === opId);
  if (!step) return world;
  const at = world.at + 1;
  return {
    library: leftInTrash(revert(world.library, step.changes, at)),
    at,
    done: world.done.filter((one) => one !== step),
    undone: [...world.undone, step],
  };
}

/** The world after the step that was undone last was done again, under a name of its own. */
export function redo(world: World, opId: string): World {
  const step = world.undone.at(-1);
  if (!step) return world;
  const at = world.at + 1;
  const back = step.changes.map(({ path, before, after }) => ({
    path,
    before: after,
    after: before,
  }));
  const again = { opId, changes: step.changes, isOrdered: true };
  return {
    library: leftInTrash(revert(world.library, back, at)),
    at,
    done: [...world.done, again],
    undone: world.undone.slice(0, -1),
  };
}

/** The world after its library became another one by an import: what was done before is undone no more by this run. */
export const become = (world: World, library: Library): World => ({
  library,
  at: world.at + 1,
  done: [],
  undone: [],
});
