/** Where commands are offered: triage on a listing page, the library's list of papers, the popup. */
export type CommandPlace = 'page' | 'library' | 'popup';

interface CommandRow {
  /** The key unless the person chooses another, as `KeyboardEvent.key` names it. */
  key: string;
  places: readonly CommandPlace[];
  /** It acts on one paper: the popup's rows and the library's palette offer it with that paper. */
  isOfPaper?: true;
  /** A key that is held down repeats it. */
  isRepeated?: true;
}

const EVERYWHERE = ['page', 'library', 'popup'] as const;

/**
 * Every command, in the order of the help sheets. Its words are `key.<name>` in the locales. What a place does at a
 * command is a record over `CommandIn<place>`, so a place that is added here doesn't compile before it does it.
 */
const COMMAND_TABLE = {
  next: { key: 'j', places: EVERYWHERE, isRepeated: true },
  previous: { key: 'k', places: EVERYWHERE, isRepeated: true },
  nextNew: { key: 'J', places: ['page'], isRepeated: true },
  save: { key: 's', places: EVERYWHERE, isOfPaper: true },
  dismiss: { key: 'd', places: EVERYWHERE, isOfPaper: true },
  read: { key: 'r', places: EVERYWHERE, isOfPaper: true },
  tags: { key: 't', places: EVERYWHERE, isOfPaper: true },
  note: { key: 'n', places: EVERYWHERE, isOfPaper: true },
  highlight: { key: 'h', places: ['page', 'library'] },
  open: { key: 'o', places: EVERYWHERE, isOfPaper: true },
  undo: { key: 'u', places: EVERYWHERE, isRepeated: true },
  redo: { key: 'U', places: EVERYWHERE, isRepeated: true },
  dismissAbove: { key: 'D', places: ['page'] },
  seeAll: { key: 'A', places: ['page'] },
  help: { key: '?', places: EVERYWHERE },
  leave: { key: 'Escape', places: ['page'] },
} as const satisfies Record<string, CommandRow>;

/** Keys of our own pages that nobody can change, as in other lists. Their words are `key.<name>` too. */
export const FIXED_KEYS = {
  search: { key: '/', places: ['library', 'popup'] },
  select: { key: ' ', places: ['library'] },
  palette: { key: 'Ctrl+K', places: ['library'] },
  selectAll: { key: 'Ctrl+A', places: ['library'] },
  delete: { key: 'Delete', places: ['library'] },
} as const satisfies Record<string, { key: string; places: readonly CommandPlace[] }>;

type Table = typeof COMMAND_TABLE;
export type Command = keyof Table;
/** The commands of one place. */
export type CommandIn<Place extends CommandPlace> = {
  [Name in Command]: Place extends Table[Name]['places'][number] ? Name : never;
}[Command];
/** The commands that act on one paper. */
export type PaperCommand = {
  [Name in Command]: Table[Name] extends { isOfPaper: true } ? Name : never;
}[Command];

/** A key for each command, as `KeyboardEvent.key` names it; empty where it has none. */
export type Keys = Record<Command, string>;

const rowOf = (name: Command): CommandRow => COMMAND_TABLE[name];

export const COMMANDS = Object.keys(COMMAND_TABLE) as Command[];

export const DEFAULT_KEYS = Object.fromEntries(
  COMMANDS.map((name) => [name, rowOf(name).key]),
) as Keys;

/** The commands that a place offers, in the order of its sheet. */
export const commandsIn = <Place extends CommandPlace>(place: Place): CommandIn<Place>[] =>
  COMMANDS.filter((name): name is CommandIn<Place> => rowOf(name).places.includes(place));

/** The commands that act on one paper, in the same order. */
export const paperCommands = (): PaperCommand[] =>
  COMMANDS.filter((name): name is PaperCommand => rowOf(name).isOfPaper === true);

/** Whether a key that is held down does the command again and again. */
export const isRepeated = (name: Command): boolean => rowOf(name).isRepeated === true;

/** Commands that no key reaches because another, named first, has the same. */
export const shadowedCommands = (keys: Keys): Command[] =>
  COMMANDS.filter(
    (command, index) =>
      keys[command] !== '' &&
      COMMANDS.slice(0, index).some((other) => keys[other] === keys[command]),
  );
