import { useRef, useState } from 'preact/hooks';
import { papersById } from '@/components/app/papers-by-id';
import type { LibraryState } from '@/components/app/library/state';

/** Abstracts of a long list's papers, read as they are scrolled to. */
export function useAbstracts(call: LibraryState['call'], ids: readonly string[]) {
  const known = useRef(new Map<string, string>());
  const [, setCount] = useState(0);

  async function read(first: number, last: number): Promise<void> {
    const wanted = ids.slice(first, last + 1).filter((id) => !known.current.has(id));
    if (wanted.length === 0) return;
    const answer = await papersById(call, wanted);
    // Without its reasons a row still says which paper it is.
    if (!answer.ok) return;
    for (const { id, abstract } of answer.value) known.current.set(id, abstract);
    setCount(known.current.size);
  }

  return {
    /** `undefined` where it is not known yet. */
    abstractOf: (id: string): string | undefined => known.current.get(id),
    reach: (first: number, last: number): void => void read(first, last),
  };
}
