import { EXPORT_FORMATS, type ExportFormat, type ExportFormatId } from '@/domain/export/formats';
import { exportPaper, type ExportPaper } from '@/domain/export/paper';
import { Collection } from '@/domain/import/collection';
import { foreignItems, type ForeignPaper } from '@/domain/import/foreign';
import type { ImportFormatId } from '@/domain/import/formats';
import { factsOf } from '@/domain/paper/read-facts';
import { admitItem, type Incoming } from '@/domain/import/incoming';
import { readCollection } from '@/domain/import/read';

/** The moment of all exports in tests. */
export const NOW = Date.UTC(2026, 0, 31);

/** A library of papers as other tools have them. */
export function libraryOf(papers: ForeignPaper[]): Collection {
  const collection = new Collection();
  for (const [index, paper] of papers.entries())
    for (const item of foreignItems(paper, `[${index}]`, NOW)) collection.add(admitItem(item));
  return collection;
}

export function viewsOf(collection: Collection): ExportPaper[] {
  const names = new Map(collection.head.tags.map(({ id, name }) => [id, name]));
  return collection.papers.flatMap(
    (document) => exportPaper(document, (id) => names.get(id) ?? id) ?? [],
  );
}

/** The bytes of a library in a format. */
export function bytesOf(format: ExportFormatId, collection: Collection): Buffer {
  const { writer: make }: ExportFormat = EXPORT_FORMATS[format];
  const writer = make(NOW);
  const pieces = [writer.start(), ...viewsOf(collection).map(writer.paper), writer.end()];
  return Buffer.concat(pieces.map((piece) => Buffer.from(piece as string)));
}

export const fileOf = (format: ExportFormatId, collection: Collection): string =>
  bytesOf(format, collection).toString('utf8');

/** What a file holds. Throws the sentence with which it is refused. */
export async function read(
  format: ImportFormatId,
  file: string,
): Promise<{ library: Collection; rejected: Incoming[]; left: Map<string, number> }> {
  const found = await readCollection(format, [file], { now: NOW });
  if (!found.ok) throw new Error(found.error.message);
  return found.value;
}

/** The only paper of a file in which nothing is rejected. */
export async function onlyPaper(format: ImportFormatId, file: string): Promise<ExportPaper> {
  const { library, rejected } = await read(format, file);
  const views = viewsOf(library);
  const [view] = views;
  if (!view || views.length > 1 || rejected.length > 0)
    throw new Error(`${views.length} papers, ${rejected.length} rejected`);
  return view;
}

/** Papers with what is hard to write: TeX, markup, formulas, other scripts, several lines, namesakes. */
export const SAMPLE: ForeignPaper[] = [
  {
    title: 'Tides on GPT-Like Moons: 50% of $H_2O$ & <b>more</b>',
    authors: ['Ann van der Berg', 'Béla Őri', '王小明', 'The Tides Collaboration'],
    abstract: 'We measure tides\\waves on {small} moons. They rise twice as fast as before_.',
    ids: { arxiv: '2401.00001' },
    links: ['https://arxiv.org/abs/2401.00001', 'https://arxiv.org/pdf/2401.00001'],
    facts: factsOf({ published: '2024-01-02', version: 'v2' }, 'arxiv'),
    status: 'saved',
    tags: ['moons', 'To read'],
    note: 'Compare with ours:\n\n- table 2\n- [the site](https://example.org)',
    highlights: [
      {
        exact: 'twice as fast',
        prefix: 'They rise ',
        suffix: ' as before_.',
        comment: 'Check the *units*.',
        colour: 'green',
        at: Date.UTC(2025, 5, 2, 9),
        source: 'https://arxiv.org/list/astro-ph/new',
      },
    ],
    at: Date.UTC(2025, 5, 1, 8),
  },
  {
    title: 'Tides on GPT-Like Moons: 50% of $H_2O$ & <b>more</b>, again',
    authors: ['Ann van der Berg'],
    ids: { arxiv: '2401.00002' },
    status: 'dismissed',
    at: Date.UTC(2025, 5, 3),
  },
  {
    title: '=HYPERLINK("https://evil.example") is a formula',
    authors: ['O’Neil; Jr., Max'],
    ids: { doi: '10.1000/a_b{c}%20' },
    facts: factsOf(
      {
        published: '2023',
        venue: 'Annals of Formulas & Cells',
        volume: '12',
        issue: '3',
        pages: '101--118',
        code: 'https://github.com/example/cells',
        pdf: 'https://example.org/cells.pdf',
      },
      'springer',
    ),
    status: 'read',
    tags: ['-minus'],
    note: '+1',
    at: Date.UTC(2025, 5, 4),
  },
  {
    title: '论卫星上的潮汐与海浪之研究',
    ids: { openreview: 'aBcDeF123' },
    tags: ['中文'],
    facts: factsOf({ published: '2024', venue: 'ICLR 2024 poster' }, 'openreview'),
  },
];
