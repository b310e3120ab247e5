import { localCalendar } from '@/domain/query/dates';
import type { SearchContext } from '@/domain/query/document';
import type { GlossDatabase } from '@/storage/db';
import { findDuplicates, type Titled } from '@/domain/identity/duplicates';
import type { LibraryPaper, Tag } from '@/domain/paper/paper';
import { papersAtOnce } from '@/storage/read/at-once';
import { documentsAfter, titlesAfter } from '@/storage/read/documents';
import { readShared } from '@/storage/shared';
import { ALL_PAPERS } from '@/storage/revisions';
import { listTags } from '@/storage/read/tags';
import { levelsOf } from '@/domain/topics/levels';
import type { Topic, TopicSet } from '@/domain/topics/types';
import { loadTopics } from '@/storage/read/topics';
import type { LibrarySource } from './engine';

/*
 * The one place outside the background that opens the library's database, and only reads it. A library of
 * 100,000 papers is 200 MB of text: to send it through messages, one JSON string after another, takes longer
 * than to index it.
 */

/** Papers that are kept for the next search: those of a small library, or of what a person is typing. */
export const PAPERS_KEPT = 500;

/** The library as the search reads it; `forget` drops what it keeps, once something was written. */
export function sourceOf(db: GlossDatabase) {
  let tags: Promise<Tag[]> | null = null;
  let papers = new Map<string, LibraryPaper>();
  function named(): Promise<Tag[]> {
    const reading = (tags ??= listTags(db));
    // A reading that failed is not kept.
    reading.catch(() => (tags = null));
    return reading;
  }
  return {
    all: ALL_PAPERS,
    after: (rev, limit) => documentsAfter(db, rev, limit),
    context: async (hasTopics): Promise<SearchContext> => {
      const [all, topics] = await Promise.all([named(), hasTopics ? loadTopics(db) : null]);
      return {
        tags: all.map(({ id, name }) => ({ id, names: [name] })),
        topics: topics ? nameables(topics) : [],
        calendar: localCalendar(new Date()),
      };
    },
    /** Papers by their ids; those that are not there are left out. */
    papers: async (ids: readonly string[]): Promise<LibraryPaper[]> => {
      if (papers.size > 0 && papers.size + ids.length > 2 * PAPERS_KEPT) papers = new Map();
      const kept = papers;
      const missing = ids.filter((id) => !kept.has(id));
      if (missing.length > 0) {
        const all = await named();
        for (const paper of await papersAtOnce(db.backendDB(), missing, all))
          kept.set(paper.id, paper);
      }
      return ids.flatMap((id) => kept.get(id) ?? []);
    },
    forget: (): void => {
      tags = null;
      papers = new Map();
    },
  } satisfies LibrarySource & Record<string, unknown>;
}

/** Topics and themes by their names; a theme means the papers of all its topics. */
function nameables({ topics, themes }: TopicSet): SearchContext['topics'] {
  const namesOf = ({ name, label }: Pick<Topic, 'name' | 'label'>): string[] =>
    name === undefined ? [label] : [name, label];
  return [
    ...topics.map((topic) => ({ id: topic.id, names: namesOf(topic), members: topic.members })),
    ...levelsOf({ topics, themes }).map(({ theme, members }) => ({
      id: `theme:${theme.id}`,
      names: namesOf(theme),
      members,
    })),
  ];
}

/** Titles that are read at once. */
const BATCH = 2_000;

/** Groups of papers that look like one, but for those that a person said are different. */
export async function duplicatesIn(db: GlossDatabase): Promise<string[][]> {
  const papers: Titled[] = [];
  for (let after = ''; ; ) {
    const batch = await titlesAfter(db, after, BATCH);
    papers.push(...batch.papers);
    if (batch.next === null) break;
    after = batch.next;
  }
  const different = await readShared(db, 'different');
  return findDuplicates(papers).filter((ids) => !different.has(ids.toSorted().join(' ')));
}
