import { describe, expect, test } from 'vitest';
import { readNotes } from '@/domain/import/database-notes';
import { fileOf, libraryOf, onlyPaper, read, viewsOf } from '../export/library';

const csv = (...rows: string[]): string => rows.map((row) => `${row}\r\n`).join('');

describe('of two columns that may hold the same, the one that has it counts', () => {
  test('a city is no address', async () => {
    const paper = await onlyPaper(
      'csv',
      csv('Title,Address,URL', 'Tides on moons,Berlin,https://doi.org/10.1000/a'),
    );
    expect(paper.ids).toMatchObject({ doi: '10.1000/a' });
  });
  test.each([
    ['Title,Abstract Note,Abstract', 'Tides on moons,,They rise.'],
    ['Title,Summary,Abstract', 'Tides on moons,A summary.,They rise.'],
    ['Title,Abstract,Summary', 'Tides on moons,They rise.,A summary.'],
  ])('%s', async (...rows) => {
    expect((await onlyPaper('csv', csv(...rows))).abstract).toBe('They rise.');
  });
  test('the address of an article, where no other is', async () => {
    const file = csv(
      'Cites,Authors,Title,Year,ArticleURL,Volume,Issue,StartPage,EndPage',
      '3,"A Example, B Sample",Tides on moons,2020,https://arxiv.org/abs/2401.00001,0,0,0,0',
    );
    expect((await read('csv', file)).library.papers[0]).toMatchObject({
      keys: ['arxiv:2401.00001', 'title:tides on moons'],
      facts: { published: { value: '2020' } },
    });
    const { facts } = await onlyPaper('csv', file);
    expect([facts.volume, facts.issue, facts.pages]).toEqual([undefined, undefined, undefined]);
  });
});

test.each([
  ['Titel,Autoren,Jahr,Zeitschrift,Notizen,Schlagwörter', 'de'],
  ['Titre,Auteurs,Année,Revue,Notes personnelles,Mots-clés', 'fr'],
  ['Título,Autores,Año,Revista,Notas,Palabras clave', 'es'],
  ['标题,作者,年份,来源,备注,关键词', 'zh'],
])('columns in another language: %s', async (head) => {
  const row =
    'Tides on small moons,"Example, Ada; Sample, Bo",2020,Journal of Ponds,Read again,moons';
  const paper = await onlyPaper('csv', csv(head, row));
  expect(paper).toMatchObject({
    authors: ['Ada Example', 'Bo Sample'],
    note: 'Read again',
    tags: ['moons'],
  });
  expect([paper.facts.published, paper.facts.venue]).toEqual(['2020', 'Journal of Ponds']);
});

test('SpringerLink’s authors have nothing between them', async () => {
  const file = csv(
    'Item Title,Publication Title,Item DOI,Authors,Publication Year,URL',
    'Tides on moons,J Ponds,10.1000/a,Ann AuthorBo McBuilderCarl van Dam,2020,https://link.springer.com/article/10.1000/a',
  );
  expect((await onlyPaper('csv', file)).authors).toEqual([
    'Ann Author',
    'Bo McBuilder',
    'Carl van Dam',
  ]);
});

test('a line of the Web of Science that begins like the end of an entry', async () => {
  const paper = await onlyPaper(
    'wos',
    'PT J\nTI Tides on moons\nAB They reduce\nER stress in moons, and\nEF they say.\nDI 10.1000/a\nER\n\nEF\n',
  );
  expect(paper).toMatchObject({ ids: { doi: '10.1000/a' } });
  expect(paper.abstract).toContain('ER stress in moons');
});

test('CNKI’s EndNote has all authors in one line', async () => {
  const paper = await onlyPaper(
    'enw',
    '%0 Journal Article\n%A 王小明 %A 李四 %A 张伟\n%T 小池塘的潮汐\n',
  );
  expect(paper.authors).toEqual(['王小明', '李四', '张伟']);
});

test('Raindrop’s highlights have their remarks behind them', async () => {
  const file = csv(
    'title,url,highlights',
    'Tides on moons,https://arxiv.org/abs/2401.00001,"Highlight: They rise twice\nNote: why?\n\nHighlight: and fall"',
  );
  expect(
    (await onlyPaper('csv', file)).highlights.map(({ exact, comment }) => [exact, comment]),
  ).toEqual([
    ['They rise twice', 'why?'],
    ['and fall', ''],
  ]);
});

test('PubMed’s table encloses a title that it translated in brackets', async () => {
  const file = csv('PMID,Title,Authors,DOI', '30000001,[Tides in small ponds].,Senio A,10.1000/a');
  expect((await onlyPaper('csv', file)).title).toBe('Tides in small ponds');
});

test.each(['[No abstract available]', 'No abstract available.', 'Abstract not available', 'n/a'])(
  'no abstract: %s',
  async (said) => {
    const paper = await onlyPaper(
      'ris',
      `TY  - JOUR\nTI  - Tides\nAB  - ${said}\nSP  - No\nER  - \n`,
    );
    expect(paper.abstract).toBe('');
    expect(paper.facts.pages).toBeUndefined();
  },
);

describe('notes that tools wrote', () => {
  const arxiv = { arxiv: '2401.00001' };
  test.each([
    'Comment: 10 pages, 5 figures',
    'Comment: Accepted at the workshop on moons',
    '<p>Comment: 12 pages</p>',
  ])('arXiv’s page: %s', (note) => {
    expect(readNotes([note], arxiv)).toEqual({ own: [], ids: {}, isCut: true });
    expect(readNotes([note], { doi: '10.1000/a' }).own).toEqual([note]);
  });
  test.each(['Comment: I do not believe section 3', 'Comment on the proof: it is wrong'])(
    'a person wrote: %s',
    (note) => {
      expect(readNotes([note], arxiv).own).toEqual([note]);
    },
  );
  test.each([
    'CODEN - ABCDE',
    'Number of references - 30',
    'Pages - 1-10',
    'Place of publication - Tidetown',
    'UI - 22644321',
    'Doe, John\neng\nReview\nEngland\nJ Ponds. 2019 May;12(3):1-9. doi: 10.1000/a.',
  ])('a database wrote: %s', (note) => {
    expect(readNotes([note])).toEqual({ own: [], ids: {}, isCut: true });
  });
  test.each(['Pages - read 7 to 9', 'UI - the buttons are too small'])(
    'a person wrote: %s',
    (note) => {
      expect(readNotes([note])).toEqual({ own: [note], ids: {}, isCut: false });
    },
  );

  test('Zotero’s lines of ids before words are fields, but for those of another paper', () => {
    const note = 'PMID: 30000001\nPMCID: PMC7000001\ntex.ids: x\nmy thought here';
    expect(readNotes([note])).toEqual({
      own: ['my thought here'],
      ids: { pmid: '30000001', pmcid: '7000001' },
      isCut: true,
    });
    const other = 'PMID: 30000001\nsays the contrary';
    expect(readNotes([other], { pmid: '30000002' })).toEqual({
      own: [other],
      ids: {},
      isCut: false,
    });
  });

  const rayyan =
    'RAYYAN-INCLUSION: {"Ann"=>"Included"} | RAYYAN-LABELS: moons,tides | RAYYAN-EXCLUSION-REASONS: none | USER-NOTES: {"Ann"=>["Compare with ours"]}';
  test.each([
    ['ris', `TY  - JOUR\nTI  - Tides on moons\nN1  - ${rayyan}\nER  - \n`],
    ['csv', csv('key,title,notes', `1,Tides on moons,"${rayyan.replaceAll('"', '""')}"`)],
  ] as const)('Rayyan’s, in %s', async (format, file) => {
    const { library, left } = await read(format, file);
    const [paper] = viewsOf(library);
    expect(paper).toMatchObject({ note: 'Compare with ours', tags: ['moons', 'tides'] });
    expect([...left.keys()].some((name) => name.includes('lines of a database'))).toBe(true);
  });

  test('the remark of arXiv in BibTeX is named', async () => {
    const { library, left } = await read(
      'bibtex',
      '@misc{a, title={Tides}, eprint={2401.00001}, archiveprefix={arXiv}, annote={Comment: 10 pages}}',
    );
    expect(viewsOf(library)[0]?.note).toBe('');
    expect([...left.keys()]).toEqual(['annote (remarks of arXiv)']);
  });
});

describe('what a person wrote comes back as it was', () => {
  const NOTES = [
    '- a list\n  - within a list\n    - and another\n\n    code = 1',
    '<p>html of my own</p>',
    'Comment: 10 pages are too long',
    '<b>bold</b> of my own',
  ];
  const TAGS = ['*star', '&amp;', 'a*b'];
  test.each(['bibtex', 'ris', 'csl', 'csv'] as const)('from %s', async (format) => {
    const library = libraryOf(
      NOTES.map((note, at) => ({
        title: `Tides on moon ${at}`,
        ids: { arxiv: `2401.0000${at}` },
        note,
      })),
    );
    const { library: back } = await read(format, fileOf(format, library));
    expect(viewsOf(back).map(({ note }) => note)).toEqual(NOTES);
  });
  test.each(['csl', 'csv'] as const)('tags, from %s', async (format) => {
    const file = fileOf(format, libraryOf([{ title: 'Tides on the moons', tags: TAGS }]));
    expect((await onlyPaper(format, file)).tags.toSorted()).toEqual(TAGS.toSorted());
  });
  test.each(['bibtex', 'ris'] as const)('tags, from %s', async (format) => {
    const file = fileOf(
      format,
      libraryOf([{ title: 'Tides on the moons', tags: ['*star', 'a*b'] }]),
    );
    expect((await onlyPaper(format, file)).tags.toSorted()).toEqual(['*star', 'a*b']);
  });
});
