import fc from 'fast-check';
import { readGloss } from '@/domain/import/gloss';
import { noteText } from '@/domain/paper/note';
import type { PaperRef, Status } from '@/domain/paper/paper';
import {
  addHighlight,
  removeHighlight,
  writeNote,
  writeStatus,
  writeTag,
} from '@/storage/steps/actions';
import type { Environment } from '@/storage/clock';
import type { GlossDatabase } from '@/storage/db';
import { applyImport } from '@/storage/import/import';
import { joinMany, splitNewest } from '@/storage/steps/join';
import { changeMany } from '@/storage/steps/many';
import { saveSearch } from '@/storage/searches';
import { saveSettings } from '@/storage/settings';
import { stagePage } from '@/storage/import/staging';
import { renameTag } from '@/storage/steps/tags';
import { emptyTrash } from '@/storage/steps/trash';
import { undo } from '@/storage/steps/undo';
import { stampAt } from '../domain/arbitrary';
import { openLibrary, refOf, passage } from './open';

export interface Machine {
  db: GlossDatabase;
  env: Environment;
}

const PAPERS: PaperRef[] = [
  refOf(['arxiv:2401.00001', 'title:tides on small moons of large planets']),
  refOf(['doi:10.1000/a', 'title:tides on small moons of large planets'], {
    abstract: 'Longer text of it.',
  }),
  refOf(['arxiv:2401.00002', 'title:rings of dust around stars'], {
    title: 'Rings of Dust around Stars',
  }),
  // A page that knows two ids of one paper, and one that knows a title alone.
  refOf(['arxiv:2401.00002', 'doi:10.1000/c', 'title:rings of dust around stars'], {
    title: 'Rings of Dust around Stars',
  }),
  refOf(['doi:10.1000/a', 'doi:10.1000/c'], { title: 'Rings and Tides' }),
  refOf(['title:rings of dust around stars'], { title: 'Rings of Dust around Stars' }),
];

export const highlightRecord = {
  ...passage('h'),
  removed: false,
  stamps: { colour: stampAt(1, 'ann') },
};

export type Edit =
  | { kind: 'status'; paper: number; status: Status | null }
  | { kind: 'tag'; paper: number; name: string; on: boolean }
  | { kind: 'note'; paper: number; text: string }
  | { kind: 'highlight'; paper: number; id: string; on: boolean }
  | { kind: 'delete'; paper: number }
  | { kind: 'restore'; paper: number }
  | { kind: 'mute'; word: string }
  | { kind: 'search'; id: string; query: string | null }
  | { kind: 'rename'; name: string }
  | { kind: 'join'; papers: [number, number] }
  | { kind: 'part'; paper: number }
  | { kind: 'undo' }
  | { kind: 'empty' };

const paper = fc.nat({ max: PAPERS.length - 1 });
export const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    kind: fc.constant('status' as const),
    paper,
    status: fc.constantFrom<(Status | null)[]>('saved', 'read', 'dismissed', null),
  }),
  fc.record({
    kind: fc.constant('tag' as const),
    paper,
    name: fc.constantFrom('Moons', 'to read'),
    on: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('note' as const),
    paper,
    text: fc.constantFrom('alpha beta', 'gamma delta', 'epsilon'),
  }),
  fc.record({
    kind: fc.constant('highlight' as const),
    paper,
    id: fc.constantFrom('h1', 'h2'),
    on: fc.boolean(),
  }),
  fc.record({ kind: fc.constantFrom<('delete' | 'restore')[]>('delete', 'restore'), paper }),
  fc.record({ kind: fc.constant('mute' as const), word: fc.constantFrom('survey', 'poster') }),
  fc.record({
    kind: fc.constant('search' as const),
    id: fc.constantFrom('s1', 's2'),
    query: fc.option(fc.constantFrom('tag:moons', 'has:note')),
  }),
  fc.record({ kind: fc.constant('join' as const), papers: fc.tuple(paper, paper) }),
  fc.record({ kind: fc.constant('part' as const), paper }),
  fc.record({ kind: fc.constantFrom<('undo' | 'empty')[]>('undo', 'empty') }),
  fc.record({ kind: fc.constant('rename' as const), name: fc.constantFrom('Satellites', 'moon') }),
);

let operations = 0;

async function perform({ db, env }: Machine, name: string, one: Edit): Promise<void> {
  const opId = `${name}${(operations += 1)}`;
  if (one.kind === 'undo') return void (await undo(db, env, opId));
  if (one.kind === 'empty') return void (await emptyTrash(db));
  if (one.kind === 'mute') return void (await saveSettings(db, env, { muted: [one.word] }));
  if (one.kind === 'rename')
    return void (await renameTag(db, env, { opId, id: 'moons', name: one.name }));
  // Papers that are not there, or one already, are refused.
  if (one.kind === 'join') {
    const ids = one.papers.map((at) => PAPERS[at]!.keys[0]!);
    return void (await joinMany(db, env, { opId, ids }));
  }
  if (one.kind === 'part')
    return void (await splitNewest(db, env, { opId, id: PAPERS[one.paper]!.keys[0]! }));
  if (one.kind === 'search') {
    const search = one.query && { id: one.id, name: one.id, query: one.query, sort: '' };
    return void (await saveSearch(db, env, { id: one.id, search: search || null }));
  }
  const operation = { opId, paper: PAPERS[one.paper]! };
  if (one.kind === 'delete' || one.kind === 'restore') {
    const ids = [operation.paper.keys[0]!];
    // One that is not there is refused.
    return void (await changeMany(db, env, { opId, ids, change: { kind: one.kind } }));
  }
  if (one.kind === 'status') await writeStatus(db, env, { ...operation, status: one.status });
  else if (one.kind === 'tag')
    await writeTag(db, env, { ...operation, name: one.name, on: one.on });
  else if (one.kind === 'note')
    await writeNote(db, env, { ...operation, base: '', text: one.text });
  else if (one.on)
    await addHighlight(db, env, {
      ...operation,
      highlight: passage(`${name}-${one.id}-${one.paper}`),
    });
  else await removeHighlight(db, env, { ...operation, id: `${name}-${one.id}-${one.paper}` });
}

/** Reads a file into a library, in pages of two items. */
export async function load({ db, env }: Machine, file: string, id = `import${(operations += 1)}`) {
  const items = await Array.fromAsync(readGloss([file]));
  for (let page = 0; page === 0 || page * 2 < items.length; page++) {
    const staged = await stagePage(db, env, {
      id,
      page,
      items: items.slice(page * 2, page * 2 + 2),
    });
    if (!staged.ok) throw new Error(staged.error.message);
  }
  return { id, ...(await applyImport(db, env, { id, opId: id })) };
}

export const machine = (start: number): Machine => openLibrary(start);

export async function edited(name: string, to: Machine, edits: Edit[]): Promise<void> {
  for (const one of edits) await perform(to, name, one);
}

export const edits = fc.array(edit, { maxLength: 6 });

/** Every word of the notes, each once. */
export async function wordsOf(...libraries: GlossDatabase[]): Promise<string[]> {
  const words = new Set<string>();
  for (const db of libraries)
    for (const { note } of await db.papers.toArray())
      for (const word of noteText(note).split(/\W+/)) if (word !== '') words.add(word);
  return [...words].toSorted();
}
