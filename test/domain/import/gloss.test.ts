import { describe, expect, test } from 'vitest';
import { exportDocument, exportFileName } from '@/domain/export/document';
import type { PaperDocument } from '@/domain/export/schema';
import { readCollection } from '@/domain/import/read';
import { paper as made } from './hostile-made';

const paper = (more: object = {}) => made({ ...more }) as unknown as PaperDocument;

const OTHER = { id: 'arxiv:2401.00002', keys: ['arxiv:2401.00002'] };

const passage = {
  id: 'h1',
  field: 'abstract',
  exact: 'x',
  prefix: '',
  suffix: '',
  start: 0,
  end: 1,
  colour: 'amber',
  comment: '',
  source: '',
  createdAt: 1,
  stamps: {},
};

const file = (papers: unknown[]): string =>
  exportDocument({ tags: [], shared: [] }, papers as PaperDocument[]);

const errorOf = async (text: string): Promise<string> => {
  const found = await readCollection('gloss', [text], { now: 1 });
  return found.ok ? 'no error' : found.error.message;
};

describe('a file that is not as the format says', () => {
  test.each([
    [
      [paper(), paper({ ...OTHER, highlights: [{ ...passage, exact: 7 }] })],
      'papers[1].highlights[0].exact: expected text',
    ],
    [
      [paper({ highlights: [{ ...passage, exact: '' }] })],
      'papers[0].highlights[0].exact: expected text',
    ],
    [[paper({ keys: [] })], 'papers[0].keys: expected something, found nothing'],
    [[paper({ status: 'loved' })], 'papers[0].status: expected "saved" or "read" or "dismissed"'],
    [
      [paper({ links: ['javascript:alert(1)'] })],
      'papers[0].links[0]: expected an http(s) address',
    ],
    [[paper({ stamps: { status: 'tomorrow' } })], 'papers[0].stamps.status: expected a stamp'],
    [[paper({ title: undefined })], 'papers[0].title: expected text'],
  ])('is refused with the place: %#', async (papers, message) => {
    expect(await errorOf(file(papers))).toBe(message);
  });

  test('says so when it is no export, cut off, or too new', async () => {
    expect(await errorOf('[]')).toContain('not an export of Gloss');
    expect(await errorOf('{"format":"gloss",')).toContain('it was cut off');
    expect(await errorOf(file([]).replace('"minReader":1', '"minReader":2'))).toContain(
      'newer Gloss',
    );
  });
});

test('a file that is as the format says is read', async () => {
  const text = file([paper({ highlights: [passage] })]);
  const found = await readCollection('gloss', [text], { now: 1 });
  expect(found.ok && found.value.library.papers[0]?.highlights[0]?.exact).toBe('x');
});

test('the file is named by the local date', () => {
  expect(exportFileName(new Date(2026, 0, 5))).toBe('gloss-2026-01-05.json');
});
