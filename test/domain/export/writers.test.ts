import path from 'node:path';
import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { parse as parseCsv } from 'csv-parse/sync';
import { hashTag, plainMarkdown } from '@/domain/export/formats/markdown';
import { csvWriter } from '@/domain/export/formats/csv';
import { flatWriter } from '@/domain/export/formats/flat';
import jsonld from 'jsonld';
import { describe, expect, test } from 'vitest';
import { EXPORT_FORMATS, type ExportFormat, type ExportFormatId } from '@/domain/export/formats';
import { citation, citationKey } from '@/domain/export/formats/bibtex';
import { fileName } from '@/domain/export/formats/obsidian';
import { factsOf } from '@/domain/paper/read-facts';
import { ANNOTATION_CONTEXT } from './annotation-context';
import { unzip } from './unzip';
import { bytesOf, fileOf, libraryOf, SAMPLE, viewsOf } from './library';

const GOLDEN = path.join(import.meta.dirname, 'golden');
const library = libraryOf(SAMPLE);
const views = viewsOf(library);
const titles = views.map(({ title }) => title);

/** What a reader says of a title, without the markup by which it keeps capitals and sets formulas. */
const bare = (title: string): string =>
  title
    .replaceAll('&lt;', '<')
    .replace(/<\/?(?:span|i|b|sub|sup)[^>]*>/g, '')
    .replace(/[$_]/g, '');

describe.each(Object.keys(EXPORT_FORMATS) as ExportFormatId[])('%s', (format) => {
  const { ending } = EXPORT_FORMATS[format];
  test.skipIf(format === 'obsidian')('is written as its golden file has it', async () => {
    await expect(fileOf(format, library)).toMatchFileSnapshot(
      path.join(GOLDEN, `papers.${ending}`),
    );
  });

  test('is the same bytes each time', () => {
    expect(bytesOf(format, library).equals(bytesOf(format, libraryOf(SAMPLE)))).toBe(true);
  });
});

interface Csl {
  title: string;
  author?: { family?: string; given?: string; literal?: string }[];
  DOI?: string;
  URL?: string;
  abstract?: string;
  issued?: { 'date-parts': number[][] };
}

const cited = (text: string): Csl[] => new Cite(text).data as Csl[];

describe('citation-js reads', () => {
  plugins.config.get('@bibtex').parse.strict = false;

  test.each(['bibtex', 'ris', 'csl'] as const)(
    '%s: titles, authors, ids and abstracts',
    (format) => {
      const data = cited(fileOf(format, library));
      expect(data.map(({ title }) => bare(title))).toEqual(titles.map(bare));
      expect(data[0]?.author?.[0]).toMatchObject(
        format === 'bibtex'
          ? { given: 'Ann', family: 'Berg' }
          : { given: 'Ann', family: expect.stringContaining('Berg') },
      );
      expect(data[0]?.author).toHaveLength(4);
      expect(data[0]?.abstract).toContain('waves on {small} moons');
      expect(data[0]?.URL).toBe('https://arxiv.org/abs/2401.00001');
      expect(data[0]?.issued?.['date-parts'][0]?.[0]).toBe(2024);
      expect(data.find(({ DOI }) => DOI)?.DOI).toContain('10.1000/a_b');
    },
  );
});

test('keys of citations are the same in every file, and no file has one twice', () => {
  const keys = [...fileOf('bibtex', library).matchAll(/^@\w+\{(.*),$/gm)].map(([, key]) => key);
  expect(new Set(keys).size).toBe(views.length);
  expect(keys[0]).toBe('vanderberg2024TidesGptLike');
  expect(citation(views[0]!)).toContain(`@misc{${citationKey(views[0]!)},`);
});

test('a CSV parser reads the cells, and no spreadsheet computes one', () => {
  const rows = parseCsv<Record<string, string>>(fileOf('csv', library), {
    bom: true,
    columns: true,
  });
  expect(rows.map(({ title }) => title?.replace(/^'/, ''))).toEqual(titles);
  for (const cell of rows.flatMap((row) => Object.values(row)))
    expect(cell).not.toMatch(/^[=+\-@\t\r]/);
});

test('JSON-LD expands to the terms of the annotation vocabulary', async () => {
  const documentLoader = (url: string) => {
    expect(url).toBe('http://www.w3.org/ns/anno.jsonld');
    return Promise.resolve({ contextUrl: null, documentUrl: url, document: ANNOTATION_CONTEXT });
  };
  const [collection] = await jsonld.expand(JSON.parse(fileOf('w3c', library)), {
    documentLoader,
    safe: true,
  });
  const text = JSON.stringify(collection);
  const oa = 'http://www.w3.org/ns/oa#';
  for (const term of ['hasTarget', 'hasBody', 'motivatedBy', 'exact', 'prefix', 'hasPurpose'])
    expect(text).toContain(`"${oa}${term}"`);
  expect(text).toContain('"http://purl.org/dc/elements/1.1/title"');
  expect(text).toContain(`"@id":"${oa}highlighting"`);
});

test('another unzipper finds a file a paper, with front matter', async () => {
  const files = await unzip(bytesOf('obsidian', library));
  expect(files.size).toBe(views.length);
  const text =
    files.get('Tides on GPT-Like Moons 50% of $H_2O$ & b more b.md') ?? [...files.keys()].join();
  await expect(text).toMatchFileSnapshot(path.join(GOLDEN, 'papers.zip.md'));
});

test('file names are what every system takes', () => {
  expect(fileName('../../etc/passwd')).toBe('etc passwd');
  expect(fileName('CON')).toBe('paper CON');
  expect(fileName('...')).toBe('paper');
  expect(fileName('a\u202Egpj.exe: b|c?')).toBe('a gpj.exe b c');
});

test('what a page wrote stays text in Markdown', () => {
  const hostile = libraryOf([
    {
      title: '<img src=x onerror=alert(1)> [x](javascript:alert(1)) `code`',
      ids: { arxiv: '2401.00009' },
      highlights: [{ exact: '<script>alert(1)</script>' }],
    },
  ]);
  const text = fileOf('markdown', hostile);
  expect(text).not.toMatch(/(?<!\\)<(?:img|script)/);
  expect(text).not.toMatch(/(?<!\\)\[x(?<!\\)\]\(/);
});

test('a paper carries the names of its topic and theme', () => {
  const [paper] = views;
  const { start, paper: write } = csvWriter();
  const file = `${start() as string}${write({ ...paper!, topic: 'Tides', theme: 'Moons' }) as string}`;
  const [row] = parseCsv<Record<string, string>>(file, { columns: true, bom: true });
  expect(row).toMatchObject({ topic: 'Tides', theme: 'Moons' });
});

test('the JSON for scripts has topic and theme by name, and null where a paper is in none', () => {
  const [paper] = views;
  const of = (filed: object): unknown => {
    const { start, paper: write, end } = flatWriter();
    return JSON.parse([start(), write({ ...paper!, ...filed }), end()].join(''));
  };
  expect(of({ topic: 'Tides', theme: 'Moons' })).toMatchObject([
    { topic: 'Tides', theme: 'Moons' },
  ]);
  expect(of({})).toMatchObject([{ topic: null, theme: null }]);
});

test('no value of somebody else’s adds a field, a record or a command to a file', () => {
  const [view] = views;
  const paper = {
    ...view!,
    title: 'On $\\input{secrets}$, $^^5cwrite18{x}$ and $x^2$\u2028ER  - \u2028TY  - JOUR',
    ids: { ...view!.ids, arxiv: '1},\n  planted = {yes' },
    facts: { ...view!.facts, version: 'v1},\n  planted = {yes\n---\nplanted: yes' },
  };
  const written = (format: ExportFormatId): string => {
    const { writer: make }: ExportFormat = EXPORT_FORMATS[format];
    return String(make(0).paper(paper));
  };
  expect(written('bibtex')).not.toMatch(/(?<!\\)\},\n\s*planted/);
  expect(written('bibtex')).not.toMatch(/\\input|\^\^/);
  expect(written('bibtex')).toContain('$x^2$');
  expect(written('ris')).not.toMatch(/[\u2028\v\f\u0085]/);
});

test('no value of somebody else’s ends the front matter', async () => {
  const hostile = libraryOf([
    {
      title: 'x',
      ids: { arxiv: '2401.00009' },
      facts: factsOf({ version: 'v1\n---\nplanted: yes' }, 'arxiv'),
    },
  ]);
  const [text] = (await unzip(bytesOf('obsidian', hostile))).values();
  expect(text).not.toMatch(/^planted/m);
});

describe('text in Markdown', () => {
  test.each([
    ['Bounds of $L_2$ and a_b', String.raw`Bounds of $L_2$ and a\_b`],
    ['R&amp;D & co', String.raw`R\&amp;D & co`],
    // A formula that would be more than text is none.
    ['a $x](https://evil.example)$ b', String.raw`a \$x\](https://evil.example)\$ b`],
    ['a $<img src=x>$ b', String.raw`a \$\<img src=x\>\$ b`],
    ['of $[0,1]$ and $[0,1)$', String.raw`of $[0,1]$ and \$\[0,1)\$`],
  ])('%s', (text, markdown) => {
    expect(plainMarkdown(text)).toBe(markdown);
  });

  test.each([
    ['c++', '#c-plus-plus'],
    ['c#', '#c-sharp'],
    ['To read', '#To-read'],
    ['a+b', '#a-b'],
  ])('the tag %s', (tag, said) => {
    expect(hashTag(tag)).toBe(said);
  });
});
