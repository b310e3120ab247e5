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

test.each([
  ['Markdown with dashes', 'First point:\n- one\n- two\nof it', 'First point:\n- one\n- two of it'],
  ['a list after an empty line', 'Points:\n\n- one\n- two', 'Points:\n\n- one\n- two'],
  ['a list with TeX’s line breaks', 'Points:\\\\\n- one\\\\\n- two', 'Points:\n- one\n- two'],
  ['Markdown with numbers', 'Ask:\n 1. Bo\n 2. Ada', 'Ask:\n1. Bo\n2. Ada'],
  ['a quotation', 'She says:\n> tides rise\n\nI agree', 'She says:\n> tides rise\n\nI agree'],
  ['a sentence that a tool broke', 'It is on page\n12. See there', 'It is on page 12. See there'],
  [
    'TeX’s list',
    String.raw`Points: \begin{itemize}\item one\item two\end{itemize} so`,
    'Points:\n- one\n- two\n\nso',
  ],
  ['TeX’s paragraphs', String.raw`one \par two \parbox`, 'one\n\ntwo'],
])('lists and paragraphs in notes keep their lines: %s', async (_, comment, note) => {
  expect(await noteOf(`comment={${comment}}`)).toBe(note);
});
