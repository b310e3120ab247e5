import { IDBKeyRange, indexedDB } from 'fake-indexeddb';
import type { Highlight, PaperRef } from '@/domain/paper/paper';
import type { Environment } from '@/storage/clock';
import { GlossDatabase } from '@/storage/db';
import { readNewlyKnown } from '@/storage/newly-known';

// What reads past Dexie finds it where a browser has it.
globalThis.IDBKeyRange = IDBKeyRange;

let opened = 0;

/** A fresh library; its clock moves a second with every operation. */
export function openLibrary(start = 1_700_000_000_000): { db: GlossDatabase; env: Environment } {
  const opening = (opened += 1);
  let time = start;
  let ids = 0;
  const db = new GlossDatabase(`library${opening}`, { indexedDB, IDBKeyRange });
  readNewlyKnown(db);
  return {
    db,
    env: {
      now: () => (time += 1_000),
      // Short: the first twelve signs name a machine.
      newId: () => `i${(ids += 1)}l${opening}`,
    },
  };
}

/** What a listing page tells of a paper. */
export const refOf = (keys: string[], more: Partial<PaperRef> = {}): PaperRef => ({
  keys,
  title: 'Tides on Small Moons of Large Planets',
  authors: ['Ann Author'],
  abstract: 'We measure tides.',
  links: [],
  listing: { site: 'arxiv', url: 'https://arxiv.org/list/astro-ph/new', title: 'New', at: 1 },
  ...more,
});

/** A passage of the abstract that `refOf` gives. */
export const passage = (id: string, more: Partial<Highlight> = {}): Highlight => ({
  id,
  field: 'abstract',
  quote: { exact: 'measure', prefix: 'We ', suffix: ' tides.' },
  position: { start: 3, end: 10 },
  colour: 'amber',
  comment: '',
  source: 'https://arxiv.org/list/astro-ph/new',
  createdAt: 5,
  ...more,
});

/** The value of an answer; throws what it failed with. */
export async function valueOf<T>(
  result: Promise<{ ok: true; value: T } | { ok: false; error: { message: string } }>,
): Promise<T> {
  const answer = await result;
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}
