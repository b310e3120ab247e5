import type { Chunks } from '@/domain/import/chunks';
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
