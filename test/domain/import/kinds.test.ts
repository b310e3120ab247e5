import { gzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { formatOf } from '@/components/app/transfer/files';
import { decodedText } from '@/domain/import/chunks';
import { bytesAs, detectFormat } from '@/domain/import/formats';
import { readCollection } from '@/domain/import/read';
import { NOW, onlyPaper, read, viewsOf } from '../export/library';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What the library page says of a file that was chosen alone. */
async function answerTo(name: string, bytes: Uint8Array): Promise<string> {
  async function* stream(): AsyncGenerator<Uint8Array> {
    yield bytes;
  }
  const format = await formatOf(new File([bytes as BlobPart], name));
  const found = await readCollection(format, decodedText(stream(), bytesAs(format)), { now: NOW });
  return found.ok ? `${format}: ${found.value.library.papers.length} papers` : found.error.message;
}

const zip = (...names: string[]): Uint8Array =>
  zipSync(Object.fromEntries(names.map((name) => [name, utf8('<x/>')])));

const CITATION = `1. J Ponds. 2019 May;12(3):1-9. doi: 10.1000/pond.1. Epub 2019 May 2.

Tides in small ponds.

Senio A(1), O'Example JP(2).

DOI: 10.1000/pond.1
PMID: 30000001 [Indexed for MEDLINE]
`;

describe('a file that is none of the formats is named for what it is', () => {
  test.each<[string, string | Uint8Array, string]>([
    ['list.rtf', '{\\rtf1\\ansi{\\fonttbl}\n@article{a, title={Tides}}\\par}', 'RTF'],
    ['papers.bib', '{\\rtf1\\ansi @article\\{a, title=\\{Tides\\}\\}}', 'RTF'],
    ['papers.jsonl', '{"id":"2401.00001","title":"Tides"}\n{"id":"2401.00002"}\n', 'JSON Lines'],
    ['papers.json', '{"id":"a","type":"article"}\r\n{"id":"b","type":"article"}\r\n', 'JSON Lines'],
    ['CITATION.cff', 'cff-version: 1.2.0\ntitle: Tides\ndoi: 10.1000/a\n', 'CITATION.cff'],
    ['CITATION.cff', '# a comment\n\ncff-version: 1.2.0\ndoi: 10.1000/a\n', 'CITATION.cff'],
    ['refs.yaml', '---\nreferences:\n- id: a\n  DOI: 10.1000/a\n', 'YAML'],
    ['refs.yml', 'tides2020:\n  type: article\n  title: Tides\n  doi: 10.1000/a\n', 'YAML'],
    ['refs.yml', '- id: a\n  title: Tides\n  URL: https://arxiv.org/abs/2401.00001\n', 'YAML'],
    ['abstract-moons-set.txt', CITATION, 'PubMed’s text'],
    ['abstract-moons-set.txt', `\r\n${CITATION.replaceAll('\n', '\r\n')}`, 'PubMed’s text'],
    [
      'summary-moons-set.txt',
      '1: Senio A, Example B. Tides in small ponds. J Ponds. 2019 May;12(3):1-9. doi:\n10.1000/pond.1. PMID: 30000001; PMCID: PMC7000001.\n\n2: Sample C. Two ponds. J Ponds. 2020;13:1. PMID: 30000002.\n',
      'PubMed’s text',
    ],
    ['empty.bib', '', 'The file is empty'],
    ['empty.ris', ' \r\n\r\n', 'The file is empty'],
    ['empty.txt', '\uFEFF', 'The file is empty'],
    ['empty.json', '\n', 'The file is empty'],
    ['empty.nbib', '', 'The file is empty'],
    ['export.zip', zip('papers/a.bib', 'papers/b.pdf'), 'a zip file: unpack it'],
    ['refs.docx', zip('[Content_Types].xml', '_rels/.rels', 'word/document.xml'), 'Word'],
    ['refs.xlsx', zip('[Content_Types].xml', 'xl/workbook.xml'), 'Excel'],
    ['refs.csv', zip('[Content_Types].xml', 'xl/workbook.xml'), 'Excel'],
    ['nothing.zip', zip(), 'nothing in it'],
    ['paper.pdf', '%PDF-1.7\n%âãÏÓ\n', 'a PDF file'],
    ['paper.bib', '%PDF-1.7\n%âãÏÓ\n', 'a PDF file'],
    ['paper.pdf.gz', gzipSync(utf8('%PDF-1.7\n')), 'a PDF file'],
    ['refs.ris', '<!DOCTYPE html>\n<html><title>Sign in</title></html>', 'a web page'],
    ['refs.bib', '<html><body>Error 403</body></html>', 'a web page'],
    ['refs.csv', '<!-- saved -->\n<html><body>a, b</body></html>', 'a web page'],
    ['refs.json', '<!doctype html><p>Too many requests</p>', 'a web page'],
    [
      'page.mhtml',
      'From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related;',
      'a web page',
    ],
    ['feed.xml', '<?xml version="1.0"?><rss version="2.0"><channel/></rss>', 'a feed'],
    ['thesis.txt', '\\documentclass{article}\n\\begin{document}', 'LaTeX'],
    ['refs.txt', '{Reference Type}: Journal Article\n{Title}: 潮汐\n', 'NoteExpress'],
    [
      'refs.txt',
      'Reference Type:  Journal Article\nRecord Number: 1\nAuthor: A\n',
      'EndNote’s text',
    ],
    ['work.ipynb', '{\n "cells": [],\n "nbformat": 4\n}', 'a notebook'],
  ])('%s: %j', async (name, file, says) => {
    const bytes = typeof file === 'string' ? utf8(file) : file;
    expect(await answerTo(name, bytes)).toContain(says);
  });
});

describe('what only looks like another kind is read', () => {
  test.each([
    [
      'refs.txt',
      '[1] A. Example, Tides, arXiv:2401.00001\n[2] https://doi.org/10.1000/b',
      'links: 2',
    ],
    ['notes.md', '---\ntitle: My list\n---\n- https://arxiv.org/abs/2401.00001\n', 'links: 1'],
    ['refs.txt', '1. PMID: 30000001\n2. PMID: 30000002\n', 'links: 2'],
    [
      'refs.bib',
      '@article{a, title={Tides}, abstract={$x$ \\documentclass{minimal} <html>}}',
      'bibtex: 1',
    ],
    ['refs.csv', 'Title,Note\nTides on small moons,"<html> <rdf:RDF>"\n', 'csv: 1'],
    ['pmid-moons-set.txt', '30000001\r\n30000002\r\n1234\r\n', 'links: 3'],
  ])('%s: %j', async (name, file, says) => {
    expect(await answerTo(name, utf8(file))).toBe(`${says} papers`);
  });
});

test.each([
  ['list.txt', 'My reading list, of March.\n\nTo do: sort it.\n\n@article{tides, title={Tides}}'],
  ['list.txt', 'Please cite:\n  @inproceedings{ tides:2020 ,\n  title={Tides}}'],
  ['README', '# Tides\n\n```bibtex\n@misc{\n  tides, title={Tides}}\n```\n'],
  ['list.txt', 'title, author\n\n@article{tides,\ntitle={Tides}}'],
])('BibTeX after lines of prose: %s %j', async (name, file) => {
  expect(detectFormat(name, file)).toBe('bibtex');
  expect((await onlyPaper('bibtex', file)).title).toBe('Tides');
});

test.each([
  ['write to me\n@home, or call', 'links'],
  ['https://example.org/@user{x', 'links'],
])('no BibTeX: %j', (file, format) => {
  expect(detectFormat('list.txt', file)).toBe(format);
});

const RIS = 'TY  - JOUR\nTI  - Tides in RIS\nER  - \n';
const BIB = '@article{a, title={Tides in BibTeX}, note={\nTY  - JOUR\nTI  - none\n}}\n';

test.each([
  ['RIS after BibTeX', `${BIB}\n${RIS}`],
  ['RIS before BibTeX', `${RIS}\n${BIB}`],
  ['RIS between words', `Pasted:\n\n${RIS}and\n${BIB}`],
])('a .bib with entries of both: %s', async (_, file) => {
  expect(detectFormat('refs.bib', file)).toBe('bibtex');
  const { library, rejected } = await read('bibtex', file);
  expect(viewsOf(library).map(({ title }) => title)).toEqual(['Tides in BibTeX', 'Tides in RIS']);
  expect(rejected).toEqual([]);
});

test('an entry of RIS among those of BibTeX is said with its line', async () => {
  const { rejected } = await read('bibtex', `${BIB}\nTY  - JOUR\nAU  - Example, A.\nER  - \n`);
  expect(rejected.map(({ place }) => place)).toEqual(['line 6']);
});
