import {
  appendFileSync,
  closeSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';

/** Ways in which the files of the library's databases are damaged. */
const OF_DATABASES = [
  'CURRENT garbage',
  'CURRENT missing',
  'MANIFEST garbage',
  'MANIFEST missing',
  'MANIFEST torn',
  'log start flipped',
  'log middle flipped',
  'log cut',
  'log missing',
  'folder missing',
  'file in its place',
] as const;
type OfDatabases = (typeof OF_DATABASES)[number];

/** Ways in which what is kept outside the databases is damaged: the library itself is whole then. */
const OUTSIDE = ['outside missing', 'outside MANIFEST garbage', 'outside log flipped'] as const;
type Outside = (typeof OUTSIDE)[number];

export const DAMAGES = [...OF_DATABASES, ...OUTSIDE] as const;
export type Damage = (typeof DAMAGES)[number];

export const isOutside = (how: Damage): how is Outside => how.startsWith('outside');

/** Whether a damage shows only at the second start: the first goes on writing behind half a record. */
export const isLatent = (how: Damage): boolean => how === 'MANIFEST torn';

/** Bytes that are flipped. */
const FLIPPED = 200;

/** The newest file of a LevelDB folder whose name matches. */
function fileOf(folder: string, name: RegExp): string {
  const [newest] = readdirSync(folder)
    .filter((file) => name.test(file))
    .toSorted()
    .toReversed();
  if (newest === undefined) throw new Error(`${folder} has no file like ${name.source}.`);
  return path.join(folder, newest);
}

function flip(file: string, from: number): void {
  const handle = openSync(file, 'r+');
  const bytes = Buffer.alloc(FLIPPED);
  const count = readSync(handle, bytes, 0, FLIPPED, from);
  for (let at = 0; at < count; at += 1) bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  writeSync(handle, bytes, 0, count, from);
  closeSync(handle);
}

/** The header of a record of so many bytes and its first three: https://github.com/google/leveldb/blob/main/doc/log_format.md */
const half = (bytes: number): Buffer =>
  Buffer.from([1, 2, 3, 4, bytes & 0xff, bytes >> 8, 1, 7, 8, 9]);

/** Leaves half a record at the end of the log, as a crash does that comes in the middle of a write. */
export function tear(folder: string): void {
  appendFileSync(fileOf(folder, /\.log$/), half(1_000));
}

/** Damages the folder of a LevelDB that no browser has open. */
export function damage(folder: string, how: Damage): void {
  const log = (): string => fileOf(folder, /\.log$/);
  const manifest = (): string => fileOf(folder, /^MANIFEST/);
  const garble = (): void => writeFileSync(manifest(), Buffer.alloc(2_000, 0x5a));
  const remove = (): void => rmSync(folder, { recursive: true });
  const ways: Record<OfDatabases | Outside, () => void> = {
    'outside missing': remove,
    'outside MANIFEST garbage': garble,
    'outside log flipped': () => flip(log(), Math.floor(statSync(log()).size / 2)),
    // As short as what is written there: of a longer one it shows only when as much lies behind it.
    'MANIFEST torn': () => appendFileSync(manifest(), half(20)),
    'CURRENT garbage': () => writeFileSync(path.join(folder, 'CURRENT'), 'no manifest\n'),
    'CURRENT missing': () => rmSync(path.join(folder, 'CURRENT')),
    'MANIFEST garbage': garble,
    'MANIFEST missing': () => rmSync(manifest()),
    'log start flipped': () => flip(log(), 0),
    'log middle flipped': () => flip(log(), Math.floor(statSync(log()).size / 2)),
    'log cut': () => truncateSync(log(), Math.floor(statSync(log()).size / 2)),
    'log missing': () => rmSync(log()),
    'folder missing': remove,
    'file in its place': () => {
      remove();
      writeFileSync(folder, 'not a folder');
    },
  };
  ways[how]();
}
