/** JSON text in which the order of an object's names does not matter. */
export const canonical = (value: unknown): string => JSON.stringify(value, sortNames) ?? '';

const sortNames = (_: string, part: unknown): unknown =>
  part && typeof part === 'object' && !Array.isArray(part)
    ? Object.fromEntries(Object.entries(part).toSorted(([x], [y]) => (x < y ? -1 : 1)))
    : part;

/** Whether two JSON values say the same; the order of an object's names does not matter. */
export const isSame = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

/** Items of a list that are not in another, compared as JSON. */
export function added<T>(before: readonly T[], after: readonly T[]): T[] {
  const known = new Set(before.map((item) => JSON.stringify(item)));
  return after.filter((item) => !known.has(JSON.stringify(item)));
}

/** Ends a `switch` over a union: a case that was forgotten does not compile. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected: ${JSON.stringify(value)}`);
}
