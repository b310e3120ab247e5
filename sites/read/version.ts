/** The version of a preprint that an id or an address names: `v2` of `2406.14598v2`; of several the latest. */
export function versionIn(texts: readonly string[]): string | undefined {
  const numbers = texts.flatMap((text) => {
    const number = /(?:\d{4}\.\d{4,5}|\/\d{7})v(\d{1,3})(?!\w)/.exec(text)?.[1];
    return number === undefined ? [] : Number(number);
  });
  return numbers.length > 0 ? `v${Math.max(...numbers)}` : undefined;
}
