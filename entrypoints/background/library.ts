import { ok } from '@/domain/result';
import type { Environment } from '@/storage/clock';
import type { GlossDatabase } from '@/storage/db';
import * as exporting from '@/storage/read/export';
import * as library from '@/storage/read/library';
import { listSearches, saveDifferent, saveSearch } from '@/storage/searches';
import { listTags } from '@/storage/read/tags';
import { type AppHandlers, value } from './answers';

type LibraryCall =
  | `library.${'newest' | 'between' | 'papers'}`
  | `export.${'papers' | 'head' | 'count' | 'sightings' | 'annotated'}`
  | `searches.${'list' | 'save'}`
  | 'tags.list'
  | 'papers.different';

/** Answers our own pages: what the library holds, exports, and what a person keeps beside papers. */
export const libraryHandlers = (
  db: GlossDatabase,
  env: Environment,
): Pick<AppHandlers, LibraryCall> => ({
  'library.newest': (ask) => value(library.newestPapers(db, ask)),
  'library.between': (ask) => value(library.papersBetween(db, ask)),
  'library.papers': ({ ids }) => value(library.papersById(db, ids)),
  'export.papers': (ask) => value(exporting.paperLines(db, ask)),
  'export.head': ({ after }) => value(exporting.exportHeadPage(db, after)),
  'export.count': () => value(db.papers.count()),
  'export.sightings': ({ after }) => value(exporting.sightingLines(db, after)),
  'export.annotated': ({ since }) => value(exporting.annotatedSince(db, since)),
  'searches.list': () => value(listSearches(db)),
  'searches.save': (ask) => value(saveSearch(db, env, ask)),
  'tags.list': () => value(listTags(db)),
  'papers.different': async (ask) => {
    await saveDifferent(db, env, ask);
    return ok(null);
  },
});
