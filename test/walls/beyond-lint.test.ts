import { describe, expect, it } from 'vitest';
import { LAYERS, type Node, parse, type Seat, type Source, sourceOf, sourcesOf } from './syntax';

/** A search through the tree for what no rule of lint refuses. */
interface Search {
  layers: readonly string[];
  finds: (source: Source) => boolean;
  /** Files that may hold it, and do. */
  allowed?: readonly string[];
  /** Each of these must be found, or the search is blind. */
  intruders: readonly string[];
  /** None of these may be found. */
  innocent: readonly string[];
}

const isText = (node: unknown): boolean =>
  (node as Node).type === 'Literal' && typeof (node as Node)['value'] === 'string';

/** The name of a member that is read plainly: `of.name`. */
const memberOf = (node: Node): unknown =>
  node['computed'] === true ? undefined : (node['property'] as Node)['name'];

/** Whether the name `Date` is used as a value that may tell the time; an argument and a type tell none. */
function asksClock({ node, parent, key }: Seat): boolean {
  if (node.type !== 'Identifier' || node['name'] !== 'Date' || !parent) return false;
  if (parent.type === 'TSTypeReference') return false;
  if (parent.type === 'MemberExpression' && key === 'object')
    return !['UTC', 'parse'].includes(String(memberOf(parent)));
  if (parent.type === 'MemberExpression' && key === 'property') return parent['computed'] === true;
  const [first] = (parent['arguments'] ?? []) as Node[];
  return parent.type !== 'NewExpression' || !first || first.type === 'SpreadElement';
}

/** Whether the name `Math` is more than the object of a member that is read plainly; lint refuses that of chance. */
function passesChanceOn({ node, parent, key }: Seat): boolean {
  if (node.type !== 'Identifier' || node['name'] !== 'Math' || !parent) return false;
  return parent.type !== 'MemberExpression' || (key === 'object' && memberOf(parent) === undefined);
}

/** Whether it names a global as if the file had made it, which lint then takes for the file's own. */
const declaresGlobal = ({ node }: Seat): boolean =>
  node['declare'] === true && node.type !== 'PropertyDefinition';

const SEARCHES: Record<string, Search> = {
  'a module whose name is put together': {
    layers: LAYERS,
    finds: ({ seats }) =>
      seats.some(({ node }) => node.type === 'ImportExpression' && !isText(node['source'])),
    // The address of the whole script, which only the browser knows.
    allowed: ['entrypoints/listing.content/wake.ts'],
    intruders: [
      'export const a = import(`@/storage/db`);',
      "export const a = (x: string) => import('@/' + x);",
      "export const a = import(/* '@/domain' */ globalThis.name);",
    ],
    innocent: ["export const a = import(/* now */ '@/domain/day');", '// import(x)'],
  },
  'a rule of lint that is turned off': {
    layers: LAYERS,
    finds: ({ comments }) =>
      comments.some(
        (comment) =>
          /\b(?:oxlint|eslint)-disable/.test(comment) &&
          !/^\s*oxlint-disable-next-line no-control-regex\s*$/.test(comment),
      ),
    intruders: [
      "// oxlint-disable no-restricted-imports\nimport '@/storage/db';",
      "/* eslint-disable */\nimport '@/storage/db';",
      "// oxlint-disable-next-line no-control-regex, no-restricted-imports\nimport '@/storage/db';",
    ],
    innocent: ['// oxlint-disable-next-line no-control-regex\nexport const a = /\\u0000/;'],
  },
  'a check of types that is turned off': {
    layers: LAYERS,
    finds: ({ comments }) =>
      comments.some((comment) => /@ts-(?:ignore|nocheck|expect-error)/.test(comment)),
    intruders: ["// @ts-nocheck\nexport const a: number = '';", '/* @ts-ignore */'],
    innocent: [],
  },
  'a module that is reached by a reference or a declaration': {
    layers: LAYERS,
    finds: ({ seats, comments }) =>
      comments.some((comment) => /^\/\s*<(?:reference|amd-)/.test(comment)) ||
      seats.some(({ node }) => node.type === 'TSModuleDeclaration' && isText(node['id'])),
    intruders: [
      '/// <reference path="../storage/db.ts" />',
      '/// <reference types="dexie" />',
      "declare module '@/storage/db' { interface Hole { is: true } }",
      "declare module 'dexie';",
    ],
    innocent: ['declare global { interface Window { is: true } }\nexport {};'],
  },
  'a module that is opened by an address outside of its folder': {
    layers: LAYERS,
    finds: ({ text }) =>
      /\bnew URL\(\s*['"`](?!\.\/)[^)]*import\.meta|\bimport\.meta\.glob/.test(text),
    intruders: [
      "new Worker(new URL('../storage/db.ts', import.meta.url));",
      'new Worker(new URL(`../storage/db.ts`, import.meta.url));',
      "export const a = import.meta.glob('../storage/*');",
    ],
    innocent: ["new Worker(new URL('./search.worker.ts', import.meta.url));"],
  },
  'a clock in a pure module': {
    layers: ['domain', 'sites'],
    finds: ({ seats }) => seats.some(asksClock),
    intruders: [
      'export const a = new Date();',
      'export const a = new Date;',
      'export const a = Date();',
      'export const a = new Date(...[]);',
      'export const a = new (Date)();',
      'const D = Date; export const a = new D();',
      'export const a = Reflect.construct(Date, []);',
      'export const a = new Date[`prototype`].constructor();',
      'export const a = Date.prototype;',
      "export const a = Date['now']();",
      'export const a = [Date].map((D) => new D());',
      'export const a = { Date };',
      'export const a = class extends Date {};',
      'export { Date };',
    ],
    innocent: [
      'export const a = (at: number): Date => new Date(at);',
      'export const a = Date.UTC(2020, 1) + Date.parse("2020");',
      '// new Date() is the clock',
    ],
  },
  'chance in a pure module': {
    layers: ['domain', 'sites'],
    finds: ({ seats }) => seats.some(passesChanceOn),
    intruders: [
      'const M = Math; export const a = M.random();',
      'export const a = [Math].map((m) => m.random());',
      "export const a = Object.getOwnPropertyDescriptor(Math, 'random');",
      'export const a = { Math };',
      'export const a = Math[`random`]();',
      'export { Math };',
    ],
    innocent: [
      'export const a = Math.max(1, Math.PI);',
      '// Math is mine',
      'export const a = (b: unknown) => b.Math;',
    ],
  },
  'a global that a pure module declares': {
    layers: ['domain', 'sites'],
    finds: ({ seats }) => seats.some(declaresGlobal),
    intruders: [
      "declare const fetch: (x: string) => unknown; export const a = fetch('/x');",
      'declare let document: { title: string }; export const a = () => document.title;',
      'declare function setTimeout(f: () => void): void; setTimeout(() => {});',
      'declare namespace performance { function now(): number } export const a = performance.now();',
      'declare class Worker { postMessage(): void } export const a = new Worker();',
      'declare global { const crypto: { randomUUID(): string } } export {};',
    ],
    innocent: [
      'export class A { declare private read?: string }',
      'export function a(x: 1): 1; export function a(x: number): number { return x; }',
    ],
  },
  'the address of a pure module': {
    layers: ['domain', 'sites'],
    finds: ({ seats }) => seats.some(({ node }) => node.type === 'MetaProperty'),
    intruders: ['export const a = import.meta.url;', 'export const a = import.meta;'],
    innocent: [],
  },
};

describe.each(Object.entries(SEARCHES))('%s', (_, search) => {
  const { layers, finds, allowed = [], intruders, innocent } = search;

  it('is found in each way to write it', () => {
    expect(intruders.filter((lines) => !finds(parse('hole.ts', lines)))).toEqual([]);
    expect(innocent.filter((lines) => finds(parse('hole.ts', lines)))).toEqual([]);
  });

  it('is nowhere but where it is allowed', () => {
    expect(sourcesOf(layers).filter((file) => finds(sourceOf(file)))).toEqual(allowed);
  });
});
