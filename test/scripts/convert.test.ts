import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { exportDocument } from '@/domain/export/document';
import { fileOf, libraryOf, SAMPLE } from '../domain/export/library';

const ROOT = path.join(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'gloss-convert-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command as another program would. */
function convert(from: string, to: string, name: string, text?: string) {
  const file = path.join(folder, name);
  if (text !== undefined) writeFileSync(file, text);
  const script = path.join(ROOT, 'scripts/run.mjs');
  const done = spawnSync(process.execPath, [script, 'convert', '--from', from, '--to', to, file], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return { code: done.status, out: done.stdout, said: done.stderr.trim().split('\n') };
}

test('a file in another format is on standard output, and nothing else', () => {
  const library = libraryOf(SAMPLE);
  const text = exportDocument(library.head, library.papers);
  const found = convert('gloss', 'csv', 'papers.json', text);
  expect(found).toMatchObject({ code: 0, out: fileOf('csv', library) });
});

test.each([
  ['gloss', 'bibtex', 'missing.json', undefined, /missing\.json: there is no such file/],
  ['gloss', 'bibtex', 'broken.json', '{"format":"gloss","version":1,"papers":[3]}', /papers\[0\]/],
  ['gloss', 'bibtex', '.', undefined, /gloss-convert-\w+\/?: this is a folder/],
  ['links', 'pdf', 'links.txt', 'https://arxiv.org/abs/2401.00001', /--to: expected one of gloss/],
  ['bibtex', 'gloss', 'empty.bib', '@misc{a}', /line 1: /],
])('bad input, %s to %s of %s, is exit code 2 and a sentence', (from, to, name, text, says) => {
  const found = convert(from, to, name, text);
  expect(found).toMatchObject({ code: 2, out: '' });
  expect(found.said.join(' ')).toMatch(says);
  expect(found.said).toHaveLength(1);
});
