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
