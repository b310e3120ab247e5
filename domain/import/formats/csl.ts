import { idsFromText } from '@/domain/identity/identity-links';
import { foreignText } from '@/domain/text/foreign-text';
import { statedFacts } from '@/domain/import/dates';
import { person } from '@/domain/person/model';
import { personText } from '@/domain/person/write';
import type { Chunks } from '@/domain/import/chunks';
import { leftOutOf, type ReadNotes, readNotes } from '@/domain/import/database-notes';
import { presentIds } from '@/domain/import/id-lines';
import { idsInFields } from '@/domain/import/id-fields';
import { foreignItems, type ForeignPaper, ownKeys } from '@/domain/import/foreign';
import type { Incoming } from '@/domain/import/incoming';
import { keywordsIn, ownKeywords } from '@/domain/import/keywords';
import {
  type Bag,
  bags,
  expectText,
  isBag,
  listOfBags,
  text,
  texts,
  wholeJson,
} from '@/domain/import/json';

/** A name in CSL's parts; one that is given whole is an institution, or an unparsed name. */
function nameOf(item: Bag): string {
  const part = (name: string): string => text(item[name])?.trim() ?? '';
  const literal = part('literal') || part('name');
  if (literal !== '') return literal;
  return personText(
    person({
      family: part('family'),
      given: part('given'),
      particle: [part('dropping-particle'), part('non-dropping-particle')]
        .filter(Boolean)
        .join(' '),
      suffix: part('suffix'),
    }),
  );
}

/** What is taken; all else that says something is told as left out. */
const TAKEN = new Set(
  `id type title author abstract DOI PMID PMCID URL keyword note number archive_location
   archive citation-key issued container-title volume issue page version`.split(/\s+/),
);

/** An archive that is arXiv, and the place in it. */
const arxivIn = (item: Bag): Record<string, string> =>
  /^arxiv$/i.test(text(item['archive']) ?? '')
    ? idsFromText(`arXiv:${text(item['archive_location']) ?? ''}`)
    : {};

/** `{"date-parts":[[2024,6,20]]}`, or a date as text (`raw`, `literal`). */
function dateIn(issued: unknown): string | undefined {
  if (!isBag(issued)) return text(issued);
  const parts = issued['date-parts'];
  const [first] = Array.isArray(parts) ? (parts as unknown[]) : [];
  if (!Array.isArray(first)) return text(issued['raw']) ?? text(issued['literal']);
  return first.map((part) => String(part).padStart(2, '0')).join('-');
}

/** Whether an item is of a file of ours: it has a paper key as its id. */
const isOurs = (item: Bag): boolean => ownKeys(text(item['id']) ?? '').length > 0;

/** What a note says; items of ours have nothing but the person's words in it. */
const notesOf = (item: Bag, note: string, made: Record<string, string>): ReadNotes =>
  isOurs(item) ? { own: [note], ids: {}, isCut: false } : readNotes([note], made);

function paperOf(item: Bag, place: string): ForeignPaper {
  // Crossref writes lists of titles and of names of journals.
  const at = (name: string) => texts(item[name])[0] ?? expectText(item[name], `${place}.${name}`);
  const id = (name: string) =>
    typeof item[name] === 'number'
      ? String(item[name])
      : expectText(item[name], `${place}.${name}`);
  const ids = presentIds({
    ...idsInFields('csl', (name) => texts(item[name]).slice(0, 1)),
    ...arxivIn(item),
    doi: id('DOI'),
    pmid: id('PMID'),
    pmcid: id('PMCID'),
  });
  const notes = notesOf(item, at('note') ?? '', ids);
  const { facts, unread } = statedFacts(
    {
      venue: foreignText(at('container-title') ?? ''),
      volume: id('volume'),
      issue: id('issue'),
      pages: id('page'),
      version: id('version'),
    },
    [['issued', dateIn(item['issued'])]],
    'csl',
  );
  return {
    title: at('title'),
    authors: bags(item['author']).map(nameOf),
    abstract: at('abstract'),
    ids: { ...notes.ids, ...ids },
    links: [at('URL')],
    tags: isOurs(item) ? ownKeywords(at('keyword') ?? '') : keywordsIn(at('keyword') ?? ''),
    facts,
    written: { texts: Object.values(item).flatMap((value) => text(value) ?? []), source: 'csl' },
    note: notes.own.join('\n\n'),
    status: 'saved',
    isMarkup: true,
    notTaken: [
      ...Object.keys(item).filter((name) => !TAKEN.has(name)),
      ...leftOutOf('note', notes),
      ...unread,
    ],
  };
}

/** Whether a JSON value is an item that names a paper. */
const isItem = (value: unknown): boolean =>
  isBag(value) && ['title', 'DOI'].some((name) => texts(value[name]).length > 0);

/** The list of items of a file: its own or that under `items`, one item alone as doi.org answers, or items by their keys. */
function itemsOf(whole: unknown): unknown {
  if (!isBag(whole)) return whole;
  if (Object.hasOwn(whole, 'items')) return whole['items'];
  if (isItem(whole)) return [whole];
  const values = Object.values(whole);
  return values.length > 0 && values.every(isItem) ? values : undefined;
}

/**
 * Reads CSL-JSON (https://github.com/citation-style-language/schema): a list of items, an object with one under `items`
 * or with items by their keys, or one item. Fails (`Unreadable`) where a file is none of these.
 */
export async function* readCsl(chunks: Chunks, now: number): AsyncGenerator<Incoming> {
  const list = itemsOf(await wholeJson(chunks));
  for (const [index, item] of listOfBags(list, '').entries())
    yield* foreignItems(paperOf(item, `[${index}]`), `[${index}]`, now);
}
