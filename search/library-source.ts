import type { Calendar } from '@/domain/query/dates';
import type { SearchContext } from '@/domain/query/document';
import type { GlossDatabase } from '@/storage/db';
import { documentsAfter } from '@/storage/documents';
import { ALL_PAPERS } from '@/storage/revisions';
import { listTags } from '@/storage/tags';
import { loadTopics } from '@/storage/topics';
import type { LibrarySource } from './engine';

/*
 * The one place outside the background that opens the library's database, and only reads it. A library of
 * 100,000 papers is 200 MB of text: to send it through messages, one JSON string after another, takes longer
 * than to index it.
 */

/** The person's calendar. */
export function localCalendar(now: Date): Calendar {
  return {
    today: { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() },
    startOf: ({ year, month, day }) => new Date(year, month - 1, day).getTime(),
  };
}

export const sourceOf = (db: GlossDatabase): LibrarySource => ({
  all: ALL_PAPERS,
  after: (rev, limit) => documentsAfter(db, rev, limit),
  context: async (): Promise<SearchContext> => {
    const [tags, topics] = await Promise.all([listTags(db), loadTopics(db)]);
    return {
      tags: tags.map(({ id, name }) => ({ id, names: [name] })),
      topics: (topics?.topics ?? []).map(({ id, label, name, members }) => ({
        id,
        names: name === undefined ? [label] : [name, label],
        members,
      })),
      calendar: localCalendar(new Date()),
    };
  },
});
