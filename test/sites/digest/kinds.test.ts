import { describe, expect, test } from 'vitest';
import { found } from './pages';
import { PAPERS } from './papers';

/*
 * Kinds of lists that are told by where things stand in most entries, and by what the page itself calls them.
 */

const papers = PAPERS.slice(0, 8);
const full = papers.map(({ title, authors }) => ({ title, authors }));
const page = (body: string, title = 'Page'): string =>
  `<!doctype html><html><head><title>${title}</title></head><body>${body}</body></html>`;
const read = (html: string) => found(html).map(({ title, authors }) => ({ title, authors }));
const titlesIn = (text: string, isPlain = false): string[] =>
  found(text, isPlain).map(({ title }) => title);

/** Short names of methods, and what a reader says of each. */
const METHODS: readonly (readonly [name: string, said: string])[] = [
  ['RiverNet', 'The first network that reads gauges without a clock'],
  ['W2', 'Slower than the first, and right more often in winter'],
  ['Slow Flow', 'Replaces the pump by a longer pipe and some patience'],
  ['Delta++', 'The same idea for mouths of rivers, with more data'],
  ['Ferry', 'Carries weights across layers that do not touch'],
  ['MudFormer', 'Attention over sediments, trained on two lakes only'],
];

describe('a table whose head names its columns', () => {
  test.each([
    ['English', 'Year | Paper | About | Link'],
    ['English, by name', 'Year | Name | Notes | arXiv'],
    ['Chinese', '年份 | 名字 | 简介 | 引用'],
    ['German', 'Jahr | Titel | Kommentar | Link'],
    ['Spanish', 'Año | Título | Tags | Links'],
  ])('in Markdown: %s', (_, head) => {
    const rows = METHODS.map(
      ([name, said], index) =>
        `| 202${index} | [${name}](https://arxiv.org/abs/240${index + 1}.0010${index}) | ${said} | [cited](https://example.org/c/${index}) |`,
    );
    const text = `# Reading list\n\n| ${head} |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;
    const entries = found(text, true);
    expect(entries.map(({ title }) => title)).toEqual(METHODS.map(([name]) => name));
    expect(entries.map(({ date }) => date)).toEqual(METHODS.map((__, index) => `202${index}`));
    expect(entries.every(({ ids }) => ids['arxiv'])).toBe(true);
  });

  test('the name of a session is no author', () => {
    const rows = papers
      .map(
        ({ title, authors }, index) =>
          `<tr><td>${title}</td><td>${authors.join(', ')}</td><td>https://doi.org/10.5555/s.${index}</td><td>Doctoral Evening</td></tr>`,
      )
      .join('');
    const head = '<tr><th>Title</th><th>Authors</th><th>URL</th><th>Session</th></tr>';
    expect(read(page(`<table>${head}${rows}</table>`))).toEqual(full);
  });

  test('people have names too, and are no papers', () => {
    const rows = ['Ada Quill', 'Bo Reed', 'Cy Marsh', 'Di Weir', 'Ed Lock', 'Flo Mere']
      .map((name) => `| ${name} | University of Rivers | 2021 |`)
      .join('\n');
    expect(titlesIn(`| Name | Affiliation | Since |\n|---|---|---|\n${rows}\n`, true)).toEqual([]);
  });
});

describe('a bibliography of one author, who is not named', () => {
  const WORKS: readonly (readonly [title: string, printed: string])[] = [
    ['Das Recht am fließenden Wasser', 'Flussverlag, Musterstadt, 2021'],
    ['Wem gehört der Nebel? Zur Lage nach dem Regen', 'Blätter für Wasserrecht 2019, S. 6–14'],
    ['Wehre und Wege', 'in: Ufer (Hg.), Festgabe für die Flüsse, 2. Auflage, 2015'],
    ['Die Verfassung der Quelle', 'Flussverlag, Musterstadt, 2013'],
    ['Vom Nutzen der Umwege', 'Schriften zum Deichwesen, Bd. 8, 2009'],
    ['Grenzen im Schlick und ihre Vermessung', 'Der Deich 1998, S. 1120–1122'],
    ['Pegel und Pflicht im Hochwasserrecht', 'Blätter für Wasserrecht 1995, S. 77'],
  ];
  const titles = WORKS.map(([title]) => title);

  test.each([
    [
      'boxes',
      (title: string, printed: string) => `<li><div>${title}</div><div>${printed}</div></li>`,
    ],
    ['lines', (title: string, printed: string) => `<li><b>${title}</b><br>${printed}</li>`],
    [
      'paragraphs',
      (title: string, printed: string) => `<li><p>${title}</p><p><i>${printed}</i></p></li>`,
    ],
  ])('in %s', (_, item) => {
    const list = WORKS.map(([title, printed]) => item(title, printed)).join('');
    expect(titlesIn(page(`<h1>Publikationen</h1><ul>${list}</ul>`))).toEqual(titles);
    expect(titlesIn(page(`<h1>Im Garten</h1><ul>${list}</ul>`))).toEqual([]);
  });

  test('posts with their days are none', () => {
    const list = titles
      .map((title, index) => `<li><div>${title}</div><div>${index + 1}. Mai 2021</div></li>`)
      .join('');
    expect(titlesIn(page(`<h1>Publikationen</h1><ul>${list}</ul>`))).toEqual([]);
  });
});

describe('who wrote a paper', () => {
  test.each<[kind: string, item: (title: string, authors: readonly string[]) => string]>([
    [
      'a class says so, beside a code and a link',
      (title, authors) =>
        `<li><span class="c-title">${title}</span><br><span class="c-code">RV(2024)012</span> <a href="a.pdf">pdf</a> <span class="contrib_authors">${authors.join(', ')}</span></li>`,
    ],
    [
      'a class in one word says so',
      (title, authors) =>
        `<li><b>${title}</b><div class="paperAuthors">${authors.map((name) => `<a href="#">${name}</a>`).join(', ')}</div><div>Second Floor, Hall West</div></li>`,
    ],
    [
      'the line goes on to who advised them',
      (title, authors) =>
        `<li><a href="t.pdf">${title}</a><div>by ${authors.join(' and ')} in 2019 under the supervision of Flo Mere</div></li>`,
    ],
    [
      'a label in capitals leads up to them',
      (title, authors) => `<li>SHORT TALK: ${authors.join(', ')} <strong>${title}</strong></li>`,
    ],
    [
      'commas part them from the venue',
      (title, authors) =>
        `<li><h3>${title}</h3><p><b>${authors[0]}</b>, ${authors.slice(1).join(', ')}, Proc 8th Symposium on Rivers, Lakeville, Oct 19, 2009. <a href="https://doi.org/10.5555/x">doi</a></p></li>`,
    ],
    [
      'a dash and a word part them from the title, in its link',
      (title, authors) =>
        `<li><a href="https://example.org/${title.length}.pdf">${title} - by ${authors.join(', ')}</a></li>`,
    ],
  ])('%s', (_, item) => {
    const several = papers.map((paper, index) => ({
      title: paper.title,
      authors: ['Ada L. Quill', 'B C Reed', `Cy ${['Marsh', 'Weir', 'Lock', 'Mere'][index % 4]}`],
    }));
    const html = several.map(({ title, authors }) => item(title, authors)).join('');
    expect(read(page(`<h1>Accepted papers</h1><ul>${html}</ul>`))).toEqual(several);
  });

  test('a class tells one author by initials from a code and a link', () => {
    const several = papers.map(({ title }, index) => ({
      title,
      authors:
        index % 3 === 0
          ? [`L. ${['Quill', 'Reed', 'Fen'][index % 3]}`]
          : [`Y.h. Brook`, `M. Pool ${'IJKLMNOP'[index]}`],
    }));
    const html = several
      .map(
        ({ title, authors }) =>
          `<li><span class="c-title">${title}</span><br><span>RV(2024)012</span> <a href="a.pdf">pdf</a> <span class="contrib_authors">${authors.join(' and ')}</span></li>`,
      )
      .join('');
    expect(read(page(`<h1>Accepted papers</h1><ul>${html}</ul>`))).toEqual(several);
  });

  test('an initial before a surname ends no list of names', () => {
    const several = papers.map(({ title }, index) => ({
      title,
      authors: ['Ada L. Quill', `Bo A ${['Marsh', 'Weir', 'Lock', 'Mere'][index % 4]}`],
    }));
    const html = several
      .map(({ title, authors }) => `<li>${authors.join(' and ')}, "${title}" <b>[3:05pm]</b></li>`)
      .join('');
    expect(read(page(`<h1>Program</h1><ul>${html}</ul>`, 'Papers'))).toEqual(several);
  });
});

test('a paper that is cited by surnames and a year has these authors, wherever its list is nested', () => {
  const surnames = [
    'Quill',
    'Reed, Marsh',
    'Weir et al',
    'van Lock',
    'Mere, Pool, Ford',
    'Brook and Fen',
  ];
  const lines = papers.map(
    ({ title }, index) =>
      `${index % 3 === 0 ? '* **' : '    * '}${title}. [${surnames[index % 6]} (19${60 + index})](https://example.org/${index}.pdf)${index % 3 === 0 ? '**' : '.'}`,
  );
  const entries = found(`# Papers of some age\n\n${lines.join('\n')}\n`, true);
  expect(entries.map(({ title }) => title)).toEqual(papers.map(({ title }) => title));
  expect(entries.slice(0, 6).map(({ authors }) => authors)).toEqual([
    ['Quill'],
    ['Reed', 'Marsh'],
    ['Weir'],
    ['van Lock'],
    ['Mere', 'Pool', 'Ford'],
    ['Brook', 'Fen'],
  ]);
});

test('a title that names lead up to is no link in prose, whatever follows it', () => {
  const html = papers
    .map(
      ({ title, authors }, index) =>
        `<p>${authors.join(', ')}, <a href="p${index}.pdf">${title}</a> presented at the Meeting of Wells, a made-up conference on water, July ${2001 + index}.</p>`,
    )
    .join('');
  expect(read(page(`<h1>Papers</h1>${html}`))).toEqual(full);
});

describe('where a title ends', () => {
  test('a heading of two lines is one title', () => {
    const html = papers
      .map(
        ({ title, authors }) =>
          `<h3>${title.replace(/(:| (?:in|from|with|a)) /i, '$1<br>')}</h3><p>${authors.join(', ')}</p>`,
      )
      .join('');
    expect(read(page(`<h1>Publications</h1>${html}`))).toEqual(full);
  });

  test('two strokes end it, and no full stop before them', () => {
    const html = papers
      .map(
        ({ title, authors }) =>
          `<p>${authors.join(', ')}. ${title}. Часть первая // Труды конференции «Реки и их берега». – 2017. – С. 5-9.</p>`,
      )
      .join('');
    expect(titlesIn(page(`<h1>Публикации</h1>${html}`))).toEqual(
      papers.map(({ title }) => `${title}. Часть первая`),
    );
  });
});

test('the digits of an id are no year', () => {
  const html = papers
    .map(
      ({ title, authors }, index) =>
        `<li><b>${title}</b><div>${authors.join(', ')}. <i>River Phys.</i> <b>94</b>, 2041-2048 (2016).</div><div>doi:<a href="https://doi.org/10.5555/0953-2048/29/6/${index}">10.5555/0953-2048/29/6/${index}</a></div></li>`,
    )
    .join('');
  expect(found(page(`<ul>${html}</ul>`)).map(({ date }) => date)).toEqual(papers.map(() => '2016'));
});

test('talks at the same time, in columns beside each other, are one list', () => {
  const cell = ({ title, authors }: (typeof papers)[number]): string =>
    `<td>TALK: ${authors.join(', ')} <strong>${title}</strong></td>`;
  const rows = [0, 2, 4, 6].map(
    (at) =>
      `<tr><td>20 min</td>${papers
        .slice(at, at + 2)
        .map(cell)
        .join('')}</tr>`,
  );
  expect(read(page(`<h1>Programme</h1><table>${rows.join('')}</table>`))).toEqual(full);
});
