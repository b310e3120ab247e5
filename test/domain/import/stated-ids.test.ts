import { expect, test } from 'vitest';
import type { ImportFormatId } from '@/domain/import/formats';
import { read } from '../export/library';

const table = (column: string, cell: string): string =>
  `Title,Year,URL,${column}\nTides on moons,2020,,${cell}\n`;
const bib = (fields: string): string => `@article{a, title={Tides on moons}, ${fields}}`;
const ris = (line: string): string => `TY  - JOUR\nTI  - Tides on moons\n${line}\nER  - \n`;

test.each<[format: ImportFormatId, file: string, ids: string[], left: string[]]>([
  ['csv', table('PMID', '31942072.0'), ['pmid:31942072'], []],
  ['csv', table('PMCID', 'PMC7000001.0'), ['pmcid:7000001'], []],
  ['csv', table('PubMed ID', 'PUBMED 31942072'), ['pmid:31942072'], []],
  ['csv', table('PMID', 'https://pubmed.ncbi.nlm.nih.gov/31942075/'), ['pmid:31942075'], []],
  [
    'csv',
    table('PMCID', 'https://www.ncbi.nlm.nih.gov/pmc/articles/PMC7000001/'),
    ['pmcid:7000001'],
    [],
  ],
  ['csv', table('PMID', 'see library'), [], ['pmid: “see library”']],
  ['csv', table('DOI', '10/gf4gqc'), [], ['short DOIs (10/…)']],
  ['csv', table('DOI', 'ask Bo'), [], ['DOI: “ask Bo”']],
  ['csv', table('DOI', 'N/A'), [], []],
  ['csv', table('Key', 'tool-17'), [], ['Key']],
  ['bibtex', bib('pmid={12345.0}'), ['pmid:12345'], []],
  ['bibtex', bib('doi={10/gf4gqc}'), [], ['short DOIs (10/…)']],
  ['bibtex', bib('doi={https://doi.org/10/gf4gqc}'), [], ['short DOIs (10/…)']],
  ['bibtex', bib('doi={see publisher}'), [], ['doi: “see publisher”']],
  ['bibtex', bib('doi={10/gf4gqc}, url={https://doi.org/10.1000/a}'), ['doi:10.1000/a'], []],
  ['bibtex', bib('doi={10/gf4gqc}, note={doi:10.1000/a}'), ['doi:10.1000/a'], ['note']],
  ['ris', ris('DO  - 10/gf4gqc'), [], ['short DOIs (10/…)']],
  ['ris', ris('PM  - abc'), [], ['pmid: “abc”']],
  ['ris', ris('DO  - 10/gf4gqc\nUR  - https://doi.org/10.1000/a'), ['doi:10.1000/a'], []],
])('ids that a field states, or the preview names: %s %j', async (format, file, ids, left) => {
  const found = await read(format, file);
  expect(found.rejected).toEqual([]);
  const [paper] = found.library.papers;
  expect(paper?.keys.filter((key) => !key.startsWith('title:'))).toEqual(ids);
  expect([...found.left.keys()]).toEqual(left);
});
