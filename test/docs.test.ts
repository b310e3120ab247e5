import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { ORIGINS } from '@/domain/complete/complete';

const ROOT = path.resolve(import.meta.dirname, '..');
const DOCUMENTS = ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md'].concat(
  readdirSync(path.join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
);

/** Paths of the tree that a document names, those with placeholders left out. */
const pathsIn = (text: string): string[] =>
  [
    ...text.matchAll(
      /`((?:components|domain|storage|rpc|entrypoints|search|sites|topics|scripts|bench|test|docs)\/[\w./-]+)`/g,
    ),
  ].flatMap(([, name]) => (name === undefined || name.includes('example') ? [] : name));

/** Whether a file or folder is there; a module may be named as imports name it. */
const isThere = (name: string): boolean =>
  ['', '.ts', '.tsx'].some((ending) => existsSync(path.join(ROOT, `${name}${ending}`)));

it.each(DOCUMENTS)('%s names files and folders that are there', (document) => {
  const text = readFileSync(path.join(ROOT, document), 'utf8');
  expect(pathsIn(text).filter((name) => !isThere(name))).toEqual([]);
});

it('the summary for the stores is as short as they ask', () => {
  const text = readFileSync(path.join(ROOT, 'docs/store/listing.md'), 'utf8');
  const [, summary = ''] = /## Summary[^\n]*\n\n([^\n]+)/.exec(text) ?? [];
  expect(summary.length).toBeGreaterThan(40);
  expect(summary.length).toBeLessThanOrEqual(132);
});

it.each(['docs/privacy.md', 'docs/store/privacy.md', 'docs/store/permissions.md'])(
  '%s names each server that Gloss may ask',
  (document) => {
    const text = readFileSync(path.join(ROOT, document), 'utf8');
    const hosts = ORIGINS.map((pattern) => new URL(pattern.replace('*', '')).host);
    expect(hosts.filter((host) => !text.includes(host))).toEqual([]);
  },
);
