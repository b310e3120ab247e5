import { dateOfIds, type Facts, yearOf } from '@/domain/paper/facts';
import type { PaperKey } from '@/domain/paper/paper';
import { keyScheme } from './paper-key';

/** The ids in keys by scheme, the strongest of each; titles are none. */
export function idsOfKeys(keys: readonly PaperKey[]): Record<string, string> {
  const ids: Record<string, string> = {};
  for (const key of keys)
    if (keyScheme(key) !== 'title') ids[keyScheme(key)] ??= key.slice(key.indexOf(':') + 1);
  return ids;
}

/** The year in which a paper appeared, as it was stated, else as an id tells; `null` where nothing does. */
export const publishedIn = ({
  keys,
  facts,
}: {
  keys: readonly PaperKey[];
  facts?: Facts | undefined;
}): number | null => yearOf(facts?.published?.value ?? dateOfIds(idsOfKeys(keys))) ?? null;
