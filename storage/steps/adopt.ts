import { textsBeside } from '@/domain/identity/texts';
import { isApart } from '@/domain/identity/join';
import { knownProperties, type ToldFields } from '@/domain/identity/known';
import { appearancesOf } from '@/domain/paper/appearance';
import { factsOf } from '@/domain/paper/read-facts';
import { mergePapers } from '@/domain/identity/merge';
import { untouched } from '@/domain/paper/fields';
import { noNote } from '@/domain/paper/note';
import type { Field, PaperKey, PaperRef } from '@/domain/paper/paper';
import type { TextSource, TextSources } from '@/domain/paper/text-source';
import {
  compareKeys,
  identifying,
  isStrong,
  mayJoin,
  strongestFirst,
} from '@/domain/identity/paper-key';
import type { PaperRecord } from '@/domain/paper/record';
import { isSameAuthor } from '@/domain/identity/authors';
import type { GlossDatabase } from '@/storage/db';
import { bareRecord } from '@/storage/papers';
import { joinInStep } from './join';
import type { Step } from './step';
import type { PaperRow } from '@/storage/rows';

/** Where the texts of an entry are from: a translator's are not the page's. */
function sourcesOf({ listing, translated = [], title, abstract }: PaperRef): TextSources {
  const own: TextSource = listing.site === 'digest' ? 'digest' : 'site';
  const of = (field: Field): TextSource => (translated.includes(field) ? 'translated' : own);
  return {
    ...(title === '' ? {} : { title: of('title') }),
    ...(abstract === '' ? {} : { abstract: of('abstract') }),
  };
}

/** What an entry tells of its paper. */
function toldIn(ref: PaperRef): ToldFields {
  const { title, authors, abstract, links, listing } = ref;
  const told = {
    title,
    authors,
    abstract,
    links,
    listings: [listing],
    facts: factsOf(ref.facts ?? {}, listing.site),
    appearances: ref.appearances ?? [],
  };
  // Merging with nothing puts each value into order.
  const known = knownProperties((row, name) => row.merge(told[name], row.empty));
  const sources = sourcesOf(ref);
  return Object.keys(sources).length > 0 ? { ...known, sources } : known;
}

/** The first record of a paper, from what the page says. */
export const newPaper = (ref: PaperRef, now: number): PaperRecord => {
  const keys = identifying(strongestFirst(ref.keys));
  return {
    id: keys[0] ?? '',
    aliases: [],
    keys,
    ...toldIn(ref),
    ...untouched(),
    note: noNote(),
    stamps: {},
    createdAt: now,
    updatedAt: now,
  };
};

/**
 * The records that are the paper of an entry: those that share a strong key with it, then those that a title
 * joins to it and nothing contradicts. Papers that a person said are different are not found together.
 */
export async function findPapers(
  db: GlossDatabase,
  ref: Pick<PaperRef, 'keys' | 'authors'>,
): Promise<PaperRow[]> {
  const keys = strongestFirst(ref.keys);
  const rows = await db.papers.where('keys').anyOf(keys).distinct().toArray();
  const shared = (row: PaperRow): PaperKey => keys.find((key) => row.keys.includes(key)) ?? row.id;
  const own: PaperRow[] = [];
  const known = new Set(keys);
  for (const row of rows.toSorted((a, b) => compareKeys(shared(a), shared(b)))) {
    const isOwn = isStrong(shared(row))
      ? true
      : mayJoin(row.keys, [...known]) &&
        (!keys.some(isStrong) || isSameAuthor(row.authors, ref.authors));
    if (!isOwn || own.some((other) => isApart(other, row))) continue;
    own.push(row);
    for (const key of row.keys) known.add(key);
  }
  if (own.length > 0) return own;
  // A short title joins nothing, but an entry that has no other name is known again by it.
  const [name = ''] = identifying(keys);
  const named = rows.find((row) => !isStrong(name) && row.keys.includes(name));
  const byId = named ?? (await db.papers.get(name));
  return byId ? [byId] : [];
}

/**
 * The record that a page's entry is about, with what the entry adds to it; several records that the entry
 * ties together become one, as a step of its own that can be undone by itself.
 */
export async function adopt(step: Step, ref: PaperRef): Promise<PaperRecord> {
  const own = (await findPapers(step.db, ref)).map(bareRecord);
  const fresh = newPaper(ref, step.now);
  const [first] = own;
  if (!first) {
    fresh.keys = await freeKeys(step.db, fresh, []);
    return fresh;
  }
  const joined = own.length > 1 ? await joinInStep(step, own, 'join', `${step.opId}:join`) : first;
  // What the page says is added; its times and id are not the paper's.
  const { id, createdAt, updatedAt } = joined;
  const { parts, claims } = joined;
  const known = fresh.appearances ? { ...joined, appearances: appearancesOf(joined) } : joined;
  const paper: PaperRecord = {
    ...mergePapers(known, { ...fresh, ...textsBeside(known, fresh), id, createdAt, updatedAt }),
    ...(parts ? { parts } : {}),
    ...(claims ? { claims } : {}),
  };
  paper.keys = await freeKeys(step.db, paper, own);
  return paper;
}

/** A paper's keys without those that belong to a paper it may not be joined with: each key belongs to one. */
async function freeKeys(
  db: GlossDatabase,
  paper: PaperRecord,
  own: PaperRecord[],
): Promise<PaperKey[]> {
  const ids = new Set([paper.id, ...own.map(({ id }) => id)]);
  const rows = await db.papers.where('keys').anyOf(paper.keys).distinct().toArray();
  const taken = new Set(rows.flatMap(({ id, keys }) => (ids.has(id) ? [] : keys)));
  return paper.keys.filter((key) => !taken.has(key));
}
