import { expect, test } from 'vitest';
import { onlyPaper } from '../export/library';

test.each<[string, string[]]>([
  ['{Machine Learning}, {Tides, low}', ['Machine Learning', 'Tides, low']],
  ['{moons, tides}', ['moons', 'tides']],
  ['{{moons, tides}}', ['moons', 'tides']],
  ['{DNA}, {\\"O}lands moons', ['DNA', 'Ölands moons']],
  [String.raw`moon \sep tide, low \sep {DNA}`, ['moon', 'tide, low', 'DNA']],
  ['moon | tide', ['moon', 'tide']],
  ['moon · tide', ['moon', 'tide']],
  ['p(a | b), tides', ['p(a | b)', 'tides']],
  ['moon, tide | sea', ['moon', 'tide | sea']],
])('keywords of BibTeX are parted where their tools part them: %s', async (keywords, tags) => {
  const file = `@article{a, title={Tides on moons}, keywords={${keywords}}}`;
  expect((await onlyPaper('bibtex', file)).tags.toSorted()).toEqual(tags.toSorted());
});
