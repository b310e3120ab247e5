import { factsOf } from '@/domain/paper/read-facts';
import { STATUSES } from '@/domain/paper/paper';
import type { Chunks } from '@/domain/import/chunks';
import {
  foreignItems,
  type ForeignHighlight,
  type ForeignPaper,
  timeOfDate,
} from '@/domain/import/foreign';
import type { Incoming } from '@/domain/import/incoming';
import { type Bag, isBag, listOfBags, text, texts, wholeJson } from '@/domain/import/json';
import { Unreadable } from '@/domain/import/unreadable';

interface Page {
  place: string;
  paper: ForeignPaper & { highlights: ForeignHighlight[]; tags: string[] };
  notes: string[];
}

const asList = (value: unknown): unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];

/** Selectors, those that refine others among them. */
const selectorsOf = (value: unknown): Bag[] =>
  asList(value)
    .filter(isBag)
    .flatMap((selector) => [selector, ...selectorsOf(selector['refinedBy'])]);

/** The annotations of a collection, a page, a list, or of one annotation alone, with their places. */
function annotationsOf(whole: unknown): [place: string, annotation: Bag][] {
  if (Array.isArray(whole)) return listOfBags(whole, '').map((item, index) => [`[${index}]`, item]);
  if (!isBag(whole)) throw new Unreadable('This is not a Web Annotation: expected an object');
  if (whole['type'] === 'Annotation') return [['the annotation', whole]];
  const isPage = 'items' in whole;
  const page = isPage ? whole : whole['first'];
  if (!isBag(page)) throw new Unreadable('first: expected a page of annotations');
  const section = isPage ? 'items' : 'first.items';
  return listOfBags(page['items'], section).map((item, index) => [`${section}[${index}]`, item]);
}

/** A paper by the address of its page, and the annotations of that page. */
function aboutTarget(target: unknown): { uri: string; paper: ForeignPaper } {
  if (typeof target === 'string') return { uri: target, paper: {} };
  if (!isBag(target)) return { uri: '', paper: {} };
  const source = target['source'] ?? target['id'];
  const about = isBag(source) ? source : target;
  const uri = text(isBag(source) ? source['id'] : source) ?? '';
  const creators = about['dc:creator'];
  return {
    uri,
    paper: {
      title: text(about['dc:title']),
      authors: texts(isBag(creators) ? creators['@list'] : creators),
      abstract: text(about['dcterms:abstract']),
      keys: texts(about['dcterms:identifier']),
      facts: factsOf(
        { published: text(about['dcterms:issued']), venue: text(about['dcterms:isPartOf']) },
        'w3c',
      ),
    },
  };
}

function addBodies(page: Page, annotation: Bag): string {
  const comments: string[] = [];
  for (const body of asList(annotation['body'] ?? annotation['bodyValue'])) {
    const value = typeof body === 'string' ? body : isBag(body) ? text(body['value']) : undefined;
    const purpose = isBag(body) ? text(body['purpose']) : undefined;
    if (value === undefined) continue;
    if (purpose === 'tagging') page.paper.tags.push(value);
    else if (purpose === 'bookmarking' || purpose === 'assessing')
      page.paper.status = STATUSES.find((status) => status === value) ?? 'saved';
    else comments.push(value);
  }
  if (annotation['motivation'] === 'bookmarking') page.paper.status ??= 'saved';
  return comments.join('\n\n');
}

function addAnnotation(byUri: Map<string, Page>, place: string, annotation: Bag): void {
  const [target] = asList(annotation['target']);
  const { uri, paper } = aboutTarget(target);
  if (uri === '') throw new Unreadable(`${place}.target: expected an address`);
  const page = byUri.get(uri) ?? {
    place,
    paper: { links: [uri], highlights: [], tags: [] },
    notes: [],
  };
  byUri.set(uri, page);
  Object.assign(
    page.paper,
    Object.fromEntries(
      Object.entries(paper).filter(([, value]) => value && Object.keys(value).length > 0),
    ),
  );
  const at = timeOfDate(annotation['created']);
  page.paper.at ??= at;
  const comment = addBodies(page, annotation);
  const selectors = isBag(target) ? selectorsOf(target['selector']) : [];
  const quote = selectors.find(({ type }) => type === 'TextQuoteSelector');
  const exact = text(quote?.['exact']);
  if (exact === undefined || !quote) {
    if (comment !== '') page.notes.push(comment);
    return;
  }
  page.paper.highlights.push({
    exact,
    prefix: text(quote['prefix']),
    suffix: text(quote['suffix']),
    comment,
    colour: isBag(target) ? text(target['styleClass']) : undefined,
    field: text(selectors.find(({ type }) => type === 'FragmentSelector')?.['value']),
    source: isBag(target) ? text(target['scope']) : undefined,
    at,
  });
}

/** Reads W3C Web Annotations (https://www.w3.org/TR/annotation-model/): annotations of one address form one paper. */
export async function* readWebAnnotation(chunks: Chunks, now: number): AsyncGenerator<Incoming> {
  const byUri = new Map<string, Page>();
  for (const [place, annotation] of annotationsOf(await wholeJson(chunks)))
    addAnnotation(byUri, place, annotation);
  for (const { place, paper, notes } of byUri.values())
    yield* foreignItems({ ...paper, note: notes.join('\n\n') }, place, now);
}
