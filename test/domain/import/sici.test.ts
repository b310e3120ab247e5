import { expect, test } from 'vitest';
import { doi } from '@/domain/identity/paper-key';
import { idsFromText } from '@/domain/identity/identity-links';
import type { ImportFormatId } from '@/domain/import/formats';
import { parseQuery } from '@/domain/query/parse';
import { read } from '../export/library';

/** DOIs that hold an item's code of ANSI (SICI) have brackets and a semicolon; what follows them tells papers apart. */
const AMS = '10.1175/1520-0469(1963)020<0130:DNF>2.0.CO;2';
const WILEY = '10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O';
const ESCAPED = AMS.replace('<', '&lt;').replace('>', '&gt;');
const TEX = AMS.replace('<', String.raw`{\textless}`).replace('>', String.raw`{\textgreater}`);

const bib = (fields: string): string => `@article{a, title = {Tides on moons}, ${fields}}`;
const ris = (line: string): string => `TY  - JOUR\nTI  - Tides on moons\n${line}\nER  - \n`;

test.each<[ImportFormatId, string, string]>([
  ['links', AMS, AMS],
  ['links', WILEY, WILEY],
  ['links', `https://doi.org/${WILEY}`, WILEY],
  ['links', `doi:${AMS}`, AMS],
  ['bibtex', bib(`doi = {${AMS}}`), AMS],
  ['bibtex', bib(`doi = {${TEX}}`), AMS],
  ['bibtex', bib(`note = {doi: ${AMS}}`), AMS],
  ['bibtex', bib(String.raw`howpublished = {\url{https://doi.org/${AMS}}}`), AMS],
  ['bibtex', bib(`url = {https://doi.org/${WILEY}}`), WILEY],
  ['ris', ris(`DO  - ${AMS}`), AMS],
  ['ris', ris(`DO  - ${ESCAPED}`), AMS],
  ['ris', ris(`UR  - https://doi.org/${WILEY}`), WILEY],
  ['ris', ris(`UR  - https://doi.org/${ESCAPED}`), AMS],
  ['ris', ris(`N1  - doi: ${AMS}`), AMS],
  ['csv', `Title,DOI\r\nTides,${ESCAPED}\r\n`, AMS],
  ['csl', JSON.stringify([{ title: 'Tides', URL: `https://doi.org/${WILEY}` }]), WILEY],
])('%s: %s', async (format, file, id) => {
  const { library } = await read(format, file);
  expect(library.papers).toHaveLength(1);
  const dois = library.papers[0]?.keys.filter((key) => key.startsWith('doi:'));
  expect(dois).toEqual([`doi:${id.toLowerCase()}`]);
});

test('two papers of one volume are two', async () => {
  const other = WILEY.replace('693::AID-ASI4', '699::AID-ASI5');
  const { library } = await read('links', `${WILEY}\nhttps://doi.org/${other}\n`);
  expect(library.papers).toHaveLength(2);
});

test.each([WILEY, AMS, `https://doi.org/${AMS}`])('a search for %s', (text) => {
  const parsed = parseQuery(text);
  expect(parsed.ok && parsed.query).toMatchObject({ field: 'id', text: `doi:${doi(text)}` });
});

test('a DOI in markup ends where the markup begins', () => {
  expect(idsFromText('<doi:10.1000/abc.1> and <b>10.1000/abc</b>')).toEqual({
    doi: '10.1000/abc.1',
  });
  expect(doi('10.1000/abc<br>12')).toBe('10.1000/abc');
});
