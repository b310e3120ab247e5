import type {
  DBCore,
  DBCoreKeyRange,
  DBCoreMutateRequest,
  DBCoreMutateResponse,
  DBCoreTransaction,
  Dexie,
} from 'dexie';

/*
 * Every write to a paper and every deletion leaves the paper's id with a number that is higher than all before. A
 * consumer that derives something from papers, like the search index, reads what came after the highest number that
 * it has seen. Writes to tags and to other records of the library take a number too, under an id that no paper has:
 * copies and backups are due after them, and a library that lost them is noticed.
 */

/** That a paper was written or deleted. */
export interface RevisionRow {
  id: string;
  rev: number;
}

/** Means every paper that was there before: all were deleted in one go. */
export const ALL_PAPERS = '*';
/** Means everything but papers. */
export const NO_PAPER = '';

/** Every key. Dexie declares a name for the type of range, and has it nowhere at run time. */
const ANY = { type: 3, lower: undefined, upper: undefined } as unknown as DBCoreKeyRange;
const PAPERS = 'papers';
const REVISIONS = 'revisions';
/** Tables whose writes are numbered. */
const NUMBERED: ReadonlySet<string> = new Set([PAPERS, 'tags', 'shared']);

/** The highest number that was given. */
async function highest(core: DBCore, trans: DBCoreTransaction): Promise<number> {
  const table = core.table(REVISIONS);
  const index = table.schema.getIndexByKeyPath('rev');
  if (!index) return 0;
  const cursor = await table.openCursor({
    trans,
    reverse: true,
    query: { index, range: ANY },
  });
  return cursor ? Number(cursor.key) : 0;
}

const idsOf = (request: DBCoreMutateRequest): string[] =>
  request.type === 'delete'
    ? (request.keys as string[])
    : request.type === 'deleteRange'
      ? [ALL_PAPERS]
      : (request.values as { id: string }[]).map(({ id }) => id);

/** Numbers the writes to a library's tables, each in its transaction. */
export function numberWrites(db: Dexie): void {
  db.use({
    stack: 'dbcore',
    name: REVISIONS,
    create: (core) => {
      let last: number | null = null;
      const numbering =
        (name: string) =>
        async (request: DBCoreMutateRequest): Promise<DBCoreMutateResponse> => {
          let rev = (last ??= await highest(core, request.trans));
          const ids = name === PAPERS ? idsOf(request) : [NO_PAPER];
          const values = ids.map((id) => ({ id, rev: ++rev }));
          last = rev;
          await core.table(REVISIONS).mutate({ type: 'put', trans: request.trans, values });
          return core.table(name).mutate(request);
        };
      /** A number that somebody else puts there is passed, too. */
      const passing = (request: DBCoreMutateRequest): Promise<DBCoreMutateResponse> => {
        last = null;
        return core.table(REVISIONS).mutate(request);
      };
      return {
        ...core,
        transaction: (stores, mode, options) =>
          core.transaction(
            mode === 'readwrite' &&
              stores.some((name) => NUMBERED.has(name)) &&
              !stores.includes(REVISIONS)
              ? [...stores, REVISIONS]
              : stores,
            mode,
            options,
          ),
        table: (name) => {
          const table = core.table(name);
          if (NUMBERED.has(name)) return { ...table, mutate: numbering(name) };
          return name === REVISIONS ? { ...table, mutate: passing } : table;
        },
      };
    },
  });
}
