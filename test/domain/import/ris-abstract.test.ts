import { expect, test } from 'vitest';
import { onlyPaper } from '../export/library';

const ris = (...lines: string[]): string =>
  ['TY  - JOUR', 'TI  - Tides', ...lines, 'ER  - '].join('\n');

test.each([
  [
    ['AB  - We measure tides.', 'N2  - I read this twice; weak on drag.'],
    'We measure tides.',
    'I read this twice; weak on drag.',
  ],
  [
    ['AB  - BACKGROUND: Tides.', 'AB  - METHODS: Buckets.'],
    'BACKGROUND: Tides. METHODS: Buckets.',
    '',
  ],
  [['AB  - We measure tides.', 'N2  - We measure  tides.'], 'We measure tides.', ''],
  [['N2  - We measure tides.'], 'We measure tides.', ''],
  [['N2  - We measure tides.', 'N2  - Mine: weak.'], 'We measure tides.', 'Mine: weak.'],
])('RIS: all of %j is kept', async (lines, abstract, note) => {
  expect(await onlyPaper('ris', ris(...lines))).toMatchObject({ abstract, note });
});
