import { fail, ok, type Result } from '@/domain/result';
import type { Chunks } from './chunks';
import { Collection } from './collection';
import { IMPORT_FORMATS, type ImportFormatId, type ReadOptions } from './formats';
import { admitItem, type Incoming, withinReason } from './incoming';
import { Unreadable } from './unreadable';

/** Counts in how many entries a field was left out. */
export const countLeft = (left: Map<string, number>, { value }: Incoming): unknown =>
  left.set(String(value), (left.get(String(value)) ?? 0) + 1);

/** What a file holds, as a library of its own, with what was rejected and which fields were left out. Fails with `invalid`, and the place. */
export async function readCollection(
  format: ImportFormatId,
  chunks: Chunks,
  options: ReadOptions,
): Promise<Result<{ library: Collection; rejected: Incoming[]; left: Map<string, number> }>> {
  const library = new Collection();
  const rejected: Incoming[] = [];
  const left = new Map<string, number>();
  try {
    for await (const item of withinReason(IMPORT_FORMATS[format](chunks, options))) {
      if (item.kind === 'rejected') rejected.push(item);
      else if (item.kind === 'left') countLeft(left, item);
      else library.add(admitItem(item));
    }
  } catch (error) {
    if (error instanceof Unreadable) return fail('invalid', error.message);
    throw error;
  }
  return ok({ library, rejected, left });
}
