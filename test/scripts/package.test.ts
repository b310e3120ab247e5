import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { different, readFindings } from '@/scripts/package/compare';

const scratch = mkdtempSync(path.join(tmpdir(), 'gloss-package-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const file = (folder: string, name: string, text: string): string => {
  mkdirSync(path.join(scratch, folder), { recursive: true });
  const at = path.join(scratch, folder, name);
  writeFileSync(at, text);
  return at;
};

it('names the zips that two builds made differently, or one of them only', () => {
  const first = [file('a', 'x.zip', 'same'), file('a', 'y.zip', 'one'), file('a', 'z.zip', '')];
  const second = [file('b', 'x.zip', 'same'), file('b', 'y.zip', 'two')];
  expect(different(first, second)).toEqual(['y.zip', 'z.zip']);
});

it('lets no warning of the linter pass, and takes silence for a fault', () => {
  const warnings = [{ code: 'UNSAFE', message: 'no', file: 'a.js' }];
  expect(readFindings(JSON.stringify({ errors: [], warnings }))).toEqual(['UNSAFE in a.js: no']);
  expect(readFindings('{"errors":[],"warnings":[]}')).toEqual([]);
  expect(readFindings('')).toEqual(['the linter gave no report']);
});
