import type { HistoryEntry } from '@/domain/library';
import { noteText } from '@/domain/paper/note';
import type { GlossDatabase } from '@/storage/db';
import { isJoin } from './join';
import type { JournalEntry } from '@/storage/rows';

/** Names of things that entries refer to. */
interface Names {
  tag: (id: string) => string;
  passage: (id: string) => string;
  title: (id: string) => string;
}

type Told = Pick<HistoryEntry, 'kind' | 'from' | 'to'>;

/** What an entry says, as text; `null` for what is no part of a paper's story. */
function tell(entry: JournalEntry, names: Names): Told | null {
  switch (entry.field) {
    case 'status':
      return { kind: 'status', from: entry.before.status ?? '', to: entry.after.status ?? '' };
    case 'tag': {
      const name = names.tag(entry.item);
      return { kind: 'tag', from: entry.before ? name : '', to: entry.after ? name : '' };
    }
    case 'note':
      return { kind: 'note', from: noteText(entry.before), to: noteText(entry.after) };
    case 'highlight': {
      const passage = names.passage(entry.item);
      const isThere = (patch: typeof entry.before): string =>
        patch === null || patch.removed ? '' : passage;
      return { kind: 'highlight', from: isThere(entry.before), to: isThere(entry.after) };
    }
    case 'removed':
      return {
        kind: 'delete',
        from: entry.before ? 'deleted' : '',
        to: entry.after ? 'deleted' : '',
      };
    case 'paper': {
      const from = entry.before.papers.map(({ title }) => title).join('\n');
      const to = entry.after.map(names.title).join('\n');
      const kind = isJoin(entry) ? 'merge' : entry.item === 'split' ? 'unmerge' : 'import';
      return { kind, from, to };
    }
    default:
      return null;
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
    const isNext = told.kind !== 'merge' || entry === lastJoin;
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
