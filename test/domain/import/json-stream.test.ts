import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonItems } from '@/domain/import/json-stream';

const pieces = (text: string, size: number): string[] =>
  text.match(new RegExp(`[\\s\\S]{1,${size}}`, 'g')) ?? [];

async function itemsOf(chunks: Iterable<string>) {
  return Array.fromAsync(jsonItems(chunks));
}

const errorOf = (text: string, size = 7): Promise<string> =>
  itemsOf(pieces(text, size)).then(
    () => 'no error',
    (error: Error) => `${error.name}: ${error.message}`,
  );

describe('a JSON file that comes in pieces', () => {
  test('is the same items however it is cut, and however it is spaced', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(
          fc.string().filter((name) => name !== '__proto__'),
          fc.jsonValue({ maxDepth: 3 }),
          { minKeys: 1 },
        ),
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom(0, 1, 2),
        async (document, size, indent) => {
          const expected = Object.entries(document).flatMap(([section, value]): object[] =>
            Array.isArray(value) && value.length > 0
              ? value.map((element, index) => ({ section, index, value: element }))
              : [{ section, index: null, value }],
          );
          const text = JSON.stringify(document, null, indent);
          if (text.includes('"__proto__"')) return;
          // Numbers such as -0 are what JSON makes of them.
          expect(await itemsOf(pieces(text, size))).toEqual(JSON.parse(JSON.stringify(expected)));
        },
      ),
      { numRuns: 400 },
    );
  });

  test('may be a list', async () => {
    expect(await itemsOf(['[{"a":"]\\', '\\\\""},', ' 2 ]'])).toEqual([
      { section: '', index: 0, value: { a: ']\\"' } },
      { section: '', index: 1, value: 2 },
    ]);
    expect(await itemsOf(['[]'])).toEqual([]);
  });
});

test('a long value in many pieces is read about as fast as in one', async () => {
  const text = `{"papers":[{"listings":[${Array.from({ length: 100_000 }, (_, at) => `{"at":${at},"title":"new"}`).join()}]}]}`;
  const read = async (chunks: string[]): Promise<number> => {
    const begun = performance.now();
    expect(await itemsOf(chunks)).toHaveLength(1);
    return performance.now() - begun;
  };
  const whole = await read([text]);
  expect((await read(pieces(text, 200))) / whole).toBeLessThan(20);
});

describe('a file that is not JSON', () => {
  test.each([
    ['', 'The file is empty'],
    ['hello', 'expected { or ['],
    ['{"papers":[{"id":"x"', 'papers[0]: the file ends here; it was cut off'],
    ['{"papers":[{"id":"x"}', 'papers[0]: the file ends here'],
    ['{"papers":[{"id":"x"},{"id":x}]}', 'papers[1]: this is not JSON'],
    ['{"papers":[1 2]}', 'papers[0]: expected , or ]'],
    ['{"papers":[{"a":{"__proto__":{}}}]}', 'papers[0]: a name that no file needs'],
    [`{"papers":[${'['.repeat(100_000)}`, 'papers[0]: nested too deeply'],
    ['{"a":1} {"b":2}', 'there is more after the end'],
    ['{a:1}', 'expected a name in quotes'],
  ])('is refused with the place: %#', async (text, message) => {
    expect(await errorOf(text)).toContain(message);
    expect(await errorOf(text, 1_000)).toContain(message);
  });
});
