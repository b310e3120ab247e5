import { expect, test } from 'vitest';
import type { PaperDocument } from '@/domain/export/schema';
import { decodedText } from '@/domain/import/chunks';
import { bytesAs, detectFormat } from '@/domain/import/formats';
import { readCollection } from '@/domain/import/read';
import { NOW } from '../export/library';

/** What of a paper a table's row says. */
interface Said {
  title?: string;
  authors?: string[];
  abstract?: string;
  keys?: string[];
  venue?: string;
  published?: string;
  pages?: string;
  status?: string | null;
  tags?: string[];
  note?: string;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const utf16 = (text: string): Uint8Array =>
  new Uint8Array(Uint16Array.from(`\ufeff${text}`, (sign) => sign.charCodeAt(0)).buffer);

const said = (paper: PaperDocument): Required<Said> => ({
  title: paper.title,
  authors: paper.authors,
  abstract: paper.abstract,
  keys: paper.keys,
  venue: paper.facts?.venue?.value ?? '',
  published: paper.facts?.published?.value ?? '',
  pages: paper.facts?.pages?.value ?? '',
  status: paper.status,
  tags: paper.tags,
  note: paper.note.text,
});

test.each<[string, string, Uint8Array, Said]>([
  [
    'Zotero’s table, with ids in “Extra” and notes in HTML',
    'My Library.csv',
    utf8(`"Key","Item Type","Publication Year","Author","Title","Publication Title","DOI","Url","Abstract Note","Date","Extra","Notes","Manual Tags","Automatic Tags"
"ABCD1234","journalArticle","2020","Example, Ada; Sample, Bo","Tides in small ponds","J Ponds","","","We watch.","2020-05-01","PMID: 31942099
arXiv:2001.00077 [physics]","<p>First <b>note</b></p>; <p>second</p>","ponds; tides","Physics - Popular"
`),
    {
      keys: ['arxiv:2001.00077', 'pmid:31942099'],
      note: 'First **note**\n\nsecond',
      tags: ['ponds', 'tides'],
      published: '2020-05-01',
    },
  ],
  [
    'the macros of ADS for journals',
    'export-bibtex.bib',
    utf8(String.raw`@ARTICLE{2020ApJ...900....1S,
       author = {{Sample}, B. and {van der Example}, R.~P.},
        title = "{A made-up survey of gas at z \ensuremath{\sim} 0.1}",
      journal = {\apjl}, year = 2020, month = sep, volume = {900}, doi = {10.3847/1538-4357/ab0001}
}`),
    {
      title: String.raw`A made-up survey of gas at z $\sim$ 0.1`,
      authors: ['B. Sample', 'R. P. van der Example'],
      venue: 'The Astrophysical Journal Letters',
      published: '2020-09',
    },
  ],
  [
    'PubMed’s table',
    'csv-Mooncakes-set.csv',
    utf8(`PMID,Title,Authors,Citation,First Author,Journal/Book,Publication Year,Create Date,PMCID,NIHMS ID,DOI
30000001,"Tides in small ponds.","Senio A, O'Example JP Jr.","J Ponds. 2019 May;12(3):1-9. doi: 10.1000/pond.1.",Senio A,J Ponds,2019,2019/05/02,PMC7000001,,10.1000/pond.1
`),
    {
      title: 'Tides in small ponds',
      keys: ['doi:10.1000/pond.1', 'pmid:30000001', 'pmcid:7000001'],
      venue: 'J Ponds',
      published: '2019',
    },
  ],
  [
    'IEEE Xplore’s table',
    'export2026.csv',
    utf8(`"Document Title",Authors,"Author Affiliations","Publication Title","Date Added To Xplore","Publication Year","Volume","Issue","Start Page","End Page","Abstract","ISSN",ISBNs,"DOI","PDF Link","Author Keywords"
"Sensing Ponds by Sonar","A. Senio; B. Sample","Pond Lab","IEEE Transactions on Ponds","12 May 2021","2021","9","2","11","19","We sense ponds.","1234-5678","","10.1109/TP.2021.1234567","https://ieeexplore.ieee.org/stamp/stamp.jsp?arnumber=9400001","sonar;ponds"
`),
    {
      title: 'Sensing Ponds by Sonar',
      authors: ['A. Senio', 'B. Sample'],
      abstract: 'We sense ponds.',
      venue: 'IEEE Transactions on Ponds',
      pages: '11–19',
      published: '2021',
      tags: ['ponds', 'sonar'],
    },
  ],
  [
    'Scopus’ table',
    'scopus.csv',
    utf8(`\ufeff"Authors","Author full names","Author(s) ID","Title","Year","Source title","Volume","Issue","Art. No.","Page start","Page end","Cited by","DOI","Link","Abstract","Author Keywords","Index Keywords","Document Type","Source","EID"
"Senio A.; Sample B.","Senio, Ada (57000000001); Sample, Bo (57000000002)","57000000001; 57000000002","Ponds under ice in long winters","2020","Journal of Cold Ponds","4","1","","5","12","3","10.1000/ice.20","https://www.scopus.com/inward/record.uri?eid=2-s2.0-850000","We wait for spring.","ice; ponds","","Article","Scopus","2-s2.0-850000"
`),
    {
      title: 'Ponds under ice in long winters',
      keys: ['doi:10.1000/ice.20'],
      venue: 'Journal of Cold Ponds',
      pages: '5–12',
      published: '2020',
      tags: ['ice', 'ponds'],
    },
  ],
  [
    'a table of the Web of Science',
    'savedrecs.csv',
    utf8(`Publication Type,Authors,Author Full Names,Article Title,Source Title,Author Keywords,Abstract,Publication Year,Volume,Issue,Start Page,End Page,DOI,UT (Unique WOS ID),Pubmed Id
J,"Senio, A; Sample, B","Senio, Ada; Sample, Bo",Ponds that nobody has named,ANNALS OF PONDS,naming; maps,We name ponds.,2018,3,2,1,8,10.1000/name.18,WOS:000400000000001,30000002
`),
    {
      title: 'Ponds that nobody has named',
      keys: ['doi:10.1000/name.18', 'pmid:30000002'],
      venue: 'ANNALS OF PONDS',
      published: '2018',
    },
  ],
  [
    'Zotero’s table',
    'My Library.csv',
    utf8(`"Key","Item Type","Publication Year","Author","Title","Publication Title","ISBN","ISSN","DOI","Url","Abstract Note","Date","Date Added","Date Modified","Extra","Manual Tags","Automatic Tags"
"ABCD1234","preprint","2024","Senio, Ada; Sample, Bo","Ponds in Words of Large Models","","","","","http://arxiv.org/abs/2401.00001","We ask models.","2024-01-05","2024-02-01 10:00:00","2024-02-01 10:00:00","arXiv:2401.00001 [cs]","to read; ponds","cs.CL"
`),
    {
      title: 'Ponds in Words of Large Models',
      authors: ['Ada Senio', 'Bo Sample'],
      keys: ['arxiv:2401.00001'],
      abstract: 'We ask models.',
      published: '2024-01-05',
    },
  ],
  [
    'Notion’s table with a status of its own',
    'Papers 1a2b3c.csv',
    utf8(`\ufeffName,Authors,Link,Status,Tags,Year
Ponds as places to wait,"Ada Senio, Bo Sample",https://arxiv.org/abs/2402.00002,In progress,"ponds, waiting",2024
`),
    {
      title: 'Ponds as places to wait',
      keys: ['arxiv:2402.00002'],
      status: 'saved',
      tags: ['ponds', 'waiting'],
    },
  ],
  [
    'Notion’s table with other words',
    'Reading.csv',
    utf8(`Title,URL,Reading Status,Topic
Ponds as places to leave,https://doi.org/10.1000/leave.1,Done,ponds
`),
    { title: 'Ponds as places to leave', keys: ['doi:10.1000/leave.1'], status: 'read' },
  ],
  [
    'Readwise’s highlights',
    'readwise-data.csv',
    utf8(`Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,Document tags
"Ponds are small lakes.",Ponds and What They Are Not,Ada Senio,,"Compare with lakes",,,offset,10,2024-01-05 10:00:00+00:00,ponds
`),
    { title: 'Ponds and What They Are Not', authors: ['Ada Senio'] },
  ],
  [
    'Readwise Reader’s list',
    'reader.csv',
    utf8(`Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen
Ponds in the news of the day,https://arxiv.org/abs/2403.00003,01abc,"['ponds', 'news']",2024-03-05 10:00:00+00:00,0.5,later,True
`),
    { title: 'Ponds in the news of the day', keys: ['arxiv:2403.00003'] },
  ],
  [
    'Excel’s own first line',
    'list.csv',
    utf8(
      `sep=;\r\nTitle;Authors;DOI;Year\r\nPonds in tables of numbers;Senio, Ada;10.1000/excel.1;2022\r\n`,
    ),
    { title: 'Ponds in tables of numbers', keys: ['doi:10.1000/excel.1'], published: '2022' },
  ],
  [
    'Excel’s semicolons without that line, in Latin letters',
    'liste.csv',
    latin1(
      'Titre;Auteurs;DOI;Ann\xe9e\r\n\xc9tangs gel\xe9s de la r\xe9gion froide;Senio, Ad\xe9la\xefde;10.1000/gel.1;2021\r\n',
    ),
    { title: 'Étangs gelés de la région froide', keys: ['doi:10.1000/gel.1'] },
  ],
  [
    'Excel’s “Unicode text”: tabs, UTF-16',
    'list.txt',
    utf16(
      'Title\tAuthors\tDOI\tYear\r\nPonds of the North – a survey\tSenio, Ada\t10.1000/north.1\t2020\r\n',
    ),
    { title: 'Ponds of the North – a survey', keys: ['doi:10.1000/north.1'], published: '2020' },
  ],
  [
    'BibTeX in Latin letters',
    'old.bib',
    latin1(
      '@article{a, title={Les \xe9tangs du nord de la France}, author={Senio, Ad\xe8le}, year=1999}\n',
    ),
    { title: 'Les étangs du nord de la France', authors: ['Adèle Senio'], published: '1999' },
  ],
  [
    'BibTeX in GB 2312, of a Chinese tool',
    'old.bib',
    Uint8Array.from(
      '@article{a, title={\xb3\xd8\xcc\xc1\xd6\xd0\xb5\xc4\xb3\xb1\xcf\xab}, author={\xcd\xf5\xd0\xa1\xc3\xf7}, year=1999}\n',
      (sign) => sign.charCodeAt(0),
    ),
    { title: '池塘中的潮汐', authors: ['王小明'], published: '1999' },
  ],
  [
    'BibTeX in Windows’ Russian letters',
    'old.bib',
    Uint8Array.from(
      '@article{a, title={\xcf\xf0\xe8\xeb\xe8\xe2\xfb \xe2 \xef\xf0\xf3\xe4\xe0\xf5 \xf1\xe5\xe2\xe5\xf0\xe0}, author={\xc8\xe2\xe0\xed\xee\xe2, \xc8.}}\n',
      (sign) => sign.charCodeAt(0),
    ),
    { title: 'Приливы в прудах севера', authors: ['И. Иванов'] },
  ],
  [
    'the Web of Science’s text under the name of RIS',
    'export.ris',
    utf8(
      'FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\nAU Senio, Ada; Sample, Bo\nTI Ponds of the East and a survey\nPY 2020\nER\n',
    ),
    { title: 'Ponds of the East and a survey', authors: ['Ada Senio', 'Bo Sample'] },
  ],
  [
    'RIS with all authors in one line, and notes of NCBI',
    'export.ris',
    utf8(
      'TY  - JOUR\nTI  - Ponds of the West and a survey\nAU  - Senio, Ada; van der Sample, Bo\nJ1  - J Ponds\nN1  - 31000001[pmid]\nU1  - 31000001[pmid]\nER  - \n',
    ),
    {
      authors: ['Ada Senio', 'Bo van der Sample'],
      venue: 'J Ponds',
      note: '',
      keys: ['pmid:31000001'],
    },
  ],
  [
    'JabRef’s comment that a database wrote',
    'jabref.bib',
    utf8('@article{a, title={Ponds in the middle of a survey}, comment={doi: 10.1000/pond.7}}'),
    { note: '' },
  ],
  [
    'RIS in UTF-16',
    'export.ris',
    utf16(
      'TY  - JOUR\r\nTI  - Ponds of the South – a second survey\r\nAU  - Senio, Ada\r\nPY  - 2020\r\nER  - \r\n',
    ),
    { title: 'Ponds of the South – a second survey', authors: ['Ada Senio'], published: '2020' },
  ],
  ...[
    ['DA  - 2024/06/20/', '2024-06-20'],
    ['DA  - 2023-05-01', '2023-05-01'],
    ['PY  - 2023\nDA  - 2023-5', '2023-05'],
    ['PY  - 2023/7', '2023-07'],
    ['PY  - 2023\nDA  - 2023-24', '2023'],
  ].map(([date = '', published = '']): [string, string, Uint8Array, Said] => [
    `the date of RIS in ${JSON.stringify(date)}`,
    'export.ris',
    utf8(`TY  - JOUR\nTI  - Ponds of the South – a third survey\n${date}\nER  - \n`),
    { published },
  ]),
])('%s is read', async (_, name, bytes, expected) => {
  async function* stream(): AsyncGenerator<Uint8Array> {
    yield bytes;
  }
  const start = new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-8').decode(bytes);
  const format = detectFormat(name, start.slice(0, 5_000));
  const found = await readCollection(format, decodedText(stream(), bytesAs(format)), { now: NOW });
  if (!found.ok) throw new Error(found.error.message);
  expect(found.value.rejected).toEqual([]);
  const [paper] = found.value.library.papers;
  const own = paper ? said(paper) : null;
  // A title key says the title once more.
  const names = Object.keys(expected) as (keyof Said)[];
  expect(
    Object.fromEntries(
      names.map((field) => [
        field,
        field === 'keys' ? own?.keys.filter((key) => !key.startsWith('title:')) : own?.[field],
      ]),
    ),
  ).toEqual(expected);
});
