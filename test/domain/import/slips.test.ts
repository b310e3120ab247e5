import { expect, test } from 'vitest';
import { detectFormat } from '@/domain/import/formats';
import { read, viewsOf } from '../export/library';

const first = async (format: Parameters<typeof read>[0], file: string) =>
  viewsOf((await read(format, file)).library)[0];

test('EndNote: entries that name their kind after the title are apart', async () => {
  const file = [
    '%T First tides\n%0 Journal Article\n%A One, A.\n%D 2020\n',
    '%T Second tides\n%A Two, B.\n%D 2021\n',
    '%T Third tides\n%0 Journal Article\n%A Three, C.\n',
    '%0 Journal Article\n%A Four, D.\n%T Fourth tides\n%X A text.\n\nIts second paragraph.\n',
    '%0 Generic\n\n%A Five, E.\n%T Fifth tides\n',
  ].join('\n');
  const { library } = await read('enw', file);
  expect(
    viewsOf(library)
      .map(({ title, authors }) => `${title}: ${authors.join(', ')}`)
      .toSorted(),
  ).toEqual([
    'Fifth tides: E. Five',
    'First tides: A. One',
    'Fourth tides: D. Four',
    'Second tides: B. Two',
    'Third tides: C. Three',
  ]);
});

test('Hypothesis: replies are named as left out', async () => {
  const page = { uri: 'https://arxiv.org/abs/2401.00001', document: { title: ['Tides on moons'] } };
  const annotations = [
    { ...page, id: 'a', text: 'A note' },
    { ...page, id: 'b', text: 'I disagree', references: ['a'] },
    { uri: 'https://arxiv.org/abs/2401.00002', text: 'So do I', references: ['c'] },
  ];
  const { library, left } = await read('hypothesis', JSON.stringify({ annotations }));
  expect(library.papers).toHaveLength(1);
  expect([...left]).toEqual([['replies', 2]]);
});

test.each(['AID - 10.1000/mm.2', 'AID - 10.1000/mm.2 [doi]', 'LID - doi:10.1000/mm.2'])(
  'PubMed’s format: the DOI in %s',
  async (line) => {
    const paper = await first('nbib', `PMID- 123\nTI  - Tides\n${line}\nAID - S0022 [pii]\n`);
    expect(paper?.ids['doi']).toBe('10.1000/mm.2');
  },
);

test('PubMed’s format: an author with a short name alone is one', async () => {
  const paper = await first(
    'nbib',
    'PMID- 123\nTI  - Tides\nFAU - Example, Ada B\nAU  - Example AB\nAU  - Sample C\n',
  );
  expect(paper?.authors).toEqual(['Ada B Example', 'C. Sample']);
});

test('RIS: a line with one space is a line, in the words of a note it is not', async () => {
  const paper = await first(
    'ris',
    'TY  - JOUR\nTI  - Tides\nAU  - Example, Ada\nDO - 10.1000/a\nN1  - Compare:\nXX - two moons\nER  - \n',
  );
  expect(paper).toMatchObject({ authors: ['Ada Example'], note: 'Compare:\nXX - two moons' });
  expect(paper?.ids['doi']).toBe('10.1000/a');
});

test('CSL: a journal’s name in a list', async () => {
  const { library } = await read(
    'csl',
    JSON.stringify([{ title: ['Tides'], 'container-title': ['Journal of Tides', 'J. Tides'] }]),
  );
  expect(library.papers[0]).toMatchObject({
    title: 'Tides',
    facts: { venue: { value: 'Journal of Tides' } },
  });
});

test.each([
  ['refs.bib', 'TY  - JOUR\nTI  - Tides\nER  - \n', 'ris'],
  ['refs.bib', 'My papers\n\n@article{a, title={Tides}}', 'bibtex'],
  ['refs.bib', '@article{a, title={Tides}, note={TY  - x}}', 'bibtex'],
  ['refs.bib', '', 'bibtex'],
])('%s that begins with %j is %s', (name, start, format) => {
  expect(detectFormat(name, start)).toBe(format);
});
