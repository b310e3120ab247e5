import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { LAYERS, type Node, ROOT, sourceOf, sourcesOf } from './syntax';

/*
 * The table in the architecture, the lists of the lint and the imports of the tree say the same: what one of them
 * names and another lacks fails here.
 */

/** The names in one cell: folders and modules from the root, packages. */
const namesIn = (cell: string): string[] =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '');

/** Each layer of the table with what it may import; a later row holds for its own files in place of an earlier one. */
const TABLE = new Map(
  readFileSync(path.join(ROOT, 'docs/architecture.md'), 'utf8')
    .split('## Who may import whom')[1]
    ?.split('\n## ')[0]
    ?.split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|'))
    .filter(([, , may = '']) => may.trim() !== 'anything')
    .map(([, layer = '', may = '']) => [namesIn(layer)[0] ?? '', namesIn(may).toSorted()]),
);

const isUnder = (name: string, folder: string): boolean =>
  name === folder || name.startsWith(`${folder}/`);

const isOf = (file: string, layer: string): boolean =>
  layer.includes('*')
    ? path.posix.dirname(layer) === path.posix.dirname(file)
    : isUnder(file, layer);

const rowOf = (file: string): string => [...TABLE.keys()].findLast((row) => isOf(file, row)) ?? '';

/** The folder that a file may import all of: its layer, or its part of `components` and `entrypoints`. */
const homeOf = (file: string): string =>
  file
    .split('/')
    .slice(0, /^(?:components|entrypoints)\//.test(file) ? 2 : 1)
    .join('/');

/** All that a file imports, types included. */
const allImportsOf = (file: string): string[] =>
  sourceOf(file)
    .seats.map(({ node }) => (node['source'] as Node | null | undefined)?.['value'])
    .filter((name) => typeof name === 'string')
    .map((name) =>
      name.startsWith('.')
        ? path.posix.join(path.posix.dirname(file), name)
        : name.replace(/^@\//, ''),
    );

/** What a file imports from elsewhere. */
const importsOf = (file: string): string[] =>
  allImportsOf(file).filter((name) => !isUnder(name, homeOf(file)));

/** Each row with the names that cover what its files import; what none covers is there by its own name. */
const imported = new Map([...TABLE.keys()].map((row) => [row, new Set<string>()]));
for (const file of sourcesOf(LAYERS))
  for (const name of importsOf(file)) {
    const row = rowOf(file);
    const cover = TABLE.get(row)?.find((one) => isUnder(name, one));
    imported.get(row)?.add(cover ?? `${name} (${file})`);
  }

interface Rules {
  'no-restricted-imports'?: [string, { patterns: { group: string[] }[] }];
}

/** What the lint lets a layer import, from its patterns. */
function allowedBy(files: string, { 'no-restricted-imports': rule }: Rules): string[] {
  const home = files.replace('/**', '');
  return (rule?.[1].patterns[0]?.group ?? [])
    .filter((pattern) => pattern.startsWith('!') && !pattern.endsWith('/**') && pattern !== '!.')
    .map((pattern) => pattern.slice(1).replace(/^@\//, ''))
    .map((name) => (name.startsWith('./') ? path.posix.join(path.posix.dirname(home), name) : name))
    .filter((name) => name !== home)
    .toSorted();
}

const { overrides } = JSON.parse(readFileSync(path.join(ROOT, '.oxlintrc.json'), 'utf8')) as {
  overrides: { files: string[]; rules: Rules }[];
};

it('the table has the rows of the lint, in its order', () => {
  const layers = overrides
    .filter(({ rules }) => rules['no-restricted-imports'])
    .flatMap(({ files }) => files.map((glob) => glob.replace('/**', '')));
  expect([...TABLE.keys()]).toEqual(layers);
  expect(sourcesOf(LAYERS).filter((file) => rowOf(file) === '')).toEqual([]);
});

describe.each([...TABLE])('%s', (row, names) => {
  it('imports what the table says, and all of it', () => {
    expect([...(imported.get(row) ?? [])].toSorted()).toEqual(names);
  });

  it('may import by lint what the table says', () => {
    const rule = overrides.find(({ files }) => files[0]?.replace('/**', '') === row);
    expect(allowedBy(rule?.files[0] ?? '', rule?.rules ?? {})).toEqual(names);
  });
});

const moduleOf = (file: string): string => file.replace(/\.tsx?$/, '');

/** The parts of the tree that use a module of `components/ui`, by themselves or through another module there. */
function usersOf(module: string): Set<string> {
  const users = sourcesOf(LAYERS).filter((file) => allImportsOf(file).includes(module));
  return new Set(
    users.flatMap((file) =>
      homeOf(file) === 'components/ui' ? [...usersOf(moduleOf(file))] : homeOf(file),
    ),
  );
}

it('components/ui holds what several parts use; what one alone uses lies in that part', () => {
  const shared = sourcesOf(['components']).filter((file) => homeOf(file) === 'components/ui');
  expect(shared.length).toBeGreaterThan(10);
  expect(shared.filter((file) => usersOf(moduleOf(file)).size < 2)).toEqual([]);
});
