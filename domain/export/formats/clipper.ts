import { type ExportHighlight, type ExportPaper, isoTime } from '@/domain/export/paper';
import { listWriter, type Writer } from '@/domain/export/writer';

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const notes = ({ comment }: ExportHighlight): { notes?: string[] } =>
  comment === '' ? {} : { notes: [comment] };

/** The clipper tells a passage's time from its id; a number after it keeps ids of one moment apart. */
const clipperId = ({ createdAt }: ExportHighlight, index: number): string =>
  String(createdAt + index);

function page(paper: ExportPaper): object[] {
  if (paper.url === '' || paper.highlights.length === 0) return [];
  return [
    {
      url: paper.url,
      title: paper.title,
      highlights: paper.highlights.map((highlight) => ({
        text: highlight.exact,
        timestamp: isoTime(highlight.createdAt),
        ...notes(highlight),
      })),
      data: paper.highlights.map((highlight, index) => ({
        id: clipperId(highlight, index),
        type: 'text',
        xpath: '',
        startOffset: 0,
        endOffset: 0,
        content: escape(highlight.exact),
        ...notes(highlight),
        textQuote: { prefix: highlight.prefix, suffix: highlight.suffix },
      })),
    },
  ];
}

/** The highlights file of Obsidian Web Clipper (https://github.com/obsidianmd/obsidian-clipper): pages with passages; it has no place for other papers. */
export const clipperWriter = (): Writer => listWriter(page);
