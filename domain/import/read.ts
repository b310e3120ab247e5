import { fail, ok, type Result } from '@/domain/result';
import type { Chunks } from './chunks';
import { Collection } from './collection';
import { IMPORT_FORMATS, type ImportFormatId, type ReadOptions } from './formats';
import { admitItem, type Incoming, withinReason } from './incoming';
import { Unreadable } from './unreadable';

/** What a file holds, as a library of its own, with what was rejected. Fails with `invalid`, and the place. */
export async function readCollection(
  format: ImportFormatId,
  chunks: Chunks,
  options: ReadOptions,
): Promise<Result<{ library: Collection; rejected: Incoming[] }>> {
  const library = new Collection();
  const rejected: Incoming[] = [];
  try {
    for await (const item of withinReason(IMPORT_FORMATS[format](chunks, options))) {
      if (item.kind === 'rejected') rejected.push(item);
      else library.add(admitItem(item));
    }
  } catch (error) {
    if (error instanceof Unreadable) return fail('invalid', error.message);
    throw error;
  }
  return ok({ library, rejected });
}
