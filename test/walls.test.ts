import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { tool } from '@/scripts/setup/process.mjs';
import { ROOT } from './walls/syntax';

/*
 * The lint holds the walls between the layers. Here it lints files of intruders: each line that a layer may not
 * contain must be refused, so that a pattern that matches nothing is noticed.
 */

const scratch = mkdtempSync(path.join(tmpdir(), 'gloss-walls-'));
copyFileSync(path.join(ROOT, '.oxlintrc.json'), path.join(scratch, '.oxlintrc.json'));
symlinkSync(path.join(ROOT, 'node_modules'), path.join(scratch, 'node_modules'));
afterAll(() => rmSync(scratch, { recursive: true }));

interface Fault {
  code: string;
  labels: { span: { line: number } }[];
}

/** The rules that hold the walls; a line that only another rule refuses has passed them. */
const WALLS = ['no-restricted-', 'no-undef', 'no-require-imports', 'consistent-type-imports'];

/** Lints lines as a file of the tree; gives the numbers of those that a wall refuses, from 0. */
function refused(file: string, lines: readonly string[]): number[] {
  const target = path.join(scratch, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, `${lines.join('\n')}\n`);
  let report: string;
  try {
    report = execFileSync(process.execPath, [...tool('oxlint'), '--format=json', file], {
      cwd: scratch,
      encoding: 'utf8',
    });
  } catch (error) {
    report = String((error as { stdout?: unknown }).stdout);
  }
  const { diagnostics } = JSON.parse(report) as { diagnostics: Fault[] };
  return diagnostics
    .filter(({ code }) => WALLS.some((rule) => code.includes(rule)))
    .flatMap(({ labels }) => labels.slice(0, 1).map(({ span }) => span.line - 1))
    .toSorted((a, b) => a - b);
}

/** What no line of a pure layer may use: time, chance and the browser come in as arguments. Globals that no list names are undefined. */
const LIVE = [
  'export const a = Date.now();',
  'export const b = Math.random();',
  'export const c = crypto.randomUUID();',
  "export const d = fetch('/x');",
  'export const e = performance.now();',
  'export const f = document.title;',
  'export const g = window.name;',
  'export const h = navigator.language;',
  'export const i = globalThis.crypto;',
  "export const j = globalThis['fetch'];",
  'export const k = globalThis.Math.random();',
  'export const l = self.crypto;',
  'const { now } = Date;',
  "export const m = Math['random']();",
  'export const n = setTimeout(() => {}, 1);',
  'export const o = new XMLHttpRequest();',
  'export const p = new Intl.DateTimeFormat().format();',
  "export const q = Function('return this')();",
  'export const r = Reflect.construct(URL, []);',
  "export const s = eval('1');",
  'export const t = (() => 0).constructor;',
  'export const u = (page: Document) => page.defaultView?.fetch;',
  'export const v = (page: Document) => page.cookie;',
  'export const w = (page: Document) => page.location.href;',
  'export const x = ({ defaultView }: Document) => defaultView;',
  'export const y = Temporal.Now;',
  'export const z = (page: Document) => page.lastModified;',
  'export const aa = ({ timeline }: Document) => timeline.currentTime;',
];

/** Every way to reach a module; a file may ask for each module once, as names are made of it. */
function ways(module: string): string[] {
  const name = module.replaceAll(/\W/g, '_');
  return [
    `import '@/${module}';`,
    `import '../${module}';`,
    `import '../../${module}';`,
    `import './../../${module}';`,
    `export * from '@/${module}/deeper/still';`,
    `export * as ${name}_whole from '../../${module}';`,
    `import type { ${name}_type } from '@/${module}';`,
    `import { type ${name}_inline } from '../../${module}';`,
    `export type { ${name}_passed } from '@/${module}';`,
    `export type ${name}_hidden = import('@/${module}').Shape;`,
    `export const ${name}_old = require('@/${module}');`,
    `export const ${name}_lazy = import('@/${module}');`,
    `export const ${name}_late = import('../../${module}');`,
  ];
}

/** Every way to reach what lies beside a file or below it. */
function beside(module: string): string[] {
  const name = module.replaceAll(/\W/g, '_');
  return [
    `import './${module}';`,
    `import type { ${name}_beside } from './${module}';`,
    `export * as ${name}_below from './${module}';`,
    `export type ${name}_under = import('./${module}').Shape;`,
    `export const ${name}_soon = import('./${module}');`,
  ];
}

/** What no script for pages of others may hold: all but the listing script, the gate and the sites. */
const FOREIGN = [
  ...['background/pages', 'popup/main', 'library/mount', 'gate', 'first-papers'].flatMap(beside),
  ...['entrypoints/background/pages', 'entrypoints/popup/main', 'storage'].flatMap(ways),
  ...['components/app/popup/state', 'components/frame/app', 'components/ui/text/words'].flatMap(
    ways,
  ),
  ...['search/client', 'topics/client', 'rpc/guard', 'rpc/schemas', 'test'].flatMap(ways),
  ...['dexie', 'zod/mini', 'preact'].map((name) => `import '${name}';`),
];

const INTRUDERS: Record<string, string[]> = {
  'domain/paper/hole.ts': [
    ...['components', 'entrypoints', 'sites', 'storage', 'rpc', 'search', 'topics'].flatMap(ways),
    ...['scripts', 'bench', 'test'].flatMap(ways),
    ...[
      '#imports',
      '#i18n',
      'preact',
      'preact/hooks',
      'dexie',
      'wxt/client',
      '@preact/signals',
      '@citation-js/core',
    ].map((name) => `import '${name}';`),
    ...LIVE,
  ],
  'sites/digest/hole.ts': [
    ...['components', 'entrypoints', 'storage', 'rpc', 'search', 'topics', 'scripts'].flatMap(ways),
    ...['#imports', 'preact', 'dexie', 'zod/mini', 'marked'].map((name) => `import '${name}';`),
    ...LIVE,
  ],
  'rpc/hole.ts': [
    ...['components', 'entrypoints', 'sites', 'storage', 'search', 'topics', 'test'].flatMap(ways),
    ...['dexie', 'preact', '#i18n'].map((name) => `import '${name}';`),
  ],
  'storage/steps/hole.ts': [
    ...['components', 'entrypoints', 'sites', 'rpc', 'search', 'topics', 'bench'].flatMap(ways),
    ...['preact', '#i18n', '@preact/signals'].map((name) => `import '${name}';`),
  ],
  'search/hole.ts': [
    ...['components', 'entrypoints', 'sites', 'rpc', 'storage/steps/step'].flatMap(ways),
    ...['storage/steps/tags', 'storage/steps/topics', 'topics'].flatMap(ways),
    ...['dexie', 'preact', '#imports'].map((name) => `import '${name}';`),
  ],
  'topics/hole.ts': [
    ...['components', 'entrypoints', 'sites', 'rpc', 'storage/steps/undo'].flatMap(ways),
    ...['storage/steps/topics', 'storage/revisions', 'search'].flatMap(ways),
    ...['dexie', 'preact', '#imports'].map((name) => `import '${name}';`),
  ],
  'components/ui/hole.ts': [
    ...['storage', 'sites', 'entrypoints', 'rpc', 'search', 'topics'].flatMap(ways),
    ...['components/in-page/layer/layer', 'components/app/popup/state'].flatMap(ways),
    ...['dexie', 'zod/mini'].map((name) => `import '${name}';`),
  ],
  'components/in-page/marks/hole.tsx': [
    ...['storage', 'sites', 'entrypoints', 'rpc/serve', 'rpc/schemas', 'search'].flatMap(ways),
    ...['topics', 'components/app/library/state', 'components/frame/app'].flatMap(ways),
    ...['dexie', 'zod/mini'].map((name) => `import '${name}';`),
  ],
  'components/frame/note/hole.tsx': [
    ...['storage', 'sites', 'entrypoints', 'rpc/serve', 'rpc/schemas', 'search'].flatMap(ways),
    ...['topics', 'components/app/library/state', 'components/in-page/layer/layer'].flatMap(ways),
    ...['dexie', 'zod/mini'].map((name) => `import '${name}';`),
  ],
  'components/app/papers/hole.tsx': [
    ...['storage', 'sites', 'entrypoints', 'rpc/serve', 'rpc/guard', 'search/engine'].flatMap(ways),
    ...['components/in-page/dock/menu', 'components/frame/app'].flatMap(ways),
    ...['dexie', 'zod/mini'].map((name) => `import '${name}';`),
  ],
  'components/a-new-folder/hole.tsx': [
    ...['storage', 'sites', 'entrypoints', 'rpc/client', 'search/client', 'topics'].flatMap(ways),
    ...['components/in-page/layer/layer', 'components/app/popup/state'].flatMap(ways),
    ...['components/frame/app', 'components/design/design'].flatMap(ways),
    ...['dexie', 'zod/mini'].map((name) => `import '${name}';`),
  ],
  'components/design/hole.tsx': [
    ...['storage', 'sites', 'entrypoints', 'rpc/client', 'search/client', 'topics'].flatMap(ways),
    ...['components/app/popup/state', 'components/frame/app'].flatMap(ways),
  ],
  'entrypoints/popup/hole.ts': [
    ...['storage', 'storage/db', 'storage/read/glance', 'search/engine', 'scripts'].flatMap(ways),
    ...['entrypoints/background/pages', 'entrypoints/library/mount', 'sites'].flatMap(ways),
    ...['components/in-page/layer/layer', 'components/frame/app', 'rpc/guard'].flatMap(ways),
    "import 'dexie';",
  ],
  'entrypoints/a-new-page/hole.tsx': [
    ...['storage/read/glance', 'entrypoints/background/pages', 'entrypoints/gate'].flatMap(ways),
    ...['components/in-page/layer/layer', 'components/design/design', 'sites'].flatMap(ways),
    ...['rpc/guard', 'rpc/serve', 'rpc/schemas', 'test'].flatMap(ways),
  ],
  'entrypoints/library/hole.ts': [
    ...['storage', 'storage/db', 'storage/read/library', 'storage/read/open'].flatMap(ways),
    ...['entrypoints/background/pages', 'entrypoints/popup/main', 'search/engine'].flatMap(ways),
  ],
  'entrypoints/sidepanel/hole.ts': [
    'storage/read/glance',
    'entrypoints/background/pages',
    'entrypoints/popup/main',
    'components/in-page/layer/layer',
    'rpc/client',
  ].flatMap(ways),
  'entrypoints/welcome/hole.ts': [
    'storage/read/glance',
    'entrypoints/background/pages',
    'entrypoints/popup/main',
    'entrypoints/listing.content/wake',
    'components/in-page/layer/layer',
    'sites/arxiv',
    'components/frame/app',
    'rpc/serve',
    'search/client',
  ].flatMap(ways),
  'entrypoints/frame/hole.ts': [
    'storage',
    'sites',
    'search/client',
    'components/in-page/layer/layer',
    'rpc/serve',
    'components/app/popup/state',
    'entrypoints/background/pages',
  ].flatMap(ways),
  'entrypoints/design/hole.ts': [
    'storage',
    'rpc/client',
    'components/app/popup/state',
    'entrypoints/background/pages',
  ].flatMap(ways),
  'entrypoints/background/hole.ts': [
    ...['components/in-page/layer/layer', 'components/app/popup/state', 'sites'].flatMap(ways),
    ...['entrypoints/popup/main', 'topics/client', 'search/client'].flatMap(ways),
    ...['dexie', 'preact'].map((name) => `import '${name}';`),
  ],
  'entrypoints/listing.content/hole.ts': [
    ...['storage', 'search', 'topics', 'components/app/library/state', 'rpc/schemas'].flatMap(ways),
    ...['entrypoints/background/pages', 'entrypoints/popup/main', 'entrypoints/gate'].flatMap(ways),
    ...['dexie', 'zod/mini'].map((name) => `import '${name}';`),
  ],
  'entrypoints/first-acts.ts': FOREIGN,
  'entrypoints/first-arxiv.ts': FOREIGN,
  'entrypoints/first-hugging-face.ts': FOREIGN,
  'entrypoints/first-papers-cool.ts': FOREIGN,
  'entrypoints/any-page.ts': FOREIGN,
  'entrypoints/gate.ts': FOREIGN,
  'entrypoints/a-new-script.ts': FOREIGN,
  'entrypoints/a-new-script.tsx': FOREIGN,
  'entrypoints/early-keys.ts': [
    ...['background/pages', 'popup/main', 'listing.content/run', 'first-papers'].flatMap(beside),
    ...['storage', 'rpc/client', 'sites', 'domain', 'components/app/library/state'].flatMap(ways),
  ],
  'entrypoints/first-papers.ts': [
    ...['background/pages', 'popup/main', 'listing.content/run'].flatMap(beside),
    ...['storage/db', 'storage/read/library', 'rpc/client', 'sites'].flatMap(ways),
    ...['components/in-page/layer/layer', 'components/app/popup/state', 'domain'].flatMap(ways),
  ],
};

describe.each(Object.entries(INTRUDERS))('%s', (file, lines) => {
  it('is refused, line by line', () => {
    const found = new Set(refused(file, lines));
    expect(lines.filter((_, line) => !found.has(line))).toEqual([]);
  });
});
