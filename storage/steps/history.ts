import type { HistoryEntry } from '@/domain/library';
import { type MarkName, stampedRow } from '@/domain/paper/fields';
import { noteText } from '@/domain/paper/note';
import { assertNever } from '@/domain/same';
import type { GlossDatabase } from '@/storage/db';
import { isMarked, isStamped } from './journal';
import { isJoin, papersIn } from './join';
import type { JournalEntry } from '@/storage/rows';

/** Names of things that entries refer to. */
interface Names extends Record<MarkName, (id: string) => string> {
  passage: (id: string) => string;
  title: (id: string) => string;
}

type Told = Pick<HistoryEntry, 'kind' | 'from' | 'to'>;

/** What an entry says, as text; `null` for what is no part of a paper's story. */
function tell(entry: JournalEntry, names: Names): Told | null {
  if (isStamped(entry)) {
    const row = stampedRow(entry.field);
    const kind = entry.field === 'removed' ? 'delete' : entry.field;
    return { kind, from: row.text(entry.before), to: row.text(entry.after) };
  }
  if (isMarked(entry)) {
    const name = names[entry.field](entry.item);
    return { kind: entry.field, from: entry.before ? name : '', to: entry.after ? name : '' };
  }
  switch (entry.field) {
    case 'note':
      return { kind: 'note', from: noteText(entry.before), to: noteText(entry.after) };
    case 'highlight': {
      const passage = names.passage(entry.item);
      const isThere = (patch: typeof entry.before): string =>
        patch === null || patch.removed ? '' : passage;
      return { kind: 'highlight', from: isThere(entry.before), to: isThere(entry.after) };
    }
    case 'paper': {
      const from = papersIn(entry.before)
        .map(({ title }) => title)
        .join('\n');
      const to = entry.after.map(names.title).join('\n');
      const kind = isJoin(entry) ? 'join' : entry.item === 'split' ? 'split' : 'import';
      return { kind, from, to };
    }
    case 'seen':
    case 'tags':
    case 'shared':
    case 'sections':
    case 'topics':
      return null;
    default:
      return assertNever(entry);
  }
}

/** Steps about a paper and those that became it, newest first; `before` is `next` of the page before. */
export async function paperHistory(
  db: GlossDatabase,
  { id, before, limit }: { id: string; before: number | null; limit: number },
): Promise<{ entries: HistoryEntry[]; next: number | null }> {
  const paper = (await db.papers.get(id)) ?? (await db.papers.where('aliases').equals(id).first());
  const ids = paper ? [paper.id, ...paper.aliases] : [id];
  const all = await db.journal.where('paperId').anyOf(ids).reverse().sortBy('seq');
  const rows = all.filter(({ seq }) => before === null || seq < before);
  // What was joined last is taken apart first.
  const lastJoin = all.find((entry) => entry.field === 'paper' && isJoin(entry) && !entry.undone);
  const page = rows.slice(0, limit);
  const names = await namesOf(db, page);
  const many = await stepsOfMany(db, page, new Set(ids));
  const entries = page.flatMap((entry) => {
    const told = tell(entry, names);
    if (!told) return [];
    const { opId, at, origin, undone } = entry;
    const isNext = told.kind !== 'join' || entry === lastJoin;
    const canUndo = !undone && origin !== 'undo' && isNext;
    return [{ opId, at, origin, ...told, canUndo, isOfMany: many.has(opId) }];
  });
  return { entries, next: rows.length > limit ? (page.at(-1)?.seq ?? null) : null };
}

/** Steps that changed other papers too. */
async function stepsOfMany(
  db: GlossDatabase,
  entries: readonly JournalEntry[],
  own: ReadonlySet<string>,
): Promise<Set<string>> {
  const steps = [...new Set(entries.map(({ opId }) => opId))];
  const others = await Promise.all(
    steps.map((opId) =>
      db.journal
        .where('opId')
        .equals(opId)
        .filter(({ paperId }) => paperId !== '' && !own.has(paperId))
        .first(),
    ),
  );
  return new Set(steps.filter((_, at) => others[at]));
}

async function namesOf(db: GlossDatabase, entries: JournalEntry[]): Promise<Names> {
  const items = (field: string) =>
    entries.flatMap((entry) => (entry.field === field ? entry.item : []));
  const [tags, highlights, papers] = await Promise.all([
    db.tags.bulkGet(items('tag')),
    db.highlights.bulkGet(items('highlight')),
    db.papers.bulkGet(entries.flatMap((entry) => (entry.field === 'paper' ? entry.after : []))),
  ]);
  const byId = <T extends { id: string }>(rows: (T | undefined)[], name: (row: T) => string) => {
    const known = new Map(rows.flatMap((row) => (row ? [[row.id, name(row)]] : [])));
    return (wanted: string): string => known.get(wanted) ?? wanted;
  };
  return {
    tag: byId(tags, ({ name }) => name),
    passage: byId(highlights, ({ quote }) => quote.exact),
    title: byId(papers, ({ title }) => title),
  };
}
