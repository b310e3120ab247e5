import { describe, expect, test } from 'vitest';
import { bibNames } from '@/domain/import/formats/bibtex/names';
import { hasMoreNames } from '@/domain/person/others';
import { personNames } from '@/domain/person/list';
import { bibtexOrder, personsOf, personTexts } from '@/domain/person/write';

/** The names of a line in parts, as BibTeX writes them. */
const read = (line: string): string[] => personsOf(personNames(line)).map(bibtexOrder);

describe('initials before and after the family name', () => {
  test.each<[string, string[]]>([
    ['Y Sample, Y Example, G Third', ['Sample, Y', 'Example, Y', 'Third, G']],
    ['ET Sample, E Example', ['Sample, ET', 'Example, E']],
    ['Ada Example, Y Sample, I Third', ['Example, Ada', 'Sample, Y', 'Third, I']],
    ['Sample A. B., Example C. D.', ['Sample, A. B.', 'Example, C. D.']],
    ['Третьяк А. Б., Образцов В. Г.', ['Третьяк, А. Б.', 'Образцов, В. Г.']],
    ['Sample A. B. Jr., van der Example C. D.', ['Sample, Jr., A. B.', 'van der Example, C. D.']],
    ['Sample AJR, Santos ACO, Lima EA', ['Sample, A. J. R.', 'Santos, A. C. O.', 'Lima, E. A.']],
    [
      'Sample J, Example KL, Some Registry, Third M',
      ['Sample, J.', 'Example, K. L.', 'Registry, Some', 'Third, M.'],
    ],
  ])('%s', (line, names) => {
    expect(read(line)).toEqual(names);
  });
});

describe('a family name in capitals', () => {
  test.each<[string, string[]]>([
    ['Ann LI, Bo SATO, Cy KIM', ['LI, Ann', 'SATO, Bo', 'KIM, Cy']],
    ['Ann LI and Bo EXAMPLE', ['LI, Ann', 'EXAMPLE, Bo']],
    ['Ann DOE', ['DOE, Ann']],
    ['ADA EXAMPLE, NA LI', ['EXAMPLE, ADA', 'LI, NA']],
    ['Ann ITO, Bo van der LEE', ['ITO, Ann', 'van der LEE, Bo']],
    ['Weinan E, Ann Example', ['E, Weinan', 'Example, Ann']],
    ['Meta AI', ['Meta AI']],
  ])('%s', (line, names) => {
    expect(read(line)).toEqual(names);
  });

  test.each<[string, string[]]>([
    ['Weinan E and Ann Example', ['E, Weinan', 'Ann Example']],
    ['Weinan E', ['E, Weinan']],
    ['Ann K. and Bo Example', ['K., Ann', 'Bo Example']],
    ['Ann LI and Bo YAMADA and Cy ITO', ['LI, Ann', 'Bo YAMADA', 'Cy ITO']],
    ['Sample AB and Example C', ['A. B. Sample', 'C. Example']],
    ['Sample A. B.', ['A. B. Sample']],
  ])('BibTeX: %s', (value, texts) => {
    expect(bibNames(value)).toEqual(texts);
    // What is kept is read as the same persons.
    expect(personTexts(texts)).toEqual(texts);
  });

  test('RIS: a list tells what one name does not', () => {
    expect(personTexts(['Ann LI', 'Bo ITO', 'Cy EXAMPLE'])).toEqual([
      'LI, Ann',
      'Bo ITO',
      'Cy EXAMPLE',
    ]);
  });
});

describe('who is not named is no person', () => {
  test.each<[string, string[]]>([
    ['Ada Example, +6 authors, Bo Sample', ['Example, Ada', 'Sample, Bo']],
    ['Ada Example and 7 more', ['Example, Ada']],
    ['Example, A. & 7 others', ['Example, A.']],
    ['Ada Example, Bo Sample and five others', ['Example, Ada', 'Sample, Bo']],
    ['Ada Example, Bo Sample ... 6 more authors', ['Example, Ada', 'Sample, Bo']],
    ['Example, A. u. a.', ['Example, A.']],
    ['Example A. и др.', ['Example, A.']],
    ['Example, A. y otros', ['Example, A.']],
    ['Ada Example, Bo Sample, [...]', ['Example, Ada', 'Sample, Bo']],
  ])('%s', (line, names) => {
    expect(read(line)).toEqual(names);
    expect(hasMoreNames(line)).toBe(true);
  });

  test.each<[string, string[]]>([
    ['Example, Ada and 7 others', ['Ada Example', 'et al.']],
    ['Example, Ada and {7 others}', ['Ada Example', 'et al.']],
    ['A. Example et al. (LAKE Collaboration)', ['A. Example', 'LAKE Collaboration', 'et al.']],
    ['Example, U. A. and Sample, B.', ['U. A. Example', 'B. Sample']],
  ])('BibTeX: %s', (value, texts) => {
    expect(bibNames(value)).toEqual(texts);
  });

  test('one name a line, with more in it', () => {
    expect(personTexts(['A. Example et al.'])).toEqual(['A. Example', 'et al.']);
    expect(personTexts(['LAKE Collaboration: A. Example', 'B. Sample'])).toEqual([
      'LAKE Collaboration',
      'A. Example',
      'B. Sample',
    ]);
  });
});

describe('what parts names, and what does not', () => {
  test.each<[string, string[]]>([
    [
      'LAKE Collaboration: A. Example, B. Sample',
      ['LAKE Collaboration', 'Example, A.', 'Sample, B.'],
    ],
    ['A. Example et al. (LAKE Collaboration)', ['Example, A.', 'LAKE Collaboration']],
    [
      'Ada Example (MIT), Bo Sample (University of X, USA); Cy Third (Y)',
      ['Example, Ada', 'Sample, Bo', 'Third, Cy'],
    ],
    ['Ada Example [MIT, USA], Bo Sample [ETH]', ['Example, Ada', 'Sample, Bo']],
    ['Ada (Addie) Example, Bo Sample', ['Example, Ada (Addie)', 'Sample, Bo']],
    ['Ada Example, Bo Sample et Cy Third', ['Example, Ada', 'Sample, Bo', 'Third, Cy']],
    ['Ada Example und Bo Sample', ['Example, Ada', 'Sample, Bo']],
    ['Ada Example, Bo Sample y Cy Third', ['Example, Ada', 'Sample, Bo', 'Third, Cy']],
    ['Example, A. et Sample, B.', ['Example, A.', 'Sample, B.']],
    ['Ada Ejemplo y Muestra, Bo Sample', ['Ejemplo y Muestra, Ada', 'Sample, Bo']],
    ['de Example, A.; e Sample, B.', ['de Example, A.', 'e Sample, B.']],
    ['Guy Van den Example, Jan Van den Sample', ['Van den Example, Guy', 'Van den Sample, Jan']],
    ['Bo De la Sample, Ann D de Example', ['De la Sample, Bo', 'de Example, Ann D']],
  ])('%s', (line, names) => {
    expect(read(line)).toEqual(names);
  });
});

test.each([
  ['brackets', 'Bo Sample (x '.repeat(20_000)],
  ['conjunctions', 'Bo Sample et '.repeat(20_000)],
  ['marks for others', 'and 7 more, '.repeat(20_000)],
  ['groups', `${'Lake Team '.repeat(20_000)}: x`],
])('a line of %s is read in a moment', (_, line) => {
  expect(personNames(line).length).toBeLessThanOrEqual(40_000);
});
