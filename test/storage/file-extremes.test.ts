import { expect, test } from 'vitest';
import { paperSchema, sharedSchema, sightingSchema, tagSchema } from '@/domain/export/schema';
import { readGloss } from '@/domain/import/gloss';
import { admitItem } from '@/domain/import/incoming';
import { applyImport } from '@/storage/import/import';
import { stagePage } from '@/storage/import/staging';
import { extremes, schemaOf } from '../rpc/extremes';
import { exportedText } from './exported';
import { openLibrary } from './open';

const KINDS = {
  paper: paperSchema,
  tag: tagSchema,
  shared: sharedSchema,
  sighting: sightingSchema,
} as const;

/** The same value of a paper of its own: many of one would be merged into one that is larger than any. */
function apart(value: unknown, number: number): unknown {
  const paper = value as { id?: string; keys?: string[] };
  const isPlain = paper.id?.length === 9 && paper.keys?.length === 1 && paper.keys[0] === paper.id;
  return isPlain ? { ...paper, id: `a:${number}`, keys: [`a:${number}`] } : value;
}

test.each(Object.entries(KINDS))(
  'what a file may hold of a %s, the export of a library that took it in can be read with',
  async (name, shape) => {
    const kind = name as keyof typeof KINDS;
    const { db, env } = openLibrary();
    const described = schemaOf(shape);
    // Records that a paper is made of are like papers.
    delete described.properties?.['parts'];
    const values = [...extremes(described)].map(apart);
    let page = 0;
    for (const value of values) {
      const staged = await stagePage(db, env, {
        id: 'file',
        page,
        items: [{ kind, place: '', value }],
      });
      if (staged.ok) page += 1;
    }
    expect(page).toBeGreaterThan(values.length / 2);
    await applyImport(db, env, { id: 'file', opId: 'file' });
    for await (const item of readGloss([await exportedText(db)])) admitItem(item);
  },
);
