import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import {
  FLAT_SCHEMA_FILE,
  publishedFlatSchema,
  publishedSchema,
  SCHEMA_FILE,
} from '@/scripts/export-schema';
import { flatSchema } from '@/domain/export/flat-schema';
import { fileOf, libraryOf, SAMPLE } from './library';

const published = (file: string): unknown =>
  JSON.parse(readFileSync(path.join(import.meta.dirname, '../../..', file), 'utf8'));

test('the published schema is the one that files are checked against; `npm run schema` writes it', () => {
  expect(published(SCHEMA_FILE)).toEqual(JSON.parse(publishedSchema()));
  expect(published(FLAT_SCHEMA_FILE)).toEqual(JSON.parse(publishedFlatSchema()));
});

test('the JSON for scripts is as its schema says', () => {
  const file: unknown = JSON.parse(fileOf('flat', libraryOf(SAMPLE)));
  expect(flatSchema.safeParse(file).error).toBeUndefined();
});
