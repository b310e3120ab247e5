import { describe, expect, test } from 'vitest';
import { bibNames } from '@/domain/import/formats/bibtex/names';
import { hasMoreNames } from '@/domain/person/others';
import { personNames } from '@/domain/person/list';
import { bibtexOrder, personsOf, personTexts } from '@/domain/person/write';
import { read as readFile } from '../export/library';

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

  test.each<[string, string[]]>([
    ['ZHANG Wei, LI Na, WANG Xiaoming', ['ZHANG, Wei', 'LI, Na', 'WANG, Xiaoming']],
    ['ZHANG Wei1, LI Na2, and WANG Bo1,*', ['ZHANG, Wei', 'LI, Na', 'WANG, Bo']],
    ['DE LA MUESTRA Ana M., KIM Min-Soo', ['DE LA MUESTRA, Ana M.', 'KIM, Min-Soo']],
    ['EXEMPLE Jean et D’ESSAI Marie', ['EXEMPLE, Jean', 'D’ESSAI, Marie']],
    ['VZOROVÁ Éva; KOVÁČ Ján', ['VZOROVÁ, Éva', 'KOVÁČ, Ján']],
    ['ОБРАЗЦОВ Пётр, ТРЕТЬЯК Анна', ['ОБРАЗЦОВ, Пётр', 'ТРЕТЬЯК, Анна']],
    ["McEXAMPLE Ann, O'SAMPLE Pat", ['McEXAMPLE, Ann', "O'SAMPLE, Pat"]],
    ['NGUYEN Van Anh', ['NGUYEN, Van Anh']],
    ['YAMADA Taro', ['YAMADA, Taro']],
    ['EXAMPLE VP, SAMPLE OIu', ['EXAMPLE, V. P.', 'SAMPLE, OIu']],
    ['ITO K, SATO M', ['ITO, K.', 'SATO, M.']],
    ['MUIR-EXAMPLE RC', ['MUIR-EXAMPLE, R. C.']],
    ['JR Example, DC van Sample', ['Example, JR', 'van Sample, DC']],
    ['ACJW Example', ['Example, ACJW']],
    ['UK Government', ['UK Government']],
  ])('before the given name: %s', (line, names) => {
    expect(read(line)).toEqual(names);
  });

  test.each<[string, string[]]>([
    ['ZHANG Wei, LI Na', ['ZHANG Wei', 'LI, Na']],
    ['ZHANG Wei and LI Na and WANG Bo', ['ZHANG Wei', 'LI, Na', 'WANG Bo']],
    ['DE LA MUESTRA Ana, PÉREZ Bo', ['DE LA MUESTRA Ana', 'PÉREZ Bo']],
    ['A. Example, B. Sample', ['A. Example', 'B. Sample']],
    ['Example AW, Sample BC', ['A. W. Example', 'B. C. Sample']],
    ['Example III, Bo W', ['Bo W Example III']],
    ['O. Example, Bo O', ['O. Example, Bo O']],
    ['Example, LAFD', ['L. A. F. D. Example']],
    ['EXEMPLE, JEAN', ['JEAN EXEMPLE']],
  ])('BibTeX, two names or one: %s', (value, texts) => {
    expect(bibNames(value)).toEqual(texts);
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

describe('initials in a name alone, though they can be spoken', () => {
  test.each<[string, string[]]>([
    ['Silva MAE', ['Silva, M. A. E.']],
    ['Muster EVA', ['Muster, E. V. A.']],
    ['Exemplo JOI, et al.', ['Exemplo, J. O. I.']],
    ['Ann LEE', ['LEE, Ann']],
    ['Ann FOX', ['FOX, Ann']],
    ['Bo CHEN', ['CHEN, Bo']],
  ])('%s', (line, names) => {
    expect(read(line)).toEqual(names);
  });

  test('PubMed has them after every name', async () => {
    const file = 'PMID- 1\nTI  - Tides.\nAU  - Sample LEE\n';
    const { library } = await readFile('nbib', file);
    expect(library.papers[0]?.authors).toEqual(['L. E. E. Sample']);
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

describe('"and" of any language between family names with initials', () => {
  test.each<[string, string[]]>([
    ['Ejemplo Uno, G. y Muestra y Dos, S.', ['Ejemplo Uno, G.', 'Muestra y Dos, S.']],
    ['Exemplo, J. e Amostra, P.', ['Exemplo, J.', 'Amostra, P.']],
    ['Voorbeeld, P. en de Proef, K.', ['Voorbeeld, P.', 'de Proef, K.']],
    ['Wzorek, J. i Próbny, A.', ['Wzorek, J.', 'Próbny, A.']],
    ['Vzorek, J. a Ukázka, P.', ['Vzorek, J.', 'Ukázka, P.']],
    ['Örnek, A. ve Deneme, B.', ['Örnek, A.', 'Deneme, B.']],
    ['Malli, P. ja Esimerkki, P.', ['Malli, P.', 'Esimerkki, P.']],
    ['Minta, J. és Példa, P.', ['Minta, J.', 'Példa, P.']],
    ['Exemplu, I. și Model, M.', ['Exemplu, I.', 'Model, M.']],
    ['Primer, I. in Vzorec, A.', ['Primer, I.', 'Vzorec, A.']],
    [
      'Muster, J., Beispiel, K. und von der Probe, L.',
      ['Muster, J.', 'Beispiel, K.', 'von der Probe, L.'],
    ],
  ])('%s', (line, names) => {
    expect(read(line)).toEqual(names);
  });
});

describe('names and groups in one line', () => {
  test.each<[string, string[]]>([
    ['Jane Example for the LAKE Collaboration', ['Example, Jane', 'LAKE Collaboration']],
    ['Institute for the LAKE Collaboration', ['Institute for the LAKE Collaboration']],
    [
      'LAKE Collaboration, Example, A., Sample, B.',
      ['LAKE Collaboration', 'Example, A.', 'Sample, B.'],
    ],
    ['Ann Example, Bo Sample, ... Cy Third', ['Example, Ann', 'Sample, Bo', 'Third, Cy']],
    ['Example, A., Sample, B., . . . Third, C.', ['Example, A.', 'Sample, B.', 'Third, C.']],
    ['Ann Example [and 5 more]', ['Example, Ann']],
    ['山田太郎 他', ['山田太郎']],
    ['山田太郎・鈴木花子', ['山田太郎', '鈴木花子']],
    ['Example Jr J, Sample B', ['Example, Jr, J.', 'Sample, B.']],
    ['Образцов Иван Иванович', ['Образцов, Иван Иванович']],
    ['Иван Петрович Образцов', ['Образцов, Иван Петрович']],
    ['Иван Петрович Примерович', ['Примерович, Иван Петрович']],
    ['Statistisches Bundesamt', ['Statistisches Bundesamt']],
    ['Organización Mundial de la Salud', ['Organización Mundial de la Salud']],
    ['Ministère de la Marée', ['Ministère de la Marée']],
    ['潮汐大学', ['潮汐大学']],
  ])('%s', (line, names) => {
    expect(read(line)).toEqual(names);
  });

  test.each<[string, string[]]>([
    ['Bo {Sample Hansen} and Ann Example', ['Sample Hansen, Bo', 'Ann Example']],
    ['The {LAKE Collaboration}', ['The LAKE Collaboration']],
    ['Ann B. {Sample, S. J.}', ['Ann B. Sample, S. J.']],
    ['Ann {Sample (moderator)}', ['Ann Sample']],
    [String.raw`Sample, p{\`e}re, Alex`, ['Alex Sample père']],
    ['von Sample, Jr. III, First', ['von Sample, Jr. III, First']],
    [
      'Sample, Ann, Example, Bo Cy, Third, Dee, Fourth, Eva',
      ['Ann Sample', 'Bo Cy Example', 'Dee Third', 'Eva Fourth'],
    ],
    ['Sample, Jr, Ann, Example, Sr, Bo', ['Ann Sample Jr', 'Bo Example Sr']],
    [String.raw`{\textcommabelow{S}}ample, Ion and {\cb{T}}est, Dan`, ['Ion Șample', 'Dan Țest']],
    ['Sample, Ann and', ['Ann Sample']],
    ['and Sample, Ann', ['Ann Sample']],
    ['Ann Sample and and', ['Ann Sample']],
  ])('BibTeX: %s', (value, texts) => {
    expect(bibNames(value)).toEqual(texts);
    expect(personTexts(texts)).toEqual(texts);
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
