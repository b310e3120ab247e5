import { exportDocument } from '@/domain/export/document';
import { Collection } from '@/domain/import/collection';
import { admitItem } from '@/domain/import/incoming';
import { readGloss } from '@/domain/import/gloss';

const NOW = Date.UTC(2100, 0, 1);

/** The file of a library that read files, in this order. */
export async function joinFiles(...files: string[]): Promise<string> {
  const library = new Collection();
  for (const file of files)
    for await (const item of readGloss([file])) library.add(admitItem(item, NOW));
  return exportDocument(library.head, library.papers, library.sightings);
}
