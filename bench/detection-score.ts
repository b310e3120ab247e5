import { normaliseTitle, paperKey } from '@/domain/identity/paper-key';

/** A paper that a saved page is known to list; its id with the scheme before it (`arxiv:2406.14598`). */
export interface Expected {
  title: string;
  id: string | null;
}

/** A paper as the detection reports it. */
export interface Found {
  title: string;
  ids: Record<string, string>;
}

/** How well a page was read. */
export interface Score {
  expected: number;
  found: number;
  hits: number;
  /** Harmonic mean of precision and recall of the titles, 0 to 1; 1 where nothing was to be found and nothing was. */
  f1: number;
  /** Entries whose id is known, and those of them that were found with it. */
  ids: number;
  rightIds: number;
}

/** Compares what was found on a page with what it is known to list. A paper that is listed twice counts twice. */
export function scoreOf(expected: readonly Expected[], found: readonly Found[]): Score {
  const open = new Map<string, Found[]>();
  for (const paper of found) {
    const title = normaliseTitle(paper.title);
    open.set(title, [...(open.get(title) ?? []), paper]);
  }
  const score = { expected: expected.length, found: found.length, hits: 0, ids: 0, rightIds: 0 };
  for (const { title, id } of expected) {
    const namesakes = open.get(normaliseTitle(title)) ?? [];
    const at = Math.max(
      0,
      namesakes.findIndex((paper) => isIdOf(paper, id)),
    );
    const [paper] = namesakes.splice(at, 1);
    if (paper) score.hits += 1;
    if (id === null) continue;
    score.ids += 1;
    if (paper && isIdOf(paper, id)) score.rightIds += 1;
  }
  const all = score.expected + score.found;
  return { ...score, f1: all === 0 ? 1 : (2 * score.hits) / all };
}

function isIdOf({ ids }: Found, id: string | null): boolean {
  if (id === null) return true;
  const colon = id.indexOf(':');
  const [scheme, value] = [id.slice(0, colon), id.slice(colon + 1)];
  const key = paperKey(scheme, value);
  return key !== undefined && paperKey(scheme, ids[scheme] ?? '') === key;
}
