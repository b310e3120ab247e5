import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'vite';

/*
 * Walls that lint has no rule for are searched for in the parsed source, so that neither a comment nor another way to
 * write the same thing hides an intruder.
 */

export const ROOT = path.resolve(import.meta.dirname, '../..');

/** A node of the syntax tree (ESTree with TypeScript), and what it may hold. */
export interface Node {
  type: string;
  start: number;
  [key: string]: unknown;
}

/** A node with the node that holds it, and the name under which. */
export interface Seat {
  node: Node;
  parent: Node | null;
  key: string;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value;

function* within(node: Node, parent: Node | null, key: string): Generator<Seat> {
  yield { node, parent, key };
  for (const [name, value] of Object.entries(node))
    for (const part of [value].flat()) if (isNode(part)) yield* within(part, node, name);
}

/** A parsed source file: its nodes in order, its comments without their delimiters. */
export interface Source {
  text: string;
  seats: Seat[];
  comments: string[];
}

/** Parses a source file; throws at the first fault, so that no file passes unread. */
export function parse(file: string, text: string): Source {
  const { program, comments, errors } = parseSync(file, text);
  if (errors[0]) throw new Error(`${file}: ${errors[0].message}`);
  return {
    text,
    seats: [...within(program as unknown as Node, null, '')],
    comments: comments.map(({ value }) => value),
  };
}

/** The layers that a build contains. */
export const LAYERS = [
  'components',
  'domain',
  'entrypoints',
  'rpc',
  'search',
  'sites',
  'storage',
  'topics',
];

/** Paths of the source files of some layers, from the root. */
export const sourcesOf = (layers: readonly string[]): string[] =>
  layers.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => path.posix.join(folder, name.replaceAll(path.sep, '/'))),
  );

const parsed = new Map<string, Source>();

/** A source file of the tree, parsed once for all searches. */
export function sourceOf(file: string): Source {
  const source = parsed.get(file) ?? parse(file, readFileSync(path.join(ROOT, file), 'utf8'));
  parsed.set(file, source);
  return source;
}
