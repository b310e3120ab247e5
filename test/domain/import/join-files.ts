import { exportDocument } from '@/domain/export/document';
import { Collection } from '@/domain/import/collection';
import { admitItem } from '@/domain/import/incoming';
import { readGloss } from '@/domain/import/gloss';

/** The file of a library that read files, in this order. */
export async function joinFiles(...files: string[]): Promise<string> {
  const library = new Collection();
  for (const file of files)
    for await (const item of readGloss([file])) library.add(admitItem(item));
  return exportDocument(library.head, library.papers, library.sightings);
}
