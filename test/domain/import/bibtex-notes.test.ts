import { expect, test } from 'vitest';
import { onlyPaper } from '../export/library';

const noteOf = async (field: string): Promise<string> =>
  (await onlyPaper('bibtex', `@article{a, title={Tides on moons}, ${field}}`)).note;

/** An element as BibTeX has it. */
const tag = (name: string): string => String.raw`{\textless}${name}{\textgreater}`;

test.each([
  [
    'bold words and a line break',
    `${tag('m:bold')}Main point${tag('/m:bold')}${tag('m:linebreak/')}second line`,
    '**Main point**\nsecond line',
  ],
  [
    'a line break with its end',
    `one${tag('m:linebreak')}${tag('/m:linebreak')}${tag('m:italic')}two${tag('/m:italic')}`,
    'one\n*two*',
  ],
  ['plain signs', '<m:bold>Main</m:bold> point with p < q', '**Main** point with p < q'],
])('Mendeley’s own elements in notes: %s', async (_, annote, note) => {
  expect(await noteOf(`annote={${annote}}`)).toBe(note);
});
