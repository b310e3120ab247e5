import * as z from 'zod/mini';
import { flatSchema } from '@/domain/export/flat-schema';
import { SCHEMA_VERSION } from '@/domain/export/format';
import { documentSchema } from '@/domain/export/schema';

/** Where the published schema is. */
export const SCHEMA_FILE = `docs/gloss-export-${SCHEMA_VERSION}.schema.json`;

/** JSON Schema (2020-12) of the export, as text. */
export function publishedSchema(): string {
  const schema = z.toJSONSchema(documentSchema, { target: 'draft-2020-12' });
  const named = { title: `Gloss export, version ${SCHEMA_VERSION}`, ...schema };
  return `${JSON.stringify(named, null, 2)}\n`;
}

/** Where the schema of the JSON for scripts is. */
export const FLAT_SCHEMA_FILE = 'docs/gloss-flat-1.schema.json';

/** JSON Schema (2020-12) of the JSON for scripts, as text. */
export function publishedFlatSchema(): string {
  const schema = z.toJSONSchema(flatSchema, { target: 'draft-2020-12' });
  return `${JSON.stringify({ title: 'Gloss papers for scripts, version 1', ...schema }, null, 2)}\n`;
}
