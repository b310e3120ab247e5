import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { ROOT } from '@/scripts/browser/extension';

/** The published form of the export (`npm run schema` writes it). */
const SCHEMA = path.join(ROOT, 'docs/gloss-export-1.schema.json');

/** Reads an export file. Fails with the first place that is not as the published schema says. */
export function readExport(file: string): unknown {
  const document: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const ajv = new Ajv2020({ strict: false });
  const validate = ajv.compile(JSON.parse(readFileSync(SCHEMA, 'utf8')));
  if (!validate(document))
    throw new Error(`the export is not valid: ${ajv.errorsText(validate.errors)}`);
  return document;
}

/** All values under a name, at any depth. */
export function valuesOf(document: unknown, name: string): unknown[] {
  if (typeof document !== 'object' || document === null) return [];
  return Object.entries(document).flatMap(([key, value]) => [
    ...(key === name ? [value] : []),
    ...valuesOf(value, name),
  ]);
}
