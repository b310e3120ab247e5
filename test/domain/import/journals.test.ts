import { expect, test } from 'vitest';
import { aasJournal } from '@/domain/import/formats/bibtex/journals';

test.each([
  ['{\\apj}', 'The Astrophysical Journal'],
  ['{\\constructor}', undefined],
])('the macro %s names a journal, or none', (macro, journal) => {
  expect(aasJournal(macro)).toBe(journal);
});
