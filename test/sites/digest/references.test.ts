import { expect, test } from 'vitest';
import { titleSpanOfCitation } from '@/sites/digest/citation';
import { type Block, textOf } from '@/sites/digest/model';
import { leadingNames } from '@/sites/digest/led-names';
import { isVenueSlot } from '@/sites/digest/venue-slot';
import { isFunded, isPatentLink, isTrade } from '@/sites/digest/wording';

const blockOf = (raw: string): Block =>
  ({ raw, runs: [{ start: 0, end: raw.length, style: '', mark: '' }] }) as unknown as Block;

test.each([
  [
    'APA',
    'Osk, A. E., Hane, B., & Quill, F.\n(2024). ',
    'Slow rivers and their gauges',
    '. Rivers, 88, 22–27.',
  ],
  [
    'Vancouver',
    'Osk K, Sá MPBO, Quill A. ',
    'Slow rivers and their gauges',
    '. Riv Res. 2020;44(6):661-662.',
  ],
  ['Chicago, of one', 'Quill, Ada. 2011. ', 'Slow Rivers and Their Gauges', '. Harbour Press.'],
  ['editors', 'Quill, Ada, and Bo Hane, eds. 2019. ', 'Slow Rivers and Their Gauges', '. Harbour.'],
  ['the same again', '———. 2022. “', 'Slow', '.” 2022.'],
  [
    'GOST',
    'Оскин А.А., Хане Б.Б. ',
    'О медленных реках и их уровнях',
    ' // Реки. – 2020. – № 3. – С. 1–5.',
  ],
  [
    'GOST, names again',
    'Оскин, А. А. ',
    'О медленных реках и их уровнях',
    ' / А. А. Оскин // Реки. – 2020.',
  ],
  ['German', 'A. Osk und B. Hane, ', 'Über langsame Flüsse', ', in: Flüsse 3 (2001), S. 1–20.'],
  [
    'ABNT',
    'QUILL, J. P.; HANEN, M. ',
    'Os rios lentos de Minas',
    '. Rios, v. 5, n. 2, p. 1-20, 2019.',
  ],
  ['Spanish', 'Osk, M. y Hane, J. (2019). ', 'Los ríos lentos del norte', '. Ríos, 5(2), 1-20.'],
  [
    'commas alone',
    'J. Osk, A. Hane, ',
    'On the number of slow rivers',
    ', J. Riv. Stud. 5 (2001), 1–20.',
  ],
  ['GB/T 7714', '王伟, 李娜. ', '河流水位的研究', '[J]. 河流学报, 2019, 5(2): 1-20.'],
  ['Japanese', '田中太郎, 鈴木花子, ', '川の水位について', ', 河川学会誌, Vol. 5, pp. 1-20, 2019.'],
  [
    'the kind',
    'Ada Quill, Bo Hane. ',
    'Slow rivers and their gauges',
    ' (regular paper). Conference on Rivers, 2015.',
  ],
  [
    'editors behind',
    'Osk, A., & Quill, F. (2023). ',
    'Do slow rivers matter?',
    ' T. D. Hane, & M. Xu (Eds.) Proceedings of Rivers.',
  ],
  [
    'one author behind',
    '',
    'Slow rivers and their gauges',
    '. Ada Quill. In Proc. 21st Symposium on Rivers, 2010.',
  ],
])('a reference in the form of %s has its title', (_, lead, title, rest) => {
  const span = titleSpanOfCitation(blockOf(`${lead}${title}${rest}`));
  expect(span && textOf(span)).toBe(title);
});

test.each([
  [
    'Osk, J., van Hane, A. L., & Quill, F. (2024). Rivers',
    ['Osk J.', 'van Hane A. L.', 'Quill F.'],
  ],
  ['W. Osk, G. Hane, and M. Quill. RIVERS 2023', ['W. Osk', 'G. Hane', 'M. Quill']],
  ['Bo Hane | Chao Cai 0001: Rivers', ['Bo Hane', 'Chao Cai']],
])('names lead %s', (text, names) => {
  expect(leadingNames(text)?.names).toEqual(names);
});

test.each([
  ['In ', 'Annals of Rivers', ' 5(3), 437–468', true],
  ['', 'Journal of Rivers', ', 78(1), 65-84', true],
  ['A. Quill. ', 'Slow Rivers', '. In Annals, 2020', false],
  ['A. Quill. ', 'Slow Rivers', ', 2020, 3–5', false],
])('%s%s%s is a journal: %s', (before, name, behind, is) => {
  const block = blockOf(`${before}${name}${behind}`);
  const span = { block, start: before.length, end: before.length + name.length };
  expect(isVenueSlot(span)).toBe(is);
});

test('patents, projects and prices are told from papers', () => {
  expect(isPatentLink('/detail.aspx?filename=CN106862705A')).toBe(true);
  expect(isPatentLink('https://doi.org/10.1000/cn106862')).toBe(false);
  expect(isFunded('French P.I.: A. Quill (96k€)')).toBe(true);
  expect(isFunded('P. I. Quill, B. Hane')).toBe(false);
  expect(isTrade('Rain gauge, $12.50')).toBe(true);
  expect(isTrade('An X-ray line at $3.5~\\mathrm{keV}$ from slow rivers')).toBe(false);
});
