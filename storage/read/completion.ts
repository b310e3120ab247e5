import type { PaperText, Tag } from '@/domain/paper/paper';
import { tagOf } from '@/domain/paper/record';
import { suggestedTags, type TaggedPaper, useOf } from '@/domain/paper/tag-use';
import type { GlossDatabase } from '@/storage/db';

/** Tags whose papers are looked at for suggestions, and papers of each: some hundred rows, however big the library is. */
const TAGS = 30;
const PAPERS = 20;
const SUGGESTED = 4;

/** What a person may want to tag a paper with. */
export interface TagsToOffer {
  /** All tags, the likeliest first by how often and how lately they were used. */
  tags: Tag[];
  /** Those that similar papers have, the likeliest first. */
  suggested: Tag[];
}

/** Reads what a paper can be tagged with. */
export async function completeTags(
  db: GlossDatabase,
  paper: PaperText,
  now: number,
): Promise<TagsToOffer> {
  const records = (await db.tags.toArray()).filter(({ removed }) => !removed);
  const counts = await Promise.all(
    records.map(({ id }) => db.papers.where('tags').equals(id).count()),
  );
  const tags = records
    .map((record, at) => ({ record, use: useOf({ ...record, papers: counts[at] ?? 0 }, now) }))
    .toSorted((a, b) => b.use - a.use)
    .map(({ record }) => tagOf(record));
  const tagged = await taggedPapers(db, tags.slice(0, TAGS));
  const byId = new Map(tags.map((tag) => [tag.id, tag]));
  const suggested = suggestedTags(paper, tagged, SUGGESTED).flatMap((id) => byId.get(id) ?? []);
  return { tags, suggested };
}

async function taggedPapers(db: GlossDatabase, tags: readonly Tag[]): Promise<TaggedPaper[]> {
  const groups = await Promise.all(
    tags.map(({ id }) => db.papers.where('tags').equals(id).limit(PAPERS).toArray()),
  );
  const papers = groups.flat().filter(({ removed }) => !removed);
  return [...new Map(papers.map((paper) => [paper.id, paper])).values()];
}
