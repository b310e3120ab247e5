import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeSite } from '@/scripts/new-site/make';

const ROOT = path.resolve(import.meta.dirname, '../..');
let root = '';

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'gloss-new-site-'));
  mkdirSync(path.join(root, 'test/sites'), { recursive: true });
  for (const file of ['sites', 'test/sites/near-misses.ts', 'README.md'])
    cpSync(path.join(ROOT, file), path.join(root, file), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

it('makes an adapter, its line in the registry, a fixture and near misses', () => {
  expect(makeSite(root, 'example-press').ok).toBe(true);
  expect(read('sites/example-press.ts')).toContain("id: 'example-press'");
  const registry = read('sites/index.ts');
  expect(registry).toContain(
    "import { emergentmind } from './emergentmind';\nimport { examplePress } from './example-press';",
  );
  expect(registry).toContain('  emergentmind,\n  examplePress,\n');
  expect(read('test/sites/near-misses.ts')).toMatch(/'example-press': \[\s*'https:/);
  expect(read('README.md')).toMatch(/^\| Example Press \|/m);
  expect(JSON.parse(read('test/sites/fixtures/example-press/list.json'))).toHaveProperty('url');
});

it('keeps the registry in order, whatever the name', () => {
  for (const id of ['aa', 'zz', 'match-point']) expect(makeSite(root, id).ok).toBe(true);
  const files = [...read('sites/index.ts').matchAll(/from '\.\/([\w-]+)'/g)].map(
    ([, file]) => file,
  );
  expect(files).toEqual(files.toSorted((a = '', b = '') => (a < b ? -1 : 1)));
});

it.each(['', 'Foo', 'a_b', '../x', 'index', 'arxiv', '-x'])('refuses "%s" in a sentence', (id) => {
  const before = read('sites/index.ts');
  const made = makeSite(root, id);
  expect(made).toMatchObject({ ok: false, error: expect.stringMatching(/\.$/) as string });
  expect(read('sites/index.ts')).toBe(before);
});
