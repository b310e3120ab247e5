import { expect, test } from 'vitest';
import { read } from '../export/library';

const GOOD = '@misc{next, title={The next entry of the file}, doi={10.1000/next}}\n';

/** Entries as BibTeX, and people, count their braces; each stands before one that is sound. */
test.each<[string, string, string[], number]>([
  [
    'an escaped brace with a plain partner',
    String.raw`@article{a, title={Tides}, abstract={A set \{f_{i}} closes so}}`,
    ['Tides'],
    0,
  ],
  [
    'an escaped brace without a partner',
    '@article{a, title={Tides}, abstract={From \\{f_i on},\n doi={10.1000/a}\n}',
    ['Tides'],
    0,
  ],
  [
    'one that closes without a partner',
    String.raw`@article{a, title={Tides \} and}, doi={10.1000/a}}`,
    ['Tides } and'],
    0,
  ],
  [
    'escaped braces in pairs',
    String.raw`@article{a, title={Sets \{0,1\} and \{a\}}}`,
    ['Sets {0,1} and {a}'],
    0,
  ],
  [
    'a brace that nothing closes',
    '@article{a, title={Tides}, abstract={never { closed},\n year=2020\n}',
    ['Tides'],
    0,
  ],
  [
    'a brace that nothing opens',
    '@article{a,\n title={Tides on } moons},\n year=2020\n}',
    ['Tides on moons'],
    0,
  ],
  ['an entry without its end', '@article{a,\n  title = "Tides on moons",\n', ['Tides on moons'], 0],
  [
    'an entry that closes after its first field',
    '@article{a,\n  title = {Tides on moons}},\n  year = {2020}\n}',
    ['Tides on moons'],
    0,
  ],
  ['what begins like an entry', '@article{a, title={Tides}, note={mail\n@me{you}}}', ['Tides'], 0],
  ['an entry that ends in its middle', '@article{a, title={Tides', [], 1],
  [
    'a key with TeX in it',
    String.raw`@article{O{\textquoteright}Example2, title={Tides}}`,
    ['Tides'],
    0,
  ],
  ['a key with an accent', String.raw`@article{Ex{\"a}mple2020, title={Tides}}`, ['Tides'], 0],
  ['an entry that is commented out', '@comment{\n@article{a, title={Tides}}\n}', [], 0],
  [
    'an entry in the words of a note',
    '@article{a, title={Tides}, note={as @misc{b, title={None}} says}}',
    ['Tides'],
    0,
  ],
])('%s takes no other entry with it', async (_, entry, titles, rejected) => {
  for (const file of [`${entry}\n${GOOD}`, `${GOOD}${entry}\n`]) {
    const found = await read('bibtex', file);
    expect(found.library.papers.map(({ title }) => title).toSorted()).toEqual(
      [...titles, 'The next entry of the file'].toSorted(),
    );
    expect(found.rejected).toHaveLength(rejected);
  }
});

test('of an entry whose braces don’t match each field with an end is read, and the others are named', async () => {
  const entry = `@article{a,
  title = {Tides on { moons},
  author = {Example, Ada and Sample, Bo},
  year = 2020,
  doi = {10.1000/a},
  abstract = {It ends in its`;
  const { library, rejected, left } = await read('bibtex', `${entry}\n${GOOD}`);
  expect(library.papers[0]).toMatchObject({
    id: 'doi:10.1000/a',
    title: 'Tides on moons',
    authors: ['Ada Example', 'Bo Sample'],
    facts: { published: { value: '2020' } },
  });
  expect(rejected).toEqual([]);
  expect([...left.keys()]).toEqual(['abstract (not closed)']);
});
