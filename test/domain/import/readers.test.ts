import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { decodedText } from '@/domain/import/chunks';
import { bytesAs, detectFormat, type ImportFormatId } from '@/domain/import/formats';
import { readCollection } from '@/domain/import/read';
import { fileOf, libraryOf, NOW, read, SAMPLE } from '../export/library';
import { HOSTILE, TEXT_ALL_THE_SAME } from './hostile';

async function* stream(bytes: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* bytes;
}

test('there are a hundred hostile files', () => {
  expect(HOSTILE.length).toBeGreaterThanOrEqual(100);
  expect(new Set(HOSTILE.map(({ name }) => name)).size).toBe(HOSTILE.length);
});

describe('a hostile file is refused by one sentence with the place', () => {
  test.each(HOSTILE)('$name', async ({ format, bytes, says }) => {
    const pieces = typeof bytes === 'function' ? bytes() : [bytes];
    const found = await readCollection(format, decodedText(stream(pieces), bytesAs(format)), {
      now: NOW,
    });
    const message = found.ok ? 'no error' : found.error.message;
    expect(message).toContain(says);
    expect(message.length).toBeLessThan(300);
    expect(message).not.toMatch(/undefined|\[object|\n/);
  });
});

test.each(TEXT_ALL_THE_SAME)('$name is text', async ({ format, file, title }) => {
  const found = await readCollection(
    format,
    decodedText(stream([new TextEncoder().encode(file)])),
    {
      now: NOW,
    },
  );
  expect(found.ok && found.value.library.papers.map((paper) => paper.title)).toEqual([title]);
});

test('a paper that is too large is rejected by itself', async () => {
  const papers = [
    { title: 'An abstract without an end', abstract: 'x'.repeat(300_000) },
    { title: 'A note without an end', note: 'x'.repeat(1_200_000) },
    {
      title: 'More tags than there are words',
      keyword: Array.from({ length: 2_000 }, (_, at) => `tag ${at}`).join(),
    },
    { title: 'One tag a hundred thousand times', keyword: 'a,'.repeat(100_000) },
    { title: 'Tides of small moons', author: [{ family: 'x'.repeat(5_000) }] },
  ];
  const { library, rejected, left } = await read('csl', JSON.stringify(papers));
  expect(library.papers.map(({ title, tags }) => [title, tags.length])).toEqual([
    ['More tags than there are words', 1_000],
    ['One tag a hundred thousand times', 1],
    ['Tides of small moons', 0],
  ]);
  expect([...left.keys()]).toEqual(['tags beyond the first 1,000']);
  expect(rejected.map(({ place, value }) => `${place}: ${String(value)}`)).toEqual([
    '[0]: an abstract of over 200000 characters',
    '[1]: a note of over 1000000 characters',
  ]);
});

test('definitions of BibTeX stand for what they say, also through each other', async () => {
  const { library } = await read(
    'bibtex',
    `@string{moons = "small moons"}
@string{both = {Tides of } # moons}
@string(other = "not asked for")
@misc{x, title = both # { and rings}, note = "(in brackets) {@misc{y, title={No entry}}}"}
@misc(z, title = {A second (paper) of moons})`,
  );
  expect(library.papers.map(({ title }) => title).toSorted()).toEqual([
    'A second (paper) of moons',
    'Tides of small moons and rings',
  ]);
});

test('a note that was written into a file by hand is read, the same each time', async () => {
  const { library } = await read('csl', '[{"title":"Tides of small moons"}]');
  const [document] = library.papers;
  const byHand = { ...document, note: { text: 'By hand', heads: [], seen: {} } };
  const text = JSON.stringify({ format: 'gloss', version: 1, minReader: 1, papers: [byHand] });
  const [once, twice] = [await read('gloss', text), await read('gloss', text)];
  expect(once.library.papers[0]?.note.text).toBe('By hand');
  expect(twice.library.papers).toEqual(once.library.papers);
});

test('a second import of the same file is the same edits', async () => {
  for (const format of ['bibtex', 'ris', 'csl', 'csv', 'w3c', 'hypothesis', 'clipper'] as const) {
    const file = fileOf(format, libraryOf(SAMPLE));
    const once = await read(format, file);
    const later = await readCollection(format, [file], { now: NOW + 86_400_000 });
    if (!later.ok) throw new Error(later.error.message);
    const before = once.library.papers;
    for (const value of later.value.library.papers)
      once.library.add({ kind: 'paper', place: '', value: { ...value, updatedAt: 0 } });
    const still = once.library.papers.map((paper) => ({ ...paper, updatedAt: 0 }));
    expect(still, format).toEqual(before.map((paper) => ({ ...paper, updatedAt: 0 })));
  }
});

test('a file that is packed by gzip is read as it is, in pieces of any size', async () => {
  const file = fileOf('csl', libraryOf(SAMPLE));
  const bytes = gzipSync(file);
  const pieces = [bytes.subarray(0, 10), bytes.subarray(10, 11), bytes.subarray(11)];
  expect((await Array.fromAsync(decodedText(stream(pieces)))).join('')).toBe(file);
});

test('a file that packs next to nothing is left as soon as that shows, in whatever pieces it comes', async () => {
  const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024, ' '));
  let length = 0;
  const reading = (async () => {
    for await (const piece of decodedText(stream([bomb]))) length += piece.length;
  })();
  await expect(reading).rejects.toThrow('over 100 times as large');
  expect(length).toBeLessThan(40 * 1024 * 1024);
});

test('the format of a file is told by how it begins', () => {
  const named: [string, ImportFormatId][] = [
    ['papers.bib', 'bibtex'],
    ['papers.ris', 'ris'],
    ['papers.csl.json', 'csl'],
    ['papers.csv', 'csv'],
    ['papers.jsonld', 'w3c'],
    ['papers.hypothesis.json', 'hypothesis'],
    ['papers.clipper.json', 'clipper'],
    ['papers.txt', 'links'],
  ];
  for (const [name, format] of named)
    expect(detectFormat(name, fileOf(format as never, libraryOf(SAMPLE))), name).toBe(format);
  expect(detectFormat('x.json', '{"format":"gloss",')).toBe('gloss');
  expect(detectFormat('papers.csv.gz', 'a,b')).toBe('csv');
  // A broken file is no list of links, though it is full of them.
  expect(detectFormat('x.json', '"format":"gloss","links":["https://arxiv.org"]')).toBe('gloss');
  expect(detectFormat('x.json', '{"__dataVersion":10100,')).toBe('papermemory');
});
