import type { Mark, Offer } from '@/domain/mark';
import { hash53 } from '@/domain/hash';
import type { Shelf } from '@/domain/shelf';
import type { Environment } from '@/storage/clock';
import type { GlossDatabase } from '@/storage/db';
import { exportHead } from '@/storage/read/export';
import { ALL_PAPERS } from '@/storage/revisions';
import { revisionOf } from '@/storage/told';
import { fromBase64, toBase64 } from './base64';
import { pack } from './compress';
import type { BackupDatabase, BackupPart, BackupRow } from './db';
import { Broken } from './read';
import { changesAfter, nextSlice } from './write';

/*
 * A copy of the library outside all databases. Chromium keeps the databases of an extension in one folder and empties
 * it when it finds it damaged, backups included; the extension's own storage (`storage.local`) has another folder and
 * outlives that, and the clearing of site data too. The copy is written by the slices of a backup. Once it is whole,
 * what was changed since is added to it, so that it is never older than minutes.
 */

/** A copy, and the moment since which changes were added to it. */
interface Copy extends BackupRow {
  /** When its first slice was written, milliseconds since 1970. */
  begunAt: number;
  /** Parts of changes after it was whole. */
  added: number;
  /** Stands for the head that was written last: it is added again where it is another. */
  head?: number;
}

interface Copies {
  whole?: Copy | undefined;
  begun?: Copy | undefined;
  /** The library is too large for a copy; noted when that was found. */
  tooLargeAt?: number | undefined;
}

const COPIES = 'copies';
/** Compressed bytes of a copy at the most: some 100,000 papers with abstracts take a fourth of it. */
const MOST_BYTES = 200_000_000;
/** Additions after which a copy is written anew. */
const MOST_ADDED = 60;
/** A copy is written anew after so long, for what additions don't carry: sightings. Milliseconds. */
const OLD = 7 * 86_400_000;

/** Whether so much time lies between a moment and now, under whatever clock it was noted. */
const isLongAgo = (at: number, now: number): boolean => Math.abs(now - at) >= OLD;

const headName = (head: unknown): number => hash53(JSON.stringify(head));

const keyOf = (copy: { id: string }, index: number): string => `copy/${copy.id}/${index}`;

const keysOf = (copy: Copy | undefined): string[] =>
  Array.from({ length: copy?.parts ?? 0 }, (_, index) => keyOf({ id: copy?.id ?? '' }, index));

/** The list of the copies that lie outside the databases. */
export const readCopies = async (shelf: Shelf): Promise<Copies> =>
  ((await shelf.get(COPIES)) as Copies | undefined) ?? {};

interface Part {
  kind: BackupPart['kind'];
  value: unknown;
}

/** A part as it is kept; `data` is compressed JSON in base64. */
interface StoredPart {
  kind: Part['kind'];
  data: string;
}

/** A copy with further parts; the values to be set for it, at once with the list of copies. */
async function withParts(copy: Copy, parts: readonly Part[]) {
  const values: Record<string, unknown> = {};
  let { bytes, parts: count } = copy;
  for (const { kind, value } of parts) {
    const packed = await pack(value);
    values[keyOf(copy, count)] = { kind, data: toBase64(packed) };
    count += 1;
    bytes += packed.byteLength;
  }
  return { copy: { ...copy, bytes, parts: count }, values };
}

async function begin(db: GlossDatabase, shelf: Shelf, env: Environment): Promise<void> {
  const { whole } = await readCopies(shelf);
  const [at, rev] = [env.now(), await revisionOf(db)];
  const start = { phase: 'papers', after: '', parts: 0, papers: 0, bytes: 0, added: 0 } as const;
  const begun: Copy = { id: env.newId(), reason: 'copy', at, begunAt: at, rev, ...start };
  await shelf.set({ [COPIES]: { whole, begun } satisfies Copies });
}

/** Writes the next slice of a copy; in place of the one before once it is whole. */
async function goOn(
  db: GlossDatabase,
  shelf: Shelf,
  env: Environment,
  { whole, begun }: Copies & { begun: Copy },
): Promise<boolean> {
  const { kind, value, papers, next } = await nextSlice(db, begun);
  const { copy, values } = await withParts(begun, [{ kind, value }]);
  const written: Copy = {
    ...copy,
    ...next,
    papers: copy.papers + papers,
    ...(kind === 'head' ? { head: headName(value) } : {}),
  };
  if (written.bytes > MOST_BYTES) {
    await shelf.set({ [COPIES]: { whole, tooLargeAt: env.now() } satisfies Copies });
    await shelf.remove(keysOf(begun));
    return false;
  }
  if (next.phase !== 'done') {
    await shelf.set({ ...values, [COPIES]: { whole, begun: written } satisfies Copies });
    return true;
  }
  // The copy includes changes that were made while it was written.
  const done: Copy = { ...written, complete: 1 };
  await shelf.set({ ...values, [COPIES]: { whole: done } satisfies Copies });
  await shelf.remove(keysOf(whole));
  return true;
}

/** Adds what was changed since a copy was whole. It is whole at every moment: parts and list are set at once. */
async function add(
  db: GlossDatabase,
  shelf: Shelf,
  env: Environment,
  whole: Copy,
): Promise<boolean> {
  const at = env.now();
  const { papers, gone, last } = await changesAfter(db, whole.rev);
  if (last === whole.rev) return false;
  const changes = { kind: 'gone', value: { papers, gone } } as const;
  const value = await exportHead(db);
  const head = headName(value);
  const parts: Part[] = head === whole.head ? [changes] : [changes, { kind: 'head', value }];
  const { copy, values } = await withParts(whole, parts);
  if (copy.bytes > MOST_BYTES) {
    // What was added to it may be more than the library is.
    await begin(db, shelf, env);
    return true;
  }
  const now: Copy = {
    ...copy,
    head,
    at,
    rev: last,
    added: copy.added + 1,
    papers: await db.papers.count(),
  };
  await shelf.set({ ...values, [COPIES]: { whole: now } satisfies Copies });
  return true;
}

/**
 * Whether all parts of a copy are there. Chromium repairs the extension's own storage where its files are damaged, and
 * leaves out what it can't read.
 */
async function isAllThere(shelf: Shelf, copy: Copy): Promise<boolean> {
  const keys = await shelf.keys();
  if (!keys) return true;
  const there = new Set(keys);
  return keysOf(copy).every((key) => there.has(key));
}

/** The copies of which all parts are there; what is left of others is removed. */
async function soundCopies(shelf: Shelf): Promise<Copies> {
  const copies = await readCopies(shelf);
  const { whole, begun } = copies;
  const broken: Copy[] = [];
  for (const copy of [whole, begun])
    if (copy && !(await isAllThere(shelf, copy))) broken.push(copy);
  if (broken.length === 0) return copies;
  const sound = (copy: Copy | undefined) => (copy && !broken.includes(copy) ? copy : undefined);
  const left: Copies = { ...copies, whole: sound(whole), begun: sound(begun) };
  await shelf.set({ [COPIES]: left });
  await shelf.remove(broken.flatMap(keysOf));
  return left;
}

/** Whether a copy is better written anew than added to. */
async function isOutworn(db: GlossDatabase, copy: Copy, now: number): Promise<boolean> {
  const cleared = (await db.revisions.get(ALL_PAPERS))?.rev ?? 0;
  return cleared > copy.rev || copy.added >= MOST_ADDED || isLongAgo(copy.begunAt, now);
}

/**
 * One slice of what is to be done for the copy. Returns whether there is more to do. A worker may be stopped at any
 * time: the next one goes on. Fails as the store does (a full disk).
 */
export async function careForCopy(
  db: GlossDatabase,
  shelf: Shelf,
  env: Environment,
): Promise<boolean> {
  const { begun, ...copies } = await soundCopies(shelf);
  if (begun && !isLongAgo(begun.begunAt, env.now()))
    return goOn(db, shelf, env, { ...copies, begun });
  if (begun) await shelf.remove(keysOf(begun));
  const { whole, tooLargeAt } = copies;
  const rev = await revisionOf(db);
  if (rev === 0 || rev === whole?.rev) return false;
  if (tooLargeAt !== undefined && !isLongAgo(tooLargeAt, env.now())) return false;
  if (whole && !(await isOutworn(db, whole, env.now()))) return add(db, shelf, env, whole);
  await begin(db, shelf, env);
  return true;
}

/** A copy or a backup as something to bring the library back from, with the library's last write that is in it. */
export type Way = Offer & { rev: number };

/** The way back that the copy outside the databases offers; none where there is no whole copy. */
export async function wayByCopy(shelf: Shelf): Promise<Way[]> {
  const { whole } = await readCopies(shelf);
  if (!whole || !(await isAllThere(shelf, whole))) return [];
  const { at, papers, rev } = whole;
  return [{ from: { kind: 'copy' }, at, papers, rev }];
}

/** What the copy tells of the library that was copied; `null` where there is no copy. */
export async function markOfCopy(shelf: Shelf): Promise<Mark | null> {
  const { whole } = await readCopies(shelf);
  if (!whole) return null;
  const { at, papers, rev } = whole;
  return { library: null, rev, at, papers, countedRev: rev, schema: 0 };
}

/**
 * Takes the copy in as a backup, to be looked at and restored like any other; taken twice it is there once. `null` where
 * there is no copy. Fails (`Broken`) where a part of it is gone.
 */
export async function takeCopy(backups: BackupDatabase, shelf: Shelf): Promise<string | null> {
  const { whole } = await readCopies(shelf);
  if (!whole) return null;
  for (let index = 0; index < whole.parts; index++) {
    const part = (await shelf.get(keyOf(whole, index))) as StoredPart | undefined;
    if (!part) throw new Broken('invalid', `Part ${index + 1} of the copy is gone.`);
    await backups.parts.put({
      backup: whole.id,
      index,
      kind: part.kind,
      bytes: fromBase64(part.data),
    });
  }
  const { added: _added, begunAt: _begunAt, head: _head, ...row } = whole;
  await backups.backups.put(row);
  return whole.id;
}
