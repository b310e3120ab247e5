import * as z from 'zod/mini';
import { STAMP } from '@/domain/paper/clock';
import { LAST_TIME } from '@/domain/time';

/** As much of JSON Schema as messages are described by. */
interface Schema {
  type?: string;
  anyOf?: Schema[];
  oneOf?: Schema[];
  enum?: unknown[];
  const?: unknown;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  additionalProperties?: Schema;
  propertyNames?: Schema;
  pattern?: string;
  allOf?: Schema[];
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
}

/** Letters that grow when they are normalised, that are half of a character, or that files escape. */
const FILLERS = ['x', 'ﷺ', '\ud800', '"', '\n'];
/** Lists are filled up to so many items: what is longer says nothing new, and takes minutes. */
const LONGEST = 100;

const patternsOf = ({ pattern, allOf = [] }: Schema): RegExp[] =>
  [pattern, ...allOf.map((part) => part.pattern)].flatMap((one) =>
    one ? new RegExp(one, 'i') : [],
  );

/** The first and the last moment that a stamp can name. */
const STAMPS = [
  '000000000-0000-a',
  `${LAST_TIME.toString(36).padStart(9, '0')}-zzzz-${'z'.repeat(32)}`,
];

/** What has no bound of its own is as long as this. */
const UNBOUNDED = 10_000;

/** Texts of a length, or the shortest above it, that begin as the patterns want it. */
function textsOf(schema: Schema, length: number): string[] {
  const patterns = patternsOf(schema);
  if (patterns.some((pattern) => pattern.source === STAMP.source)) return STAMPS;
  // Megabytes of each letter would say no more.
  return FILLERS.slice(0, length > 1_000_000 ? 1 : undefined).flatMap((filler) => {
    const fits = ['', 'a:', 'https://']
      .map((start) => start + filler.repeat(Math.max(0, length - start.length)))
      .find((text) => patterns.every((pattern) => pattern.test(text)));
    return fits === undefined ? [] : fits;
  });
}

/** The simplest value that a schema lets in. */
export function simplest(schema: Schema): unknown {
  const [first] = schema.anyOf ?? schema.oneOf ?? [];
  if (first) return simplest(first);
  if ('const' in schema) return schema.const;
  if (schema.enum) return schema.enum[0];
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).flatMap((name) => {
          const part = schema.properties?.[name] ?? schema.additionalProperties;
          return part ? [[name, simplest(part)]] : [];
        }),
      );
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => simplest(schema.items ?? {}));
    case 'string':
      return textsOf(schema, Math.max(schema.minLength ?? 0, patternsOf(schema).length * 9))[0];
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      return Math.max(0, schema.minimum ?? 0);
  }
}

/** Values with one part at an end of what the schema lets in, and the rest simplest. */
export function* extremes(schema: Schema): Generator {
  const options = schema.anyOf ?? schema.oneOf;
  if (options) for (const option of options) yield* extremes(option);
  else if (schema.enum) yield* schema.enum;
  else if ('const' in schema) yield schema.const;
  else if (schema.type === 'string') yield* textsOf(schema, schema.maxLength ?? UNBOUNDED);
  else if (schema.type === 'boolean') yield* [true, false];
  else if (schema.type === 'number')
    yield* [schema.minimum ?? -1.7e308, 0.5, schema.maximum ?? 1.7e308];
  else if (schema.type === 'integer')
    yield* [schema.minimum ?? 0, schema.maximum ?? Number.MAX_SAFE_INTEGER];
  else if (schema.type === 'array') yield* lists(schema);
  else if (schema.type === 'object') yield* objects(schema);
  else yield null;
}

function* lists(schema: Schema): Generator {
  const { items = {}, minItems = 0, maxItems = LONGEST } = schema;
  const rest = Array.from({ length: Math.max(0, minItems - 1) }, () => simplest(items));
  for (const item of extremes(items)) yield [item, ...rest];
  yield Array.from({ length: Math.min(maxItems, LONGEST) }, () => simplest(items));
}

function* objects(schema: Schema): Generator {
  const base = simplest(schema) as object;
  for (const [name, part] of Object.entries(schema.properties ?? {}))
    for (const value of extremes(part)) yield { ...base, [name]: value };
  const { propertyNames, additionalProperties } = schema;
  if (!additionalProperties) return;
  for (const name of propertyNames ? extremes(propertyNames) : ['x'])
    yield { ...base, [String(name)]: simplest(additionalProperties) };
  for (const name of schema.required ?? [])
    if (!schema.properties?.[name])
      for (const value of extremes(additionalProperties)) yield { ...base, [name]: value };
}

export const schemaOf = (shape: z.ZodMiniType): Schema =>
  z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }) as Schema;
