import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export type Made = { ok: true; files: string[] } | { ok: false; error: string };

const REGISTRY = 'sites/index.ts';
const NEAR_MISSES = 'test/sites/near-misses.ts';
const README = 'README.md';

/** `examplePress` of `example-press`. */
const valueOf = (id: string): string =>
  id.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** `Example Press` of `example-press`. */
const titleOf = (id: string): string =>
  id.replaceAll(
    /(^|-)(\w)/g,
    (_, gap: string, letter: string) => `${gap ? ' ' : ''}${letter.toUpperCase()}`,
  );

const adapter = (id: string): string => `import { entriesOf } from './read/entry';
import { hrefOf } from './read/links';
import { placeOf, textOf } from './read/place';
import type { Site } from './site';

/**
 * ${titleOf(id)}: which of its pages list papers. Evidence: say here what you saw, and when.
 */
export const ${valueOf(id)}: Site = {
  id: '${id}',
  name: '${titleOf(id)}',
  matches: ['https://${id}.example/list/*'],
  entries: (page, url) =>
    entriesOf(page.querySelectorAll('li.paper'), (item) => ({
      title: placeOf(item.querySelector('h3')),
      abstract: placeOf(item.querySelector('.abstract')),
      authors: [...item.querySelectorAll('.author')].map(textOf),
      links: [hrefOf(item.querySelector('h3 a'), url)],
      root: item,
    })),
};
`;

const fixture = (id: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${titleOf(id)}</title></head><body>
<!-- The site's markup with text of your own, and with everything in it that is odd about the site. -->
</body></html>
`;

const told = (id: string): string =>
  `${JSON.stringify({ url: `https://${id}.example/list/1`, entries: [] }, null, 2)}\n`;

/** The registry with a site in its place, in the order of file names. Fails where the registry is not as it was. */
function registered(registry: string, id: string): string {
  const lines = registry.split('\n');
  const imports = lines.flatMap((line, at) => {
    const [, value = '', file = ''] = /^import \{ (\w+) \} from '\.\/([\w-]+)';$/.exec(line) ?? [];
    return value ? { at, value, file } : [];
  });
  const list = lines.findIndex((line) => line.startsWith('export const sites'));
  const next = imports.find(({ file }) => file > id);
  const isListed = ({ value }: { value: string }): boolean =>
    lines.indexOf(`  ${value},`, list) > list;
  const nextListed = imports.find((one) => one.file > id && isListed(one));
  const end = lines.indexOf('];', list);
  const at = nextListed ? lines.indexOf(`  ${nextListed.value},`, list) : end;
  const importAt = next?.at ?? (imports.at(-1)?.at ?? -1) + 1;
  if (list < 0 || end < 0 || imports.length === 0)
    throw new Error(`${REGISTRY} has another shape.`);
  lines.splice(at, 0, `  ${valueOf(id)},`);
  lines.splice(importAt, 0, `import { ${valueOf(id)} } from './${id}';`);
  return lines.join('\n');
}

/** The near misses with two of a new site. */
function withNearMisses(source: string, id: string): string {
  const key = /-/.test(id) ? `'${id}'` : id;
  const lines = [`https://${id}.example/`, `https://${id}.example/paper/1`]
    .map((url) => `'${url}'`)
    .join(', ');
  const one = `  ${key}: [${lines}],\n`;
  // A line of a hundred characters is the longest that the formatter leaves.
  const long = `  ${key}: [\n${lines
    .replaceAll(/(^|, )'/g, "\n    '")
    .replace(/^\n/, '')
    .replaceAll(/'\n/g, "',\n")},\n  ],\n`;
  return source.replace(/\};\s*$/, `${one.length > 101 ? long : one}};\n`);
}

/** The README with a new site's row, before the one for all other pages. */
const withRow = (readme: string, id: string): string =>
  readme.replace(/^\| any other page/m, `| ${titleOf(id)} | say which |\n$&`);

/** Writes a new site's files under a folder of the project; says in a sentence why it can't. */
export function makeSite(root: string, id: string): Made {
  const refuse = (error: string): Made => ({ ok: false, error });
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id))
    return refuse(
      `"${id}" is no name for a site: small letters, digits and single hyphens, as in example-press.`,
    );
  if (
    ['index', 'site', 'match', 'digest'].includes(id) ||
    existsSync(path.join(root, `sites/${id}.ts`))
  )
    return refuse(`sites/${id}.ts is there already; choose another name.`);
  const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
  const files: Record<string, string> = {
    [`sites/${id}.ts`]: adapter(id),
    [REGISTRY]: registered(read(REGISTRY), id),
    [`test/sites/fixtures/${id}/list.html`]: fixture(id),
    [`test/sites/fixtures/${id}/list.json`]: told(id),
    [NEAR_MISSES]: withNearMisses(read(NEAR_MISSES), id),
    [README]: withRow(read(README), id),
  };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  return { ok: true, files: Object.keys(files) };
}
