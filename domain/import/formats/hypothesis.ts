import type { Chunks } from '@/domain/import/chunks';
import {
  foreignItems,
  type ForeignHighlight,
  type ForeignPaper,
  timeOfDate,
} from '@/domain/import/foreign';
import type { Incoming } from '@/domain/import/incoming';
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
import { Unreadable } from '@/domain/import/unreadable';

/** The passage that an annotation is about; a page note has none. */
function quoteOf(annotation: Bag): ForeignHighlight | null {
  const [target] = bags(annotation['target']);
  const quote = bags(target?.['selector']).find(({ type }) => type === 'TextQuoteSelector');
  const exact = text(quote?.['exact']);
  return exact === undefined || !quote
    ? null
    : { exact, prefix: text(quote['prefix']), suffix: text(quote['suffix']) };
}

/** Whether an annotation is what somebody said to another one. */
const isReply = (annotation: Bag): boolean => texts(annotation['references']).length > 0;

/** A page as it is put together of its annotations, with the place of the first. */
interface Page {
  place: string;
  paper: ForeignPaper & { highlights: ForeignHighlight[]; tags: string[] };
  notes: string[];
}

function pagesOf(annotations: Bag[]): Page[] {
  const byUri = new Map<string, Page>();
  for (const [index, annotation] of annotations.entries()) {
    const place = `annotations[${index}]`;
    const uri = expectText(annotation['uri'], `${place}.uri`) ?? '';
    const comment = expectText(annotation['text'], `${place}.text`) ?? '';
    if (isReply(annotation)) continue;
    const page = byUri.get(uri) ?? {
      place,
      paper: {
        links: [uri],
        title: titleOf(annotation),
        titleFrom: 'link',
        highlights: [],
        tags: [],
      },
      notes: [],
    };
    byUri.set(uri, page);
    const at = timeOfDate(annotation['created']);
    page.paper.at = Math.min(at ?? Infinity, page.paper.at ?? Infinity);
    for (const tag of texts(annotation['tags'])) page.paper.tags.push(tag);
    const quote = quoteOf(annotation);
    if (quote) page.paper.highlights.push({ ...quote, comment, at });
    else if (comment.trim() !== '') page.notes.push(comment);
  }
  return [...byUri.values()];
}

const titleOf = ({ document }: Bag): string | undefined =>
  isBag(document) ? texts(document['title'])[0] : undefined;

/** Reads the export file of Hypothesis: annotations by page, each page a paper. */
export async function* readHypothesis(chunks: Chunks, now: number): AsyncGenerator<Incoming> {
  const whole = await wholeJson(chunks);
  if (!isBag(whole) || !('annotations' in whole))
    throw new Unreadable('This is not an export of Hypothesis: annotations: expected a list');
  const annotations = listOfBags(whole['annotations'], 'annotations');
  for (const { place, paper, notes } of pagesOf(annotations))
    yield* foreignItems({ ...paper, note: notes.join('\n\n') }, place, now);
  for (const [index, annotation] of annotations.entries())
    if (isReply(annotation))
      yield { kind: 'left', place: `annotations[${index}]`, value: 'replies' };
}
