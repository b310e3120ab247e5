import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { publishedSchema, SCHEMA_FILE } from '@/scripts/export-schema';

test('the published schema is the one that files are checked against; `npm run schema` writes it', () => {
  const published = readFileSync(path.join(import.meta.dirname, '../../..', SCHEMA_FILE), 'utf8');
  expect(JSON.parse(published)).toEqual(JSON.parse(publishedSchema()));
});
