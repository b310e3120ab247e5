import fc from 'fast-check';

/** As much of JSON Schema as the export uses. */
export interface JsonSchema {
  anyOf?: JsonSchema[];
  const?: unknown;
  enum?: unknown[];
  type?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  pattern?: string;
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  propertyNames?: JsonSchema;
  additionalProperties?: JsonSchema | false;
}

const WORDS = ['', 'Tides', 'tides and moons', '2024', 'a-b'];

/** Texts of a schema: of a pattern, those of some samples that it lets in. */
const textsOf = ({ pattern, minLength = 0 }: JsonSchema): string[] => {
  const samples = [...WORDS, 'arxiv:2401.00001', 'https://example.org/a', '2024-05', '10.1000/a'];
  return samples.filter(
    (text) => text.length >= minLength && (!pattern || new RegExp(pattern, 'i').test(text)),
  );
};

/** Values that a schema lets in. */
export function valuesOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(valuesOf));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer':
    case 'number':
      return fc.integer({ min: schema.minimum ?? 0, max: Math.min(schema.maximum ?? 9, 1e12) });
    case 'string':
      return fc.constantFrom(...textsOf(schema));
    case 'array':
      return fc.uniqueArray(valuesOf(schema.items ?? {}), {
        maxLength: 3,
        selector: (item) => JSON.stringify(item),
      });
    case 'object':
      return objectsOf(schema);
    default:
      throw new Error(`No values of ${JSON.stringify(schema)}`);
  }
}

function objectsOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  if (schema.properties)
    return fc.record(
      Object.fromEntries(
        Object.entries(schema.properties).map(([name, property]) => [name, valuesOf(property)]),
      ),
      { requiredKeys: schema.required ?? [] },
    );
  return fc.dictionary(
    fc.constantFrom(...textsOf(schema.propertyNames ?? {})),
    valuesOf(schema.additionalProperties || {}),
    { maxKeys: 3 },
  );
}
