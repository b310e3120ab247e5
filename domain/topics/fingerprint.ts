/** Names a set of papers by their ids, in any order: 64 bits of FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/). */
export function fingerprint(ids: readonly string[]): string {
  let [low, high] = [0x84222325, 0xcbf29ce4];
  const text = ids.toSorted().join('\n');
  for (let at = 0; at < text.length; at++) {
    low = (low ^ text.charCodeAt(at)) >>> 0;
    // times 0x100000001b3, by halves
    const product = low * 0x1b3;
    high = (Math.imul(high, 0x1b3) + Math.floor(product / 0x100000000) + (low << 8)) >>> 0;
    low = product >>> 0;
  }
  const hex = (half: number): string => half.toString(16).padStart(8, '0');
  return `${ids.length}:${hex(high)}${hex(low)}`;
}
