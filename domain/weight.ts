/** What a value costs beside its letters: names, quotes and commas of its JSON. */
const EACH = 8;

/**
 * How much text a JSON value is, UTF-16 units and a little for each of its members. Stops counting beyond `most`, so
 * that a value without bounds is weighed in no time. As JSON within JSON, as messages carry lines of an export, it
 * takes at most seven bytes a unit.
 */
export function weightOf(value: unknown, most = Number.POSITIVE_INFINITY): number {
  let weight = 0;
  for (const waiting: unknown[] = [value]; waiting.length > 0 && weight <= most; ) {
    const one = waiting.pop();
    weight += EACH;
    if (typeof one === 'string') weight += one.length;
    else if (Array.isArray(one)) for (const member of one as unknown[]) waiting.push(member);
    else if (typeof one === 'object' && one !== null)
      for (const name in one) {
        if (!Object.hasOwn(one, name)) continue;
        weight += name.length;
        waiting.push((one as Record<string, unknown>)[name]);
      }
  }
  return weight;
}
