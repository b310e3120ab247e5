import type { Chunks } from '@/domain/import/chunks';
import { foreignItems, type ForeignHighlight, timeOfDate } from '@/domain/import/foreign';
import type { Incoming } from '@/domain/import/incoming';
import {
  type Bag,
  bags,
  expectText,
  listOfBags,
  text,
  texts,
  wholeJson,
} from '@/domain/import/json';
import { Unreadable } from '@/domain/import/unreadable';

/** The page's passages; `data` beside them may know the text around each. */
function highlightsOf(page: Bag, place: string): ForeignHighlight[] {
  const data = bags(page['data']);
  return listOfBags(page['highlights'], `${place}.highlights`).map((highlight, index) => {
    const at = `${place}.highlights[${index}]`;
    const exact = expectText(highlight['text'], `${at}.text`);
    if (!exact) throw new Unreadable(`${at}.text: expected text`);
    const around = data.length === 0 ? undefined : data[index]?.['textQuote'];
    const { prefix, suffix } = (around ?? {}) as Bag;
    return {
      exact,
      prefix: text(prefix),
      suffix: text(suffix),
      comment: texts(highlight['notes']).join('\n\n'),
      at: timeOfDate(highlight['timestamp']),
    };
  });
}

/** Reads the highlights file of Obsidian Web Clipper: a list of pages with passages. */
export async function* readClipper(chunks: Chunks, now: number): AsyncGenerator<Incoming> {
  for (const [index, page] of listOfBags(await wholeJson(chunks), '').entries()) {
    const place = `[${index}]`;
    const highlights = highlightsOf(page, place);
    const paper = {
      title: expectText(page['title'], `${place}.title`),
      titleFrom: 'link' as const,
      links: [expectText(page['url'], `${place}.url`)],
      highlights,
      at: highlights[0]?.at,
    };
    yield* foreignItems(paper, place, now);
  }
}
