import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { textOf } from '@/domain/import/chunks';
import { guessTable } from '@/domain/import/formats/csv-table';
import { bytesAs, detectFormat, type ImportFormatId } from '@/domain/import/formats';
import { readCollection } from '@/domain/import/read';
import { fileOf, libraryOf, NOW, read, SAMPLE, viewsOf } from '../export/library';
import { HOSTILE, TEXT_ALL_THE_SAME } from './hostile';

async function* stream(bytes: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* bytes;
}

test('there are a hundred hostile files', () => {
  expect(HOSTILE.length).toBeGreaterThanOrEqual(100);
  expect(new Set(HOSTILE.map(({ name }) => name)).size).toBe(HOSTILE.length);
});

describe('a hostile file is refused by one sentence with the place', () => {
  test.each(HOSTILE)('$name', async ({ format, bytes, says }) => {
    const pieces = typeof bytes === 'function' ? bytes() : [bytes];
    const found = await readCollection(format, textOf(stream(pieces), bytesAs(format)), {
      now: NOW,
    });
    const message = found.ok ? 'no error' : found.error.message;
    expect(message).toContain(says);
    expect(message.length).toBeLessThan(300);
    expect(message).not.toMatch(/undefined|\[object|\n/);
  });
});

test.each(TEXT_ALL_THE_SAME)('$name is text', async ({ format, file, title }) => {
  const found = await readCollection(format, textOf(stream([new TextEncoder().encode(file)])), {
    now: NOW,
  });
  expect(found.ok && found.value.library.papers.map((paper) => paper.title)).toEqual([title]);
});

test('a paper that is too large is rejected by itself', async () => {
  const papers = [
    { title: 'An abstract without an end', abstract: 'x'.repeat(300_000) },
    { title: 'A note without an end', note: 'x'.repeat(1_200_000) },
    { title: 'More tags than there are words', keyword: 'a,'.repeat(300_000) },
    { title: 'Tides of small moons', author: [{ family: 'x'.repeat(5_000) }] },
  ];
  const { library, rejected } = await read('csl', JSON.stringify(papers));
  expect(library.papers.map(({ title }) => title)).toEqual(['Tides of small moons']);
  expect(rejected.map(({ place, value }) => `${place}: ${String(value)}`)).toEqual([
    '[0]: an abstract of over 200000 characters',
    '[1]: a note of over 1000000 characters',
    '[2]: more than 1000 tags',
  ]);
});

test('definitions of BibTeX stand for what they say, also through each other', async () => {
  const { library } = await read(
    'bibtex',
    `@string{moons = "small moons"}
@string{both = {Tides of } # moons}
@string(other = "not asked for")
@misc{x, title = both # { and rings}, note = "(in brackets) {@misc{y, title={No entry}}}"}
@misc(z, title = {A second (paper) of moons})`,
  );
  expect(library.papers.map(({ title }) => title).toSorted()).toEqual([
    'A second (paper) of moons',
    'Tides of small moons and rings',
  ]);
});

test('a note that was written into a file by hand is read, the same each time', async () => {
  const { library } = await read('csl', '[{"title":"Tides of small moons"}]');
  const [document] = library.papers;
  const byHand = { ...document, note: { text: 'By hand', heads: [], seen: {} } };
  const text = JSON.stringify({ format: 'gloss', version: 1, minReader: 1, papers: [byHand] });
  const [once, twice] = [await read('gloss', text), await read('gloss', text)];
  expect(once.library.papers[0]?.note.text).toBe('By hand');
  expect(twice.library.papers).toEqual(once.library.papers);
});

describe('what other tools write', () => {
  test('PaperMemory: papers by id, favourites, notes, dates', async () => {
    const paper = {
      id: 'Arxiv-2501.01234',
      source: 'arxiv',
      title: 'A Made-Up Study of\n  Sparse Tides',
      author: 'Ada Example and Bo Sample',
      year: '2025',
      pdfLink: 'https://arxiv.org/pdf/2501.01234v3.pdf',
      addDate: '2025-01-07T09:12:33.120Z',
      favorite: true,
      tags: ['moe'],
      note: 'compare with ours',
      codeLink: '',
    };
    const { library } = await read(
      'papermemory',
      JSON.stringify({ __dataVersion: 10100, [paper.id]: paper }),
    );
    expect(viewsOf(library)[0]).toMatchObject({
      id: 'arxiv:2501.01234',
      title: 'A Made-Up Study of Sparse Tides',
      authors: ['Ada Example', 'Bo Sample'],
      tags: ['favourite', 'moe'],
      note: 'compare with ours',
      status: 'saved',
      savedAt: Date.parse(paper.addDate),
    });
  });

  test('Hypothesis: annotations of one page are one paper, replies are left', async () => {
    const annotation = (more: object) => ({
      created: '2026-01-20T08:00:00+00:00',
      uri: 'https://arxiv.org/abs/2501.01234',
      document: { title: ['A Made-Up Study'] },
      tags: ['moe'],
      text: '',
      target: [],
      ...more,
    });
    const quote = {
      type: 'TextQuoteSelector',
      exact: 'twice as fast',
      prefix: 'is ',
      suffix: ' as',
    };
    const { library } = await read(
      'hypothesis',
      JSON.stringify({
        annotations: [
          annotation({ text: 'check claim', target: [{ selector: [quote] }] }),
          annotation({ text: 'A page note' }),
          annotation({ text: 'A reply', references: ['x'] }),
        ],
      }),
    );
    expect(viewsOf(library)).toMatchObject([
      {
        id: 'arxiv:2501.01234',
        note: 'A page note',
        tags: ['moe'],
        highlights: [{ exact: 'twice as fast', comment: 'check claim', prefix: 'is ' }],
      },
    ]);
  });

  test('Obsidian Web Clipper: old files without `data` too', async () => {
    const page = {
      url: 'https://arxiv.org/abs/2501.01234',
      title: 'A Made-Up Study',
      highlights: [
        { text: 'twice as fast', timestamp: '2026-01-20T08:00:00.000Z', notes: ['a', 'b'] },
      ],
    };
    const { library } = await read('clipper', JSON.stringify([page]));
    expect(viewsOf(library)[0]?.highlights).toMatchObject([
      { exact: 'twice as fast', comment: 'a\n\nb', createdAt: Date.UTC(2026, 0, 20, 8) },
    ]);
  });

  test('BibTeX: strings, TeX, names; an entry that is broken is left out alone', async () => {
    const { library, rejected } = await read(
      'bibtex',
      `% a comment
@string{tides = "Tides"}
@article{a, title = tides # { on {S}mall Moons}, author = {van der Berg, Ann and {\\'E}mile Li},
  journal = {arXiv preprint arXiv:2501.01234}, keywords = {moons, waves}}
@misc{b title}
@misc{c, title = {Rings of Dust around Stars}, doi = {https://doi.org/10.1000/XYZ}`,
    );
    expect(viewsOf(library)).toMatchObject([
      {
        id: 'arxiv:2501.01234',
        title: 'Tides on Small Moons',
        authors: ['Ann van der Berg', 'Émile Li'],
        tags: ['moons', 'waves'],
      },
    ]);
    expect(rejected.map(({ place }) => place)).toEqual(['line 5', 'line 6']);
  });

  test('CSV: other names of columns, semicolons between cells, columns that were chosen', async () => {
    const { library } = await read(
      'csv',
      'Title;Manual Tags;DOI;Date Added\n"A; b";x, y;10.1000/abc;2025-06-01 10:00\n',
    );
    expect(viewsOf(library)).toMatchObject([
      { title: 'A; b', tags: ['x', 'y'], id: 'doi:10.1000/abc' },
    ]);
    const chosen = await readCollection(
      'csv',
      ['what,where\nTides,https://arxiv.org/abs/2401.00001'],
      {
        now: NOW,
        table: { columns: { title: 0, url: 1 }, isHeadless: false },
      },
    );
    expect(chosen.ok && viewsOf(chosen.value.library)).toMatchObject([
      { title: 'Tides', id: 'arxiv:2401.00001' },
    ]);
  });

  test('CSV of other tools: ids are where ids are, and columns are named in many ways', async () => {
    const { library } = await read(
      'csv',
      'Key,Item Type,Author,Title,DOI,Url\nABCD1234,journalArticle,"Author, Ann",Ebb,10.1000/ebb,https://x.example/1\n',
    );
    expect(viewsOf(library)).toMatchObject([{ id: 'doi:10.1000/ebb', title: 'Ebb' }]);
    const own = guessTable([['Paper Title', 'author_names', 'PDF link', 'My notes', 'Year']]);
    expect(own.columns).toEqual({ title: 0, authors: 1, url: 2, note: 3, published: 4 });
  });

  test('CSV without names of columns: a first row that is a paper is one, and its columns are told by what is in them', async () => {
    const rows =
      '2024,Tides on Small Moons,Ann Author,https://arxiv.org/abs/2401.00001\n' +
      '2023,Rings of Dust,Bo Builder,https://arxiv.org/abs/2401.00002\n';
    const { library } = await read('csv', rows);
    expect(viewsOf(library)).toMatchObject([
      { title: 'Tides on Small Moons', id: 'arxiv:2401.00001' },
      { title: 'Rings of Dust', id: 'arxiv:2401.00002' },
    ]);
    expect(
      guessTable([
        ['10.1000/abc', 'Ebb and flow'],
        ['10.1000/abd', 'Low tide'],
      ]),
    ).toEqual({
      columns: { key: 0 },
      isHeadless: true,
    });
    // What a person says counts, and a link in a column that has a name is no sign.
    expect(guessTable([['Title', 'https://arxiv.org']]).isHeadless).toBe(false);
    expect(guessTable([['Tides on Small Moons'], ['Rings']], true).columns).toEqual({});
    expect(guessTable([['Tides on Small Moons'], ['Rings of Dust Clouds']], true).columns).toEqual({
      title: 0,
    });
  });

  test('a list of links and ids; lines that are none are left out', async () => {
    const { library, rejected } = await read(
      'links',
      '- https://arxiv.org/pdf/2401.00001v2\n2401.00002\narXiv:2401.00003v1,\n10.1000/abc.\n# comment\nhello',
    );
    expect(viewsOf(library).map(({ id }) => id)).toEqual([
      'arxiv:2401.00001',
      'arxiv:2401.00002',
      'arxiv:2401.00003',
      'doi:10.1000/abc',
    ]);
    expect(rejected).toMatchObject([{ place: 'line 6' }]);
  });
});

test('a second import of the same file is the same edits', async () => {
  for (const format of ['bibtex', 'ris', 'csl', 'csv', 'w3c', 'hypothesis', 'clipper'] as const) {
    const file = fileOf(format, libraryOf(SAMPLE));
    const once = await read(format, file);
    const later = await readCollection(format, [file], { now: NOW + 86_400_000 });
    if (!later.ok) throw new Error(later.error.message);
    const before = once.library.papers;
    for (const value of later.value.library.papers)
      once.library.add({ kind: 'paper', place: '', value: { ...value, updatedAt: 0 } });
    const still = once.library.papers.map((paper) => ({ ...paper, updatedAt: 0 }));
    expect(still, format).toEqual(before.map((paper) => ({ ...paper, updatedAt: 0 })));
  }
});

test('a file that is packed by gzip is read as it is, in pieces of any size', async () => {
  const file = fileOf('csl', libraryOf(SAMPLE));
  const bytes = gzipSync(file);
  const pieces = [bytes.subarray(0, 10), bytes.subarray(10, 11), bytes.subarray(11)];
  expect((await Array.fromAsync(textOf(stream(pieces)))).join('')).toBe(file);
});

test('a file that packs next to nothing is left as soon as that shows, in whatever pieces it comes', async () => {
  const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024, ' '));
  let length = 0;
  const reading = (async () => {
    for await (const piece of textOf(stream([bomb]))) length += piece.length;
  })();
  await expect(reading).rejects.toThrow('over 100 times as large');
  expect(length).toBeLessThan(40 * 1024 * 1024);
});

test('the format of a file is told by how it begins', () => {
  const named: [string, ImportFormatId][] = [
    ['papers.bib', 'bibtex'],
    ['papers.ris', 'ris'],
    ['papers.csl.json', 'csl'],
    ['papers.csv', 'csv'],
    ['papers.jsonld', 'w3c'],
    ['papers.hypothesis.json', 'hypothesis'],
    ['papers.clipper.json', 'clipper'],
    ['papers.txt', 'links'],
  ];
  for (const [name, format] of named)
    expect(detectFormat(name, fileOf(format as never, libraryOf(SAMPLE))), name).toBe(format);
  expect(detectFormat('x.json', '{"format":"gloss",')).toBe('gloss');
  expect(detectFormat('papers.csv.gz', 'a,b')).toBe('csv');
  // A broken file is no list of links, though it is full of them.
  expect(detectFormat('x.json', '"format":"gloss","links":["https://arxiv.org"]')).toBe('gloss');
  expect(detectFormat('x.json', '{"__dataVersion":10100,')).toBe('papermemory');
});
