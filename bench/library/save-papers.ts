import { nextStamp } from '@/domain/paper/clock';
import { noNote } from '@/domain/paper/note';
import { GlossDatabase, indexesOf } from '@/storage/db';

/** What the bundle leaves in a page of the extension. */
declare global {
  /** Saves papers, an hour apart, straight into the database. */
  var savePapers: (papers: readonly { title: string; abstract: string }[]) => Promise<void>;
}

globalThis.savePapers = async (papers) => {
  const db = new GlossDatabase();
  const rows = papers.map(({ title, abstract }, index) => {
    const at = Date.UTC(2025, 0, 1) + index * 3_600_000;
    const id = `arxiv:2501.${String(10_000 + index)}`;
    const paper = {
      id,
      aliases: [],
      keys: [id],
      title,
      authors: ['Ada Abara'],
      abstract,
      links: [],
      listings: [],
      status: 'saved' as const,
      tags: [],
      note: noNote(),
      removed: false,
      stamps: { status: nextStamp(null, at, 'bench') },
      savedAt: at,
      createdAt: at,
      updatedAt: at,
    };
    return { ...paper, ...indexesOf(paper, false) };
  });
  await db.papers.bulkPut(rows);
  db.close();
};
