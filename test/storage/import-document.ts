import type { GlossDocument } from '@/domain/export/schema';
import type { Admitted } from '@/domain/import/incoming';
import type { ImportReport } from '@/domain/library';
import type { Environment } from '@/storage/clock';
import type { GlossDatabase } from '@/storage/db';
import { applyImport } from '@/storage/import/import';
import { keepPage } from '@/storage/import/staging';

const PAGE = 500;

/** Stages a document that is in memory, and imports it. */
export async function importDocument(
  db: GlossDatabase,
  env: Environment,
  { tags = [], shared = [], papers, sightings = [], ...head }: GlossDocument,
  opId = env.newId(),
): Promise<{ report: ImportReport; changed: string[] }> {
  const sections = Object.entries(head).filter(([name]) => !HEAD.has(name));
  const items: Admitted[] = [
    ...tags.map((value) => ({ kind: 'tag' as const, place: '', value })),
    ...shared.map((value) => ({ kind: 'shared' as const, place: '', value })),
    ...papers.map((value) => ({ kind: 'paper' as const, place: '', value })),
    ...sightings.map((value) => ({ kind: 'sighting' as const, place: '', value })),
    ...sections.map(([place, value]) => ({ kind: 'section' as const, place, value })),
  ];
  const id = env.newId();
  for (let page = 0; page === 0 || page * PAGE < items.length; page++)
    await keepPage(db, env.now(), { id, page, items: items.slice(page * PAGE, (page + 1) * PAGE) });
  return applyImport(db, env, { id, opId });
}

const HEAD = new Set(['format', 'version', 'minReader']);
