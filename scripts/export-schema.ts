import * as z from 'zod/mini';
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
