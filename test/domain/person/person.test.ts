import { describe, expect, test } from 'vitest';
import { familyName, isSameAuthor } from '@/domain/identity/authors';
import { personNames } from '@/domain/person/list';
import { parsePerson } from '@/domain/person/person';
import { bibtexOrder, personText, personTexts, risOrder } from '@/domain/person/write';

describe('a name', () => {
  test.each([
    // Written, family with particle, given, suffix.
    ['Ada Example', 'Example', 'Ada', ''],
    ['Example, Ada', 'Example', 'Ada', ''],
    ['Senio AW', 'Senio', 'A. W.', ''],
    ['van der Berg C', 'van der Berg', 'C.', ''],
    ["O'Example JP Jr", "O'Example", 'J. P.', 'Jr'],
    ['Smith-Jones J-P 3rd', 'Smith-Jones', 'J.-P.', '3rd'],
    ['King, Jr., Martin', 'King', 'Martin', 'Jr.'],
    ['Martin King III', 'King', 'Martin', 'III'],
    ['King, Martin, Jr', 'King', 'Martin', 'Jr'],
    ['Martin King, Jr.', 'King', 'Martin', 'Jr.'],
    ['Ludwig van Beethoven', 'van Beethoven', 'Ludwig', ''],
    ['Charles de la Vallée Poussin', 'de la Vallée Poussin', 'Charles', ''],
    ['Santiago Ramón y Cajal', 'Ramón y Cajal', 'Santiago', ''],
    ['García Márquez, Gabriel', 'García Márquez', 'Gabriel', ''],
    ['Bo Sample 0001', 'Sample', 'Bo', ''],
    ['王小明', '王', '小明', ''],
    ['欧阳修文', '欧阳', '修文', ''],
    ['山田 太郎', '山田', '太郎', ''],
    ['김민수', '김', '민수', ''],
    ['山田太郎', '山田太郎', '', ''],
    ['Plato', 'Plato', '', ''],
    ['Kim Y.H.', 'Kim', 'Y. H.', ''],
    ["O'Example P.J. III", "O'Example", 'P. J.', 'III'],
    ['Smith J.-P.', 'Smith', 'J.-P.', ''],
    ['de la Example Jr., Juan', 'de la Example', 'Juan', 'Jr.'],
    ['Prof. Dr. Ada Example', 'Example', 'Ada', ''],
    ['Ada Example, PhD', 'Example', 'Ada', ''],
    ['Ada Exampleᵃ,¹*', 'Example', 'Ada', ''],
    ['Xiao Wang (王小)', 'Wang', 'Xiao', ''],
    ['Wang, Xiao (王小)', 'Wang', 'Xiao', ''],
  ])('%s', (written, family, given, suffix) => {
    const person = parsePerson(written);
    expect([
      [person.particle, person.family].filter(Boolean).join(' '),
      person.given,
      person.suffix,
    ]).toEqual([family, given, suffix]);
    expect(person.isGroup).toBe(false);
    // However it is written again, it is the same name.
    for (const again of [personText(person), bibtexOrder(person), risOrder(person)])
      expect(parsePerson(again), again).toEqual(person);
  });

  test.each([
    'The ATLAS Collaboration',
    'Made-Up Study Group',
    'World Health Organization',
    'University of Example',
    'Brookhaven National Laboratory',
    'OpenExample Team',
    'Example Team 17',
  ])('%s is a group’s', (name) => {
    expect(parsePerson(name)).toMatchObject({ family: name, given: '', isGroup: true });
  });
});

test.each([
  [
    'Senio AW, van der Berg C; Made-Up Study Group.',
    ['Senio AW', 'van der Berg C', 'Made-Up Study Group'],
  ],
  ['Ada Example, Bo Sample and Cy Third', ['Ada Example', 'Bo Sample', 'Cy Third']],
  ['Example, A., Sample, B.', ['Example, A.', 'Sample, B.']],
  ['García Márquez, Gabriel; Sample, Bo', ['García Márquez, Gabriel', 'Sample, Bo']],
  ['Example, Ada and Sample, Bo', ['Example, Ada', 'Sample, Bo']],
  ['王小明、李华', ['王小明', '李华']],
  ['Smith J., Doe A.', ['Smith J.', 'Doe A.']],
  ['A. Example, et al.', ['A. Example']],
  ['Ada Example, PhD, Bo Sample, MD', ['Ada Example', 'Bo Sample']],
  [
    'Ada Example (1), Bo Sample (1,2) ((1) University A, (2) University B)',
    ['Ada Example', 'Bo Sample'],
  ],
  ['Ada Example¹, Bo Sample², and Cy Third³', ['Ada Example', 'Bo Sample', 'Cy Third']],
  ['Ada Example · Bo Sample | Cy Third', ['Ada Example', 'Bo Sample', 'Cy Third']],
  [
    'Smith, John A.; Doe, Jane, MD; Roe, Richard, PhD',
    ['Smith, John A.', 'Doe, Jane', 'Roe, Richard'],
  ],
  ['King, Martin, Jr.; Doe, Jane', ['King, Martin, Jr.', 'Doe, Jane']],
  ['김철수, 이영희', ['김철수', '이영희']],
  ['王小明，李四，张三', ['王小明', '李四', '张三']],
  ['山田太郎, 鈴木花子', ['山田太郎', '鈴木花子']],
  ['王, 小明', ['王, 小明']],
  ['山田, 太郎, 鈴木, 花子', ['山田, 太郎', '鈴木, 花子']],
  ['남궁, 민수', ['남궁, 민수']],
  ['A. Example, on behalf of the LAKE Collaboration', ['A. Example', 'LAKE Collaboration']],
])('names in %s', (line, names) => {
  expect(personNames(line)).toEqual(names);
});

test('"et al." is a mark at the end, and no person', () => {
  expect(personTexts(['Example, Ada', 'others'])).toEqual(['Ada Example', 'et al.']);
  expect(isSameAuthor(['Ada Example', 'et al.'], ['Bo Sample', 'et al.'])).toBe(false);
});

test('a family name is the same in any order', () => {
  const written = ['Ann van der Berg', 'van der Berg, Ann', 'van der Berg A', 'Berg AB Jr'];
  expect(new Set(written.map(familyName))).toEqual(new Set(['berg']));
});

test('what is too long for a name takes no time', () => {
  for (const rest of [',', '1', ' PhD'])
    expect(parsePerson(`Bo ${rest.repeat(100_000)} x`).isGroup).toBe(true);
});

test.each([
  ['commas', 'a, '.repeat(40_000)],
  ['spaces', `a${' '.repeat(80_000)}b`],
  ['commas between two names', `a${', '.repeat(40_000)}b`],
  ['suffixes', 'Jr, '.repeat(40_000)],
  ['brackets', '((1)'.repeat(20_000)],
])('a line of %s is read in a moment', (_, line) => {
  expect(personNames(line).length).toBeLessThanOrEqual(40_000);
});
