import { expect, it } from 'vitest';
import { matching } from '@/components/app/palette/match';

const LABELS = ['Import and export', 'Export', 'Map', 'Go to the search', 'Überlappungen', '导出'];
const found = (text: string): string[] =>
  matching(
    LABELS.map((label) => ({ label })),
    text,
  ).map(({ label }) => label);

it.each([
  ['exp', ['Export', 'Import and export']],
  ['export imp', ['Import and export']],
  ['SEA', ['Go to the search']],
  ['uber', ['Überlappungen']],
  ['导', ['导出']],
  ['arch', ['Go to the search']],
  ['nothing', []],
  ['  ', LABELS],
])('%j finds %j, labels that begin with it first', (text, labels) => {
  expect(found(text)).toEqual(labels);
});
