/** What a list tells of its places. */
interface Places {
  idAt: (index: number) => string | undefined;
  indexOf: (id: string | null) => number;
}

/** The paper to show once those of `gone` have left the list: the next one, else the one before, else none. */
export function neighbour(
  { idAt, indexOf }: Places,
  shown: string,
  gone: ReadonlySet<string>,
): string | null {
  const at = indexOf(shown);
  if (at < 0) return null;
  for (const step of [1, -1])
    for (let index = at + step; index >= 0; index += step) {
      const id = idAt(index);
      if (id === undefined) break;
      if (!gone.has(id)) return id;
    }
  return null;
}
