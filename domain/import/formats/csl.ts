import type { Chunks } from '@/domain/import/chunks';
import { factsOf } from '@/domain/paper/read-facts';
import { foreignItems, type ForeignPaper } from '@/domain/import/foreign';
import type { Incoming } from '@/domain/import/incoming';
import {
  type Bag,
  bags,
  expectText,
  isBag,
  listOfBags,
  text,
  wholeJson,
} from '@/domain/import/json';

const nameOf = ({ given, family, literal, ['non-dropping-particle']: particle }: Bag): string =>
  text(literal) ?? [given, particle, family].filter((part) => text(part)).join(' ');

/** `{"date-parts":[[2024,6,20]]}`, or a date as text (`raw`, `literal`). */
function dateIn(issued: unknown): string | undefined {
  if (!isBag(issued)) return text(issued);
  const parts = issued['date-parts'];
  const [first] = Array.isArray(parts) ? (parts as unknown[]) : [];
  if (!Array.isArray(first)) return text(issued['raw']) ?? text(issued['literal']);
  return first.map((part) => String(part).padStart(2, '0')).join('-');
}

function paperOf(item: Bag, place: string): ForeignPaper {
  const at = (name: string) => expectText(item[name], `${place}.${name}`);
  const id = (name: string) =>
    typeof item[name] === 'number'
      ? String(item[name])
      : expectText(item[name], `${place}.${name}`);
  const archive = [item['number'], item['archive_location'], item['note']].map(text).join(' ');
  return {
    title: at('title'),
    authors: bags(item['author']).map(nameOf),
    abstract: at('abstract'),
    ids: {
      arxiv: /arxiv:\s*(\S+)/i.exec(archive)?.[1],
      doi: id('DOI'),
      pmid: id('PMID'),
      pmcid: id('PMCID'),
    },
    links: [at('URL')],
    tags: (at('keyword') ?? '').split(/[,;]/).map((tag) => tag.trim()),
    facts: factsOf(
      {
        published: dateIn(item['issued']),
        venue: at('container-title'),
        volume: id('volume'),
        issue: id('issue'),
        pages: id('page'),
        version: id('version'),
      },
      'csl',
    ),
    note: at('note'),
    status: 'saved',
  };
}

/** Reads CSL-JSON (https://github.com/citation-style-language/schema): a list of items, or an object with one under `items`. */
export async function* readCsl(chunks: Chunks, now: number): AsyncGenerator<Incoming> {
  const whole = await wholeJson(chunks);
  const list = isBag(whole) ? whole['items'] : whole;
  for (const [index, item] of listOfBags(list, '').entries())
    yield* foreignItems(paperOf(item, `[${index}]`), `[${index}]`, now);
}
