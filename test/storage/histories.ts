import fc from 'fast-check';
import { noteText } from '@/domain/paper/note';
import type { Status } from '@/domain/paper/paper';
import { writeNote, writeStatus, writeTag } from '@/storage/steps/actions';
import { joinMany, splitNewest } from '@/storage/steps/join';
import { changeMany } from '@/storage/steps/many';
import { pageStates } from '@/storage/papers';
import { undo } from '@/storage/steps/undo';
import { exportedText } from './exported';
import { load, type Machine } from './machine';
import { openLibrary, refOf } from './open';

/*
 * Histories of several machines with one library: each person's acts, and files that are written and read in any
 * order. Beside the library a plain list is kept of what was told last of each record.
 */

export const KEYS = ['arxiv:2401.00007', 'doi:10.1000/e', 's2:101'] as const;
const TAGS = ['moons', 'rings'] as const;

/** The entries of pages: one of each record, and one that names the first two. */
const ENTRIES = [
  refOf([KEYS[0]], { title: 'Ebb and its many small causes' }),
  refOf([KEYS[1]], { title: 'Flood on shores of every kind' }),
  refOf([KEYS[2]], { title: 'Slack water between the two others' }),
  refOf([KEYS[0], KEYS[1]], { title: 'Ebb and its many small causes' }),
];

export type Act = { machine: number } & (
  | { kind: 'status'; entry: number; status: Status | null }
  | { kind: 'tag'; entry: number; tag: string; on: boolean }
  | { kind: 'note' | 'remove' | 'restore' | 'part'; entry: number }
  | { kind: 'join'; entry: number; other: number }
  | { kind: 'undo' }
  | { kind: 'read'; from: number; back: number }
);

const machine = fc.nat({ max: 2 });
/** Mostly the first two. */
const record = fc.constantFrom(0, 0, 0, 1, 1, 1, 2);

const anyAct = (entry: fc.Arbitrary<number>): fc.Arbitrary<Act>[] => [
  fc.record({
    kind: fc.constant('status' as const),
    machine,
    entry,
    status: fc.constantFrom<(Status | null)[]>('saved', 'read', 'dismissed', null),
  }),
  fc.record({
    kind: fc.constant('tag' as const),
    machine,
    entry,
    tag: fc.constantFrom(...TAGS),
    on: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('note' as const), machine, entry }),
  fc.record({ kind: fc.constant('join' as const), machine, entry, other: entry }),
  fc.record({ kind: fc.constant('part' as const), machine, entry }),
  ...[0, 0].map((back) =>
    fc.record({
      kind: fc.constant('read' as const),
      machine,
      from: machine,
      back: fc.oneof(fc.constant(back), fc.nat({ max: 3 })),
    }),
  ),
];

/** Acts at entries that name one record each. */
export const plainActs = fc.array(fc.oneof(...anyAct(record)), {
  minLength: 4,
  maxLength: 24,
});
/** All acts: also at an entry that ties two records, and those that take papers away or things back. */
export const allActs = fc.array(
  fc.oneof(
    ...anyAct(fc.oneof(record, record, fc.constant(3))),
    fc.record({
      kind: fc.constantFrom<('remove' | 'restore')[]>('remove', 'restore'),
      machine,
      entry: record,
    }),
    fc.record({ kind: fc.constant('undo' as const), machine }),
  ),
  { minLength: 4, maxLength: 24 },
);

/** What all machines begin with: two records, and one of them decided on. */
export const START: Act[] = [
  { kind: 'note', machine: 0, entry: 0 },
  { kind: 'status', machine: 0, entry: 1, status: 'saved' },
  { kind: 'tag', machine: 0, entry: 1, tag: 'rings', on: true },
  { kind: 'read', machine: 1, from: 0, back: 0 },
];

/** What was told of one record, in the order of the acts; the last counts. */
export interface Told {
  status: (Status | null)[];
  tags: Record<string, boolean>;
  words: string[];
}

/** Machines whose clocks agree, with what was told of each record by its entry. */
export class History {
  readonly machines: Machine[];
  readonly told = new Map<string, Told>(
    KEYS.map((key) => [key, { status: [], tags: {}, words: [] }]),
  );
  /** What each machine wrote after each of its acts. */
  private readonly files: string[][] = [[], [], []];
  private acts = 0;
  private time = 1_700_000_000_000;

  constructor() {
    this.machines = [0, 1, 2].map(() => {
      const { db, env } = openLibrary();
      return { db, env: { ...env, now: () => (this.time += 1_000) } };
    });
  }

  async do(act: Act): Promise<void> {
    await this.perform(act);
    this.files[act.machine]!.push(await exportedText(this.machines[act.machine]!.db));
  }

  private async perform(act: Act): Promise<void> {
    const own = this.machines[act.machine]!;
    const { db, env } = own;
    const opId = `act${(this.acts += 1)}`;
    if (act.kind === 'read') {
      const file = this.files[act.from]!.at(-1 - act.back);
      return file === undefined ? undefined : void (await load(own, file));
    }
    if (act.kind === 'undo') return void (await undo(db, env, opId));
    const paper = ENTRIES[act.entry]!;
    const [key = ''] = paper.keys;
    const told = this.told.get(key)!;
    if (act.kind === 'join') {
      // Papers that are not there, or one already, are refused.
      const ids = [key, ENTRIES[act.other]!.keys[0]!];
      return void (await joinMany(db, env, { opId, ids }));
    }
    if (act.kind === 'part') return void (await splitNewest(db, env, { opId, id: key }));
    if (act.kind === 'remove' || act.kind === 'restore') {
      const kind = act.kind === 'remove' ? 'delete' : 'restore';
      return void (await changeMany(db, env, { opId, ids: [key], change: { kind } }));
    }
    if (act.kind === 'status') {
      told.status.push(act.status);
      return void (await writeStatus(db, env, { opId, paper, status: act.status }));
    }
    if (act.kind === 'tag') return this.tag(act, own, opId);
    const [state] = await pageStates(db, [{ keys: paper.keys }]);
    const { text, revision } = state!.note;
    told.words.push(opId);
    const added = text === '' ? opId : `${text}\n${opId}`;
    await writeNote(db, env, { opId, paper, base: revision, text: added });
  }

  /** A tag that is taken off is taken from all records of the paper that this machine knows to have it. */
  private async tag(
    { entry, tag, on }: Extract<Act, { kind: 'tag' }>,
    { db, env }: Machine,
    opId: string,
  ): Promise<void> {
    const paper = ENTRIES[entry]!;
    const key = paper.keys[0]!;
    const rows = await db.papers.toArray();
    const row = rows.find(({ id, aliases }) => [id, ...aliases].includes(key));
    const having = (row?.parts ?? []).filter(({ tags }) => tags.includes(tag)).map(({ id }) => id);
    await writeTag(db, env, { opId, paper, name: tag, on });
    for (const id of on ? [key] : [key, ...having]) this.told.get(id)!.tags[tag] = on;
  }

  /** Lets all machines read all that the others have, each in an order of its own. */
  async exchange(chance: (most: number) => number): Promise<string[]> {
    const files = await Promise.all(this.machines.map(({ db }) => exportedText(db)));
    for (const one of this.machines)
      for (const file of shuffled(files, chance)) await load(one, file);
    return Promise.all(this.machines.map(({ db }) => exportedText(db)));
  }
}

const shuffled = <T>(items: readonly T[], chance: (most: number) => number): T[] =>
  items
    .map((item) => ({ item, at: chance(1_000_000) }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item);

/** The records of each paper, and what the paper says. */
export const papersOf = async ({ db }: Machine) =>
  (await db.papers.toArray()).map(({ id, parts, status, tags, note }) => ({
    records: parts && parts.length > 0 ? parts.map((part) => part.id) : [id],
    status,
    tags,
    text: noteText(note),
  }));
