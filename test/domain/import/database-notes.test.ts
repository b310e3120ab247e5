import { expect, test } from 'vitest';
import { readNotes } from '@/domain/import/database-notes';
import { fileOf, libraryOf, read, viewsOf } from '../export/library';

const OWN = [
  'Source: recommended by Jane at the reading group',
  'Imported into our survey list; re-read section 3',
  'arXiv: v1 has the better proof, v3 drops it',
  'References: the list misses Hinton, add him',
  'Cited by Smith as the first to prove it',
  'Cited by 3 papers that matter here',
  'Place: Berlin workshop, ask Ann for slides',
  'Read by Ann - 2024-03-05',
  'Export date of the data set is unclear, ask authors',
  'PMID number is wrong in the PDF, mind it',
  'Copyright problem with figure 2: ask before reuse',
  'Funding text suspicious (tobacco)',
  'Location - they used one hospital only',
  'People - who would review this: Bo, Cy',
  'Accession numbers in table 3 are wrong',
  'Correspondence address bounced; write to second author',
  'Very good. Times Cited: only 3, why?',
  'Great idea, try it.\nIn press\nAsk Bob about lemma 2.',
  'Document type: survey, half of it good',
  'Remark: weak proof\nSection: 3 is weak\nStatus: half read\nType: survey\nPage: 7 has the trick',
  '5/5',
  '2024-03-05',
  'References: look at Sample (2020) for the proof',
  'References: Sample (2019);\nsee also Example;\nand my own thoughts about this;',
  'Imported 3 of their figures into my thesis',
  'Imported 2021 figures again',
  'Export date 3 is the one to trust',
  'Source: Nature 2020 blog post says that this was not replicated',
  'Source: PubMed misses half of them',
  '12 citations (check again in June)',
  '12 citations',
  'Name - Bo told me about this',
  'Date of publication is 2019 in the PDF but 2020 on the site',
  'Copyright 2020 Elsevier: ask before reusing figure 3',
  'Copyright - ask licence for figure 2',
  '© Bo, who drew this',
  'sub-title: a better one would be Moons',
  'working-title: Ponds',
  'Accession number: 2020 is missing here, ask library',
  'Accepted: 2020-01-01 but never printed',
  'Conference date: 3 days before ours',
  'Query date 3 of the survey',
  'Funding text: thanks to nobody, conflict of interest with grant',
  'Funding details: none, ask',
  'ISSN: 1234-5678 wrong in the PDF',
  'supp_available: yes says Bo',
  'Last updated - 2019 was better',
  'Correspondence address: bounced; write to Bo',
];

test.each(OWN)('a person wrote: %s', (note) => {
  expect(readNotes([note])).toEqual({ own: [note], ids: {}, isCut: false });
});

const OF_DATABASES = [
  'Export Date: 3 May 2021; Cited By: 0',
  'Export Date: 10 March 2016\nArticle in Press',
  'Cited By :5',
  'Cited By (since 1996):10',
  'Times Cited in Web of Science Core Collection:  0\nTotal Times Cited:  0\nCited Reference Count:  40',
  'References: Example, A., Tides (2001) Moons, 3, pp. 1-9; \nSample, B., Moons (2002) Tides, 4; ',
  'References: Example, A, Sample, B, Tides (2001) Moons, 3, pp. 1-9; \n(2019) Pond profile, , https://tides.example/',
  'References: Ponds of the World, (2002) Tides, 4; \nExample, A, Moons (1999) Tides',
  'Correspondence Address: Example, A.; Institute of Tides; email: a@tides.example',
  'Funding details: Council of Moons, CM, 12345',
  'Last updated - 2019-05-03',
  'Copyright - © 2024 by the authors.',
  'Publisher Copyright: Made-up Press\n© 2023 The Authors',
  'Funding text\u00a01: The authors thank the Council of Moons.',
  'abstract; tables. Journal Subset: Biomedical; Europe. NLM UID: 9100000.',
  'CODEN: ABCDE',
  'Accession Number: 123456789; Example, Ada 1; Email Address: a@tides.example',
  '1557-9042\nExample, Ada\nJournal Article\nEngland\nJ Tides. 2015 Sep 18.',
  'Journal Article',
  'Cited By (since 1996):1 Export Date: 6 January 2014 Source: Scopus',
  'Imported on 2021-05-03 10:12:00',
  'ASReview_not_seen',
  'The following values have no corresponding Zotero field:\nauth-address: Tidetown\naccession-num: 12',
  '<p>The following values have no corresponding Zotero field:<br>auth-address: Tidetown</p>',
  'Example, Ada 1; Email Address: a@tides.example; Affiliations: 1 : Tidetown; Source Info: Jan2015; Thesaurus Term: MOONS',
  'Query date: 2021-05-03 10:12:11',
  '12 citations (Crossref) [2021-05-03]',
  'Conference Date: 3 May 2010 through 5 May 2010',
  'Date of Electronic Publication: 2010 May 03.',
  'Funding details: Council of Moons, CM, 12345; Tide Trust',
  'ISSN: 1234-5678 (Print) 1234-5679 (Online)',
  'Copyright - Information provided in collaboration with the Moon Project: Moons',
];

test.each(OF_DATABASES)('a database wrote: %s', (note) => {
  expect(readNotes([note])).toEqual({ own: [], ids: {}, isCut: true });
});

test('lines of a database within a note leave the others', () => {
  expect(readNotes(['Export Date: 3 May 2021\nRead again.\nCited By :5'])).toEqual({
    own: ['Read again.'],
    ids: {},
    isCut: true,
  });
});

const RECORDS = [
  'Accession Number: 123456789. Language: English. Journal Subset: Nursing; USA. NLM UID: 123456.',
  'ISI Document Delivery No.: 123AB\nTimes Cited: 3\nCited Reference Count: 7\nExample, A.\nCouncil of Moons\n3\n0\n2\nMade-up Press\nTidetown\n1234-5678',
  '1234-5678\nExample, Ada\nJournal Article\nEngland\nJ Moons. 2020 Jan;1(2):3-4.',
  'Example, Ada\nSample, Bo\neng\nEngland\nJ Moons. 2020 Jan;1(2):3-4.',
];
const WORDS = 'MY THOUGHT: weak on drag';

test.each(RECORDS)('what a person wrote below a record stays, and above: %s', (record) => {
  expect(readNotes([record])).toEqual({ own: [], ids: {}, isCut: true });
  for (const note of [`${record}\n\n${WORDS}`, `${WORDS}\n\n${record}`])
    expect(readNotes([note])).toEqual({ own: [WORDS], ids: {}, isCut: true });
});

test.each(RECORDS.slice(1))('also in the line below: %s', (record) => {
  expect(readNotes([`${record}\n${WORDS}`]).own).toEqual([WORDS]);
});

test('a bibliography ends where its lines do', () => {
  const list =
    'References: Example, A., Tides (2001) Moons, 3; \nSample, B., Moons (2002) Tides, 4;';
  expect(readNotes([`${list}\n${WORDS}`]).own).toEqual([WORDS]);
});

test.each([
  'Comment: the figure 3 is misleading, ask Bo',
  'Comments: check the tables again before citing',
  'Comment: Figure 3 in the appendix is wrong',
  'Comment: accepted without a proof of lemma 2',
  'Comment: the code on GitHub differs',
  'Comment: published where?',
])('a remark that a person wrote at a paper of arXiv: %s', (note) => {
  expect(readNotes([note], { arxiv: '2401.00001' }).own).toEqual([note]);
});

test.each([
  'Comment: Accepted to the Conference on Moons',
  'Comment: LaTeX, 20 pages',
  'Comment: Main text: 5 pages, 2 figures',
  'Comments: ICML 2024',
  'Comment: This paper was published in J. Moons',
  'Comment: To appear in Tides',
  'Comment: v2: 12 pages, 3 figures',
])('a remark that its authors wrote on arXiv: %s', (note) => {
  expect(readNotes([note], { arxiv: '2401.00001' }).own).toEqual([]);
});

test('a note of ids that the paper does not have stays a note', () => {
  const made = { doi: '10.1000/a' };
  expect(readNotes(['arXiv:2401.00001'], made).own).toEqual(['arXiv:2401.00001']);
  expect(readNotes(['doi: 10.1000/A'], made).own).toEqual([]);
  expect(readNotes(['PMID: 31234567'], made).ids).toEqual({ pmid: '31234567' });
  expect(readNotes(['arXiv:2401.00001\narXiv:2401.00002']).own).toHaveLength(1);
  expect(readNotes(['arXiv:2401.00001', 'arXiv:2401.00002']).own).toHaveLength(2);
});

test('lines that persons write too are a database’s in an entry that has others of it', () => {
  const scopus = ['Export Date: 3 May 2021', 'Funding details: CM', 'Read again.'];
  expect(readNotes(scopus).own).toEqual(['Read again.']);
  expect(readNotes(scopus.slice(1)).own).toEqual(['Funding details: CM', 'Read again.']);
});

const FILES = {
  ris: 'TY  - JOUR\nTI  - Tides\nN1  - Export Date: 3 May 2021\nER  - \n',
  enw: '%0 Journal Article\n%T Tides\n%Z Export Date: 3 May 2021\n',
  csl: '[{"title":"Tides","note":"Citation Key: abc"}]',
  bibtex: '@misc{a, title={Tides}, comment={Export Date: 3 May 2021}}',
} as const;

test.each(Object.entries(FILES))('%s: what is left out of notes is named', async (format, file) => {
  const { left } = await read(format as keyof typeof FILES, file);
  expect([...left.keys()]).toEqual([expect.stringContaining('(lines of a database)')]);
});

test('EndNote: notes are kept, and fields that held no id are named', async () => {
  const { library, left } = await read(
    'enw',
    '%0 Journal Article\n%T Tides\n%2 PMC7654321\n%M a word of mine\n%F label\n%Z Compare with ours\n',
  );
  expect(viewsOf(library)[0]?.note).toBe('Compare with ours');
  expect([...left.keys()]).toEqual(['%M', '%F']);
});

test.each(['ris', 'csl', 'bibtex'] as const)('%s gives a note back as it was', async (format) => {
  const notes = [...OWN, 'source: me', 'Imported: yes', 'in press', 'tex.foo: bar', 'Cited By: 5'];
  const library = libraryOf(notes.map((note, at) => ({ title: `Tides on moon ${at}`, note })));
  const { library: back } = await read(format, fileOf(format, library));
  expect(
    viewsOf(back)
      .map(({ note }) => note)
      .toSorted(),
  ).toEqual(notes.toSorted());
});
