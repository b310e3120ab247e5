import type { DBCore, DBCoreKeyRange, DBCoreMutateRequest, DBCoreTransaction, Dexie } from 'dexie';

/*
 * Every write to a paper and every deletion leaves the paper's id with a number that is higher than all before. A
 * consumer that derives something from papers, like the search index, reads what came after the highest number that
 * it has seen.
 */

/** That a paper was written or deleted. */
export interface RevisionRow {
  id: string;
  rev: number;
}

/** Stands for all papers that were there before: they were deleted in one go. */
export const ALL_PAPERS = '*';

/** Every key. Dexie declares a name for the type of range, and has it nowhere at run time. */
const ANY = { type: 3, lower: undefined, upper: undefined } as unknown as DBCoreKeyRange;
const PAPERS = 'papers';
const REVISIONS = 'revisions';

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

/** Numbers every write to `papers`, in its transaction. */
export function numberWrites(db: Dexie): void {
  db.use({
    stack: 'dbcore',
    name: REVISIONS,
    create: (core) => {
      let last: number | null = null;
      async function mutate(request: DBCoreMutateRequest) {
        let rev = (last ??= await highest(core, request.trans));
        const values = idsOf(request).map((id) => ({ id, rev: ++rev }));
        last = rev;
        await core.table(REVISIONS).mutate({ type: 'put', trans: request.trans, values });
        return core.table(PAPERS).mutate(request);
      }
      return {
        ...core,
        transaction: (stores, mode, options) =>
          core.transaction(
            mode === 'readwrite' && stores.includes(PAPERS) && !stores.includes(REVISIONS)
              ? [...stores, REVISIONS]
              : stores,
            mode,
            options,
          ),
        table: (name) => (name === PAPERS ? { ...core.table(name), mutate } : core.table(name)),
      };
    },
  });
}
