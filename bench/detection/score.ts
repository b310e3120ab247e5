import { normaliseTitle, paperKey } from '@/domain/identity/paper-key';
import { fold } from '@/domain/text';

/** A paper that a saved page is known to list; its id with the scheme before it (`arxiv:2406.14598`). Fields that nobody wrote down are not scored. */
export interface Expected {
  title: string;
  id?: string | null;
  authors?: readonly string[];
  abstract?: string;
  /** Four digits. */
  year?: string | number;
  /** Why a listing of arXiv's shows it: `new`, `cross`, `rep`. */
  kind?: string;
}

/** A paper as the detection reports it. */
export interface Found {
  title: string;
  ids: Readonly<Record<string, string>>;
  authors?: readonly string[];
  abstract?: string;
  year?: string | number | undefined;
  /** ISO 8601, as exact as the page is: its year counts where there is no other. */
  date?: string | undefined;
}

/** The fields that are scored beside the title. */
export const FIELDS = ['ids', 'authors', 'abstracts', 'years'] as const;
export type Field = (typeof FIELDS)[number];

/** Of how many papers a field is known, and for how many of them it was read right. */
export interface Share {
  known: number;
  right: number;
}

/** How well a page was read. */
export interface Score {
  expected: number;
  found: number;
  hits: number;
  /** Harmonic mean of precision and recall of the titles, 0 to 1; 1 where nothing was to be found and nothing was. */
  f1: number;
  /** A field of a paper that was not found counts as wrong. */
  fields: Record<Field, Share>;
  /** What was expected and not found, and what was found and not expected. */
  missed: string[];
  strays: string[];
}

/** What a page's expectation says beside its papers. */
export interface Leeway {
  /** Titles that are neither required nor wrong: a preface, a review of a book. */
  optional?: readonly string[] | undefined;
  /** Whether the abstracts are written down by their beginning alone. */
  abstractsCut?: boolean | undefined;
}

/** Compares what was found on a page with what it is known to list. A paper that is listed twice counts twice. */
export function scoreOf(
  expected: readonly Expected[],
  found: readonly Found[],
  { optional = [], abstractsCut = false }: Leeway = {},
): Score {
  const open = new Map<string, Found[]>();
  for (const paper of found) {
    const title = normaliseTitle(paper.title);
    open.set(title, [...(open.get(title) ?? []), paper]);
  }
  const fields: Score['fields'] = {
    ids: none(),
    authors: none(),
    abstracts: none(),
    years: none(),
  };
  const missed: string[] = [];
  for (const paper of expected) {
    const namesakes = open.get(normaliseTitle(paper.title)) ?? [];
    const at = Math.max(
      0,
      namesakes.findIndex((one) => isIdOf(one, paper.id)),
    );
    const [one] = namesakes.splice(at, 1);
    if (!one) missed.push(paper.title);
    for (const field of FIELDS) {
      if (!isKnown(paper, field)) continue;
      fields[field].known += 1;
      if (one && isRight[field](paper, one, abstractsCut)) fields[field].right += 1;
    }
  }
  const strays = [...open.values()]
    .flat()
    .map(({ title }) => title)
    .filter((title) => !optional.some((one) => areAlike(one, title)));
  const hits = expected.length - missed.length;
  const all = expected.length + hits + strays.length;
  return {
    expected: expected.length,
    found: hits + strays.length,
    hits,
    f1: all === 0 ? 1 : (2 * hits) / all,
    fields,
    missed,
    strays,
  };
}

/** Whether one of two titles is the beginning of the other. */
const areAlike = (one: string, other: string): boolean => {
  const [a, b] = [bare(one), bare(other)];
  return a.startsWith(b) || b.startsWith(a);
};

const none = (): Share => ({ known: 0, right: 0 });

const isKnown = (paper: Expected, field: Field): boolean =>
  ({
    ids: Boolean(paper.id),
    authors: (paper.authors?.length ?? 0) > 0,
    abstracts: Boolean(paper.abstract),
    years: Boolean(paper.year),
  })[field];

const isRight: Record<Field, (paper: Expected, found: Found, isCut: boolean) => boolean> = {
  ids: ({ id }, found) => isIdOf(found, id),
  authors: ({ authors = [] }, found) =>
    bare(authors.join(';')) === bare((found.authors ?? []).join(';')),
  abstracts: ({ abstract = '' }, found, isCut) => {
    const [told, read] = [bare(abstract), bare(found.abstract ?? '')];
    return isCut ? read.startsWith(told) : read === told;
  },
  years: ({ year }, found) => String(year) === String(found.year ?? found.date?.slice(0, 4)),
};

/** Letters, digits and what parts names: how a page sets its text is no difference. */
const bare = (text: string): string => fold(text).replace(/[^\p{L}\p{N};]+/gu, '');

function isIdOf({ ids }: Found, id: string | null | undefined): boolean {
  if (!id) return true;
  const colon = id.indexOf(':');
  const [scheme, value] = [id.slice(0, colon), id.slice(colon + 1)];
  const key = paperKey(scheme, value);
  return key !== undefined && paperKey(scheme, ids[scheme] ?? '') === key;
}
