import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseAst } from 'vite';
import { expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..');

/** The layers whose functions other layers call without reading them. */
const LAYERS = ['domain', 'storage', 'rpc', 'sites'];

type Statement = ReturnType<typeof parseAst>['body'][number];

/** Whether an expression makes a schema: a call of `z`, or of a method of what that made. */
function isSchema(expression: { type: string } | null | undefined): boolean {
  const node = expression as { type: string; callee?: never; object?: never; name?: string } | null;
  if (node?.type === 'CallExpression') return isSchema(node.callee);
  if (node?.type === 'MemberExpression') return isSchema(node.object);
  return node?.type === 'Identifier' && node.name === 'z';
}

/** The names of the functions, classes and schemas that a statement exports. */
function exportedFunctions(statement: Statement): string[] {
  if (statement.type !== 'ExportNamedDeclaration' || !statement.declaration) return [];
  const { declaration } = statement;
  if (declaration.type === 'FunctionDeclaration' || declaration.type === 'ClassDeclaration')
    return declaration.id ? [declaration.id.name] : [];
  if (declaration.type !== 'VariableDeclaration') return [];
  return declaration.declarations.flatMap(({ id, init }) =>
    id.type === 'Identifier' && (/Function/.test(init?.type ?? '') || isSchema(init))
      ? [id.name]
      : [],
  );
}

/** Whether a source text ends with a docstring: other comments don't count. */
const endsWithDocstring = (text: string): boolean =>
  text.trimEnd().endsWith('*/') && text.startsWith('/**', text.lastIndexOf('/*'));

/** The exported functions of a source text that no docstring precedes. */
const undocumented = (text: string): string[] =>
  parseAst(text, { lang: 'ts' }).body.flatMap((statement) =>
    endsWithDocstring(text.slice(0, statement.start)) ? [] : exportedFunctions(statement),
  );

it.each(LAYERS)('every exported function and schema of %s has a docstring', (layer) => {
  const found = readdirSync(path.join(ROOT, layer), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) =>
      undocumented(readFileSync(path.join(ROOT, layer, name), 'utf8')).map(
        (exported) => `${layer}/${name}: ${exported}`,
      ),
    );
  expect(found).toEqual([]);
});

it('a function or a schema without a docstring is found, however it is written', () => {
  const text = `
    /** Says what it is for. */
    export const told = () => 1;
    export const arrow = <T>(value: T): T => value;
    export async function declared() {}
    export class Made {}
    /* Says why, and not what for. */
    export function explained() {}
    export const value = 3;
    export const shape = z.string().check(z.minLength(1));
    const inner = () => 2;
  `;
  expect(undocumented(text)).toEqual(['arrow', 'declared', 'Made', 'explained', 'shape']);
});
