import { type ExportHighlight, type ExportPaper, isoTime } from '@/domain/export/paper';
import { listWriter, type Writer } from '@/domain/export/writer';

const selectors = ({ exact, prefix, suffix }: ExportHighlight): object[] => [
  { type: 'TextQuoteSelector', exact, prefix, suffix },
];

/** A paper's annotations: one for each highlight, and a page note for the note and for what has none. */
function annotations(paper: ExportPaper): object[] {
  const uri = paper.url || `urn:gloss:${encodeURIComponent(paper.id)}`;
  const shared = (id: string, at: number, text: string, selector: object[]) => ({
    id,
    created: isoTime(at),
    updated: isoTime(paper.updatedAt),
    user: '',
    group: '__world__',
    uri,
    document: { title: paper.title },
    text,
    tags: paper.tags,
    permissions: { read: [], update: [], delete: [] },
    hidden: false,
    links: {},
    target: [{ source: uri, ...(selector.length > 0 ? { selector } : {}) }],
  });
  const passages = paper.highlights.map((highlight) =>
    shared(highlight.id, highlight.createdAt, highlight.comment, selectors(highlight)),
  );
  return paper.note !== '' || passages.length === 0
    ? [shared(paper.id, paper.createdAt, paper.note, []), ...passages]
    : passages;
}

/** The export file of Hypothesis (https://github.com/hypothesis/client, annotations-exporter). */
export const hypothesisWriter = (now: number): Writer =>
  listWriter(
    annotations,
    `{\n"export_date": "${isoTime(now)}",\n"export_userid": "",\n"client_version": "gloss",\n"annotations": [`,
    ']\n}',
  );
