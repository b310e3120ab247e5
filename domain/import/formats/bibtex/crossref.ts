import { type BibEntry, LONGEST, parseEntry, type Strings } from './grammar';
import { sourcesOf } from './spans';

type Fields = BibEntry['fields'];

/** Entries that others name by `crossref`, by their keys in lower case. */
export type Parents = ReadonlyMap<string, Fields>;

/** What a paper has from the book or journal that it is in; its other fields are the book's own. */
const INHERITED: Readonly<Record<string, string>> = {
  title: 'booktitle',
  booktitle: 'booktitle',
  journal: 'journal',
  journaltitle: 'journaltitle',
  year: 'year',
  month: 'month',
  date: 'date',
  volume: 'volume',
  number: 'number',
};

const valueOf = (fields: Fields, name: string): string =>
  fields
    .find(([field]) => field === name)?.[1]
    .trim()
    .toLowerCase() ?? '';

/** The entries of a file that others inherit from; a parent comes after its children, as BibTeX wants it. */
export function parentsIn(text: string): Parents {
  const parents = new Map<string, Fields>();
  if (!/\bcrossref\s*=/i.test(text)) return parents;
  const strings: Strings = new Map();
  const entries: BibEntry[] = [];
  for (const { source, isClosed } of sourcesOf(text)) {
    const entry = isClosed ? parseEntry(source, strings) : null;
    if (!entry?.ok) continue;
    if (entry.value.type === 'string')
      for (const [name, value] of entry.value.fields)
        strings.set(name, value.length > LONGEST ? '' : value);
    else entries.push(entry.value);
  }
  const named = new Set(entries.map(({ fields }) => valueOf(fields, 'crossref')));
  for (const { key, fields } of entries)
    if (key !== '' && named.has(key.toLowerCase())) parents.set(key.toLowerCase(), fields);
  return parents;
}

/** The fields that an entry lacks and its parent has, by the names that they have in the entry. */
export function inherited(fields: Fields, parents: Parents): Fields {
  const parent = parents.get(valueOf(fields, 'crossref')) ?? [];
  const own = new Set(fields.map(([name]) => name));
  const isDated = ['year', 'date'].some((name) => own.has(name));
  return parent.flatMap(([name, value]): Fields => {
    const to = Object.hasOwn(INHERITED, name) ? INHERITED[name] : undefined;
    const isLacking =
      to !== undefined && !own.has(to) && !(isDated && /^(?:year|month|date)$/.test(to));
    return isLacking ? [[to, value]] : [];
  });
}
