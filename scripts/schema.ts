import { writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  FLAT_SCHEMA_FILE,
  publishedFlatSchema,
  publishedSchema,
  SCHEMA_FILE,
} from './export-schema';
import { ROOT } from './browser/extension';

/** `npm run schema`: publishes the forms of the exports. */
writeFileSync(path.join(ROOT, SCHEMA_FILE), publishedSchema());
writeFileSync(path.join(ROOT, FLAT_SCHEMA_FILE), publishedFlatSchema());
