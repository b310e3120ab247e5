import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { publishedSchema, SCHEMA_FILE } from './export-schema';
import { ROOT } from './browser/extension';

/** `npm run schema`: publishes the form of the export. */
writeFileSync(path.join(ROOT, SCHEMA_FILE), publishedSchema());
