import type { Chunks } from '@/domain/import/chunks';
import { factsOf } from '@/domain/paper/read-facts';
import { foreignItems, type ForeignPaper, timeOfDate } from '@/domain/import/foreign';
import type { Incoming } from '@/domain/import/incoming';
import { type Bag, expectText, isBag, texts, wholeJson } from '@/domain/import/json';
import { Unreadable } from '@/domain/import/unreadable';

/** PaperMemory's ids name the source and the id there: `Arxiv-2501.01234`. */
const ARXIV = /^Arxiv-(.+)$/i;

function paperOf(item: Bag, place: string): ForeignPaper {
  const at = (name: string) => expectText(item[name], `${place}.${name}`);
  const title = at('title');
  const source = at('source');
  const link = at('pdfLink');
  const id = at('id') ?? '';
  return {
    title,
    authors: (at('author') ?? '').split(/\s+and\s+/).filter((name) => name !== 'Anonymous'),
    ids: {
      arxiv: source === 'arxiv' ? ARXIV.exec(id)?.[1]?.replaceAll('_', '/') : undefined,
      doi: at('doi'),
    },
    links: [link],
    status: 'saved',
    tags: [...texts(item['tags']), ...(item['favorite'] === true ? ['favourite'] : [])],
    facts: factsOf(
      {
        published: typeof item['year'] === 'number' ? String(item['year']) : at('year'),
        venue: at('venue'),
        code: at('codeLink'),
        pdf: link,
      },
      'papermemory',
    ),
    note: at('note'),
    at: timeOfDate(item['addDate']),
  };
}

/** Reads a PaperMemory export: an object with a paper under each id; names that begin with `__` are its own. */
export async function* readPaperMemory(chunks: Chunks, now: number): AsyncGenerator<Incoming> {
  const whole = await wholeJson(chunks);
  if (!isBag(whole))
    throw new Unreadable('This is not an export of PaperMemory: expected an object');
  for (const [place, item] of Object.entries(whole)) {
    if (place.startsWith('__')) continue;
    if (!isBag(item)) throw new Unreadable(`${place}: expected an object`);
    yield* foreignItems(paperOf(item, place), place, now);
  }
}
