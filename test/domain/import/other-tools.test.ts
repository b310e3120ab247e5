import { describe, expect, test } from 'vitest';
import { guessTable } from '@/domain/import/formats/csv-table';
import { readCollection } from '@/domain/import/read';
import { NOW, read, viewsOf } from '../export/library';

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
      // Its end is missing, its fields are not.
      { id: 'doi:10.1000/xyz', title: 'Rings of Dust around Stars' },
    ]);
    expect(rejected.map(({ place }) => place)).toEqual(['line 5']);
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
