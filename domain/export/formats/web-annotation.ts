import type { Status } from '@/domain/paper/paper';
import { type ExportHighlight, type ExportPaper, isoTime } from '@/domain/export/paper';
import { listWriter, type Writer } from '@/domain/export/writer';

const STATUS_MOTIVATION: Record<Status, string> = {
  saved: 'bookmarking',
  read: 'bookmarking',
  dismissed: 'assessing',
};

const urn = (name: string): string => `urn:gloss:${encodeURIComponent(name)}`;
const body = (purpose: string, value: string, format = 'text/plain'): object => ({
  type: 'TextualBody',
  purpose,
  format,
  value,
});

const target = (paper: ExportPaper): object => ({
  id: paper.url || urn(paper.id),
  type: 'Text',
  'dc:title': paper.title,
  ...(paper.authors.length > 0 ? { 'dc:creator': { '@list': paper.authors } } : {}),
  ...(paper.abstract ? { 'dcterms:abstract': paper.abstract } : {}),
  ...(paper.facts.published ? { 'dcterms:issued': paper.facts.published } : {}),
  ...(paper.facts.venue ? { 'dcterms:isPartOf': paper.facts.venue } : {}),
  'dcterms:identifier': paper.keys,
});

/** What a person made of the paper as a whole. */
function paperAnnotation(paper: ExportPaper): object {
  const { status, note, tags, savedAt } = paper;
  const bodies = [
    ...(status ? [body(STATUS_MOTIVATION[status], status)] : []),
    ...(note ? [body('commenting', note, 'text/markdown')] : []),
    ...tags.map((tag) => body('tagging', tag)),
  ];
  return {
    id: urn(paper.id),
    type: 'Annotation',
    motivation: status ? STATUS_MOTIVATION[status] : note ? 'commenting' : 'tagging',
    created: isoTime(savedAt ?? paper.createdAt),
    modified: isoTime(paper.updatedAt),
    ...(bodies.length > 0 ? { body: bodies } : {}),
    target: target(paper),
  };
}

function highlightAnnotation(paper: ExportPaper, highlight: ExportHighlight): object {
  const { id, exact, prefix, suffix, start, end, comment, colour, field, source } = highlight;
  return {
    id: urn(`highlight:${id}`),
    type: 'Annotation',
    motivation: 'highlighting',
    created: isoTime(highlight.createdAt),
    ...(comment ? { body: [body('commenting', comment, 'text/markdown')] } : {}),
    target: {
      type: 'SpecificResource',
      source: paper.url || urn(paper.id),
      styleClass: colour,
      ...(source ? { scope: source } : {}),
      selector: {
        type: 'FragmentSelector',
        value: field,
        refinedBy: [
          { type: 'TextQuoteSelector', exact, prefix, suffix },
          { type: 'TextPositionSelector', start, end },
        ],
      },
    },
  };
}

/**
 * W3C Web Annotations (https://www.w3.org/TR/annotation-model/) as an AnnotationCollection with one page. A
 * highlight's selector names the paper's field first, then the passage over that field's normalised text.
 */
export const webAnnotationWriter = (): Writer =>
  listWriter(
    (paper) => [
      paperAnnotation(paper),
      ...paper.highlights.map((highlight) => highlightAnnotation(paper, highlight)),
    ],
    `{
"@context": "http://www.w3.org/ns/anno.jsonld",
"id": "urn:gloss:library",
"type": "AnnotationCollection",
"label": "Gloss",
"first": {
"id": "urn:gloss:library:1",
"type": "AnnotationPage",
"startIndex": 0,
"items": [`,
    ']\n}\n}',
  );
