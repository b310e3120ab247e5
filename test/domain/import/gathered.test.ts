import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { decodedText } from '@/domain/import/chunks';
import { bytesAs, detectFormat } from '@/domain/import/formats';
import { workOfDoi } from '@/domain/identity/versions';
import { readCollection } from '@/domain/import/read';
import { NOW } from '../export/library';

/** A folder of files that other people's tools wrote. Counted where it is named: `GLOSS_FILES=folder`. */
const FOLDER = process.env['GLOSS_FILES'];

const plainDoi = (text: string): string =>
  text
    .replace(/\{\\_\}|\\_/g, '_')
    .replace(/\\([&%#<>])/g, '$1')
    .replace(/[{}"]/g, '')
    .toLowerCase()
    .replace(/[\s.,;:]+$/, '');

/** DOIs that a file gives in a place for DOIs, read by other means than the importer's. */
function doisIn(name: string, text: string): string[] {
  const pattern = name.endsWith('.bib')
    ? /^\s*doi\s*=\s*["{]+\s*(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)?(10\.\d{4,}\/(?:[^\s"{}]|\{(?:\\_|[[\]])\})*)/gim
    : name.endsWith('.ris')
      ? /^DO {2}- (?:https?:\/\/(?:dx\.)?doi\.org\/)?(10\.\d{4,}\/\S+)/gm
      : name.endsWith('.nbib')
        ? /^(?:LID|AID) *- (10\.\d{4,}\/\S+) \[doi\]/gm
        : name.endsWith('.csv')
          ? /(?<=[",])(10\.\d{4,}\/[^\s",]+)(?=[",\r\n])/g
          : name.endsWith('.json')
            ? /"DOI"\s*:\s*"(?:https?:\/\/(?:dx\.)?doi\.org\/)?(10\.\d{4,}\/[^\s"]+)"/g
            : name.endsWith('.enw')
              ? /^%R (?:doi:)?(10\.\d{4,}\/\S+)/gm
              : /^DI (10\.\d{4,}\/\S+)/gm;
  // A funder has a DOI too (https://www.crossref.org/documentation/funder-registry).
  return [...text.matchAll(pattern)]
    .map(([, doi = '']) => plainDoi(doi))
    .filter((doi) => !doi.startsWith('10.13039/'));
}

const LEFTOVER = /[\\{}<]|&(?:[a-z]+|#\d+);/i;
/** A formula's own signs are none of them, and `<` between numbers is a sign. */
const withoutFormulas = (title: string): string =>
  title.replace(/\$[^$]*\$/g, '').replace(/ [<>] ?(?=[\d\p{L}])/gu, '');

async function count(name: string): Promise<Record<string, unknown>> {
  const bytes = readFileSync(join(FOLDER ?? '', name));
  async function* stream(): AsyncGenerator<Uint8Array> {
    yield bytes;
  }
  const text = bytes.toString('utf8');
  const format = detectFormat(name, text.slice(0, 5_000));
  const found = await readCollection(format, decodedText(stream(), bytesAs(format)), {
    now: NOW + 365 * 86_400_000,
  });
  if (!found.ok) return { name, format, error: found.error.message };
  const { library, rejected } = found.value;
  const keys = new Set(library.papers.flatMap(({ keys: own }) => own));
  const given = [...new Set(doisIn(name, text))];
  // A version of a preprint is its paper.
  const has = (doi: string): boolean =>
    keys.has(`doi:${workOfDoi(doi).doi}`) ||
    keys.has(`arxiv:${doi.replace('10.48550/arxiv.', '')}`);
  const lost = given.filter((doi) => !has(doi));
  const leftovers = library.papers.filter(({ title }) => LEFTOVER.test(withoutFormulas(title)));
  if (process.env['GLOSS_SAY'])
    console.log(
      name,
      rejected.slice(0, 40).map(({ place, value }) => `${place}: ${String(value)}`),
      lost.slice(0, 40),
      leftovers.slice(0, 40).map(({ title }) => title),
    );
  return {
    name,
    format,
    papers: library.papers.length,
    left: [...found.value.left.keys()].length,
    rejected: rejected.length,
    dois: given.length,
    lost: lost.length,
    leftovers: leftovers.length,
  };
}

test.runIf(FOLDER)('files of other tools, counted', { timeout: 600_000 }, async () => {
  const rows: Record<string, unknown>[] = [];
  for (const name of readdirSync(FOLDER ?? '').toSorted()) rows.push(await count(name));
  console.log(rows.map((row) => Object.values(row).join('\t')).join('\n'));
  expect(rows.length).toBeGreaterThan(0);
});
