import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import jsonld from 'jsonld';
import { expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { exportDocument } from '@/domain/export/document';
import { fileName } from '@/domain/export/formats/obsidian';
import { readCell } from '@/domain/export/formats/csv';
import { SCHEMA_FILE } from '@/scripts/export-schema';
import { papers } from './any-papers';
import { ANNOTATION_CONTEXT } from './annotation-context';
import { bytesOf, fileOf, libraryOf, viewsOf } from './library';
import { unzip } from './unzip';

/* Whatever a library holds, programs of other people read its exports. */

const RUNS = { numRuns: 40 };

plugins.config.get('@bibtex').parse.strict = false;

test('Ajv: Gloss JSON is what the published schema says', () => {
  const file = path.join(import.meta.dirname, '../../..', SCHEMA_FILE);
  const schema = JSON.parse(readFileSync(file, 'utf8')) as object;
  const validate = new Ajv2020({ strict: false }).compile(schema);
  fc.assert(
    fc.property(papers, (made) => {
      const { head, papers: documents, sightings } = libraryOf(made);
      validate(JSON.parse(exportDocument(head, documents, sightings)));
      expect(validate.errors).toBeNull();
    }),
    RUNS,
  );
});

test('csv-parse: every cell is the text it was', () => {
  fc.assert(
    fc.property(papers, (made) => {
      const library = libraryOf(made);
      const rows = parseCsv<Record<string, string>>(fileOf('csv', library), {
        bom: true,
        columns: true,
      });
      const read = rows.map(({ title = '', abstract = '', note = '' }) =>
        [title, abstract, note].map(readCell),
      );
      expect(read).toEqual(
        viewsOf(library).map(({ title, abstract, note }) => [title, abstract, note]),
      );
      for (const cell of rows.flatMap((row) => Object.values(row)))
        expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    }),
    RUNS,
  );
});

test('yaml and yauzl: each paper is a file with its front matter', async () => {
  await fc.assert(
    fc.asyncProperty(papers, async (made) => {
      const library = libraryOf(made);
      const files = [...(await unzip(bytesOf('obsidian', library)))];
      const views = viewsOf(library);
      expect(files.map(([name]) => name.slice(0, 20))).toEqual(
        views.map(({ title }) => `${fileName(title)}.md`.slice(0, 20)),
      );
      for (const [index, [, text]] of files.entries()) {
        const [, front = ''] = /^---\n([\s\S]*?)\n---\n/.exec(text) ?? [];
        const { title, authors, status } = views[index]!;
        expect(parseYaml(front)).toMatchObject({
          title,
          aliases: [title],
          status,
          ...(authors.length > 0 ? { authors } : {}),
        });
      }
    }),
    RUNS,
  );
});

interface Csl {
  title?: string;
  author?: unknown[];
  DOI?: string;
}

test.each(['bibtex', 'ris', 'csl'] as const)('citation-js reads %s', (format) => {
  fc.assert(
    fc.property(papers, (made) => {
      const library = libraryOf(made);
      const views = viewsOf(library);
      const data = new Cite(fileOf(format, library)).data as Csl[];
      expect(data.map(({ author = [] }) => author.length)).toEqual(
        views.map(({ authors }) => authors.length),
      );
      expect(data.map(({ DOI }) => DOI)).toEqual(views.map(({ ids }) => ids['doi']));
      expect(data.map(({ title = '' }) => title.slice(0, 7))).toEqual(
        views.map(({ title }) => title.slice(0, 7)),
      );
    }),
    RUNS,
  );
});

test('citation-js reads a note whose lines look like tags of RIS as one note', () => {
  const note = 'One\nER  - \n  TY  - JOUR\nTI  - Two';
  const made = { title: 'Tides on small moons', authors: ['Ann Author'], note };
  const file = fileOf('ris', libraryOf([made, { ...made, title: 'Ebb on large moons' }]));
  const data = new Cite(file).data as Csl[];
  expect(data.map(({ title }) => title)).toEqual(['Ebb on large moons', 'Tides on small moons']);
});

test('jsonld: nothing of a collection is dropped or unknown', async () => {
  const documentLoader = (url: string) =>
    Promise.resolve({ contextUrl: null, documentUrl: url, document: ANNOTATION_CONTEXT });
  await fc.assert(
    fc.asyncProperty(papers, async (made) => {
      const library = libraryOf(made);
      const text = fileOf('w3c', library);
      const [collection] = await jsonld.expand(JSON.parse(text), { documentLoader, safe: true });
      const passages = viewsOf(library).flatMap(({ highlights }) => highlights);
      const found = JSON.stringify(collection).split('http://www.w3.org/ns/oa#exact').length - 1;
      expect(found).toBe(passages.length);
    }),
    RUNS,
  );
});
