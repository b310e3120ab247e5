import { expect, test } from 'vitest';
import { leadingNames } from '@/sites/digest/led-names';
import { namesIn } from '@/sites/digest/names';

test.each([
  ['Mirela Osk, Bo Hane and Ada dePaiva', ['Mirela Osk', 'Bo Hane', 'Ada dePaiva']],
  ['Mirela Osk, Jun Arakida and Bo Xu.', ['Mirela Osk', 'Jun Arakida', 'Bo Xu']],
  ['Osk, M., Hane, b., Arakida, J.', ['Osk M.', 'Hane B.', 'Arakida J.']],
  ['Mirela Osk, Asha Deep Rao, Bo Hane', ['Mirela Osk', 'Asha Deep Rao', 'Bo Hane']],
  ['Osk, Hane, Arakida and others · 2017', ['Osk', 'Hane', 'Arakida']],
  ['Osk, Hane … et al.', ['Osk', 'Hane']],
  ['Osk, Hane, Arakida · 2018', ['Osk', 'Hane', 'Arakida']],
  ['Osk, Hane, Arakida and Xu (2018)', ['Osk', 'Hane', 'Arakida', 'Xu']],
  ['M. Osk, B. Hane Speaker', ['M. Osk', 'B. Hane']],
  ['大須賀美 他', ['大須賀美']],
])('%s are names', (text, names) => {
  expect(namesIn(text)).toEqual(names);
});

test.each([
  'Personalised Code Recommendation',
  'IEEE Access',
  'Jpn. J. Appl. Math.',
  'Rivers, Lakes and more',
  'Paper, Code and others',
  'Vision, Language, Robotics · 2018',
  'Vienna, Austria · 2018',
  'Singapore, Japan, China (2018)',
])('%s are no names', (text) => {
  expect(namesIn(text)).toBeUndefined();
});

test.each([
  ['M. Osk, and B. Hane “Slow Rivers,” in FLOODS', ['M. Osk', 'B. Hane']],
  ['Osk M, Hane B (2023) The Gauge: A cheap one. Rivers 2', ['Osk M', 'Hane B']],
  ['Osk M, Hane B. Nat Commun. 2024;15:84.', ['Osk M', 'Hane B']],
  ['M. Osk, B. C. Hane. Slow rivers. 2020.', ['M. Osk', 'B. C. Hane']],
])('a reference begins with names: %s', (text, names) => {
  expect(leadingNames(text)?.names).toEqual(names);
});
