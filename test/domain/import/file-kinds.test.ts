import { describe, expect, test } from 'vitest';
import { onlyPaper, read, viewsOf } from '../export/library';

const nbib = (title: string): string => `PMID- 31000001\nTI  - ${title}\n`;
const ris = (field: string, value: string): string =>
  `TY  - JOUR\nTI  - Tides on the small moons\n${field}  - ${value}\nER  - \n`;

describe('a status of another tool', () => {
  test.each([
    ['In progress', 'saved'],
    ['✅ Done', 'read'],
    ['Not started', 'saved'],
    ['Unread', 'saved'],
    ['Archived', 'saved'],
    ['已读', 'read'],
    ['Gelesen', 'read'],
    ['No', 'saved'],
  ])('%s: %s', async (said, status) => {
    const file = `Name,URL,Status\r\nTides on the small moons,https://arxiv.org/abs/2401.00001,${said}\r\n`;
    expect((await onlyPaper('csv', file)).status).toBe(status);
  });
});

describe('PubMed’s file', () => {
  test('lines of Windows, no empty line between entries', async () => {
    const file = `PMID- 31000001\r\nTI  - First made-up entry of this file.\r\nFAU - Example, Ada\r\nAU  - Example A\r\nPMID- 31000002\r\nTI  - Second made-up entry of this file.\r\nCN  - Made-Up Study Group\r\n`;
    const { library } = await read('nbib', file);
    expect(viewsOf(library).map(({ title, authors }) => [title, authors])).toEqual([
      ['First made-up entry of this file', ['Ada Example']],
      ['Second made-up entry of this file', ['Made-Up Study Group']],
    ]);
  });
  test('ids of several kinds, a date, a journal', async () => {
    const paper = await onlyPaper(
      'nbib',
      `PMID- 31000003
DP  - 2019 May 7
TI  - A made-up entry with many ids: does it
      go on?
LID - S0000-0000(19)30001-1 [pii]
LID - 10.1000/many.1 [doi]
AID - 12345 [pii]
PMC - PMC7000001
JT  - Journal of made-up entries
OT  - first word
OT  - *second word
`,
    );
    expect(paper).toMatchObject({
      title: 'A made-up entry with many ids: does it go on?',
      ids: { doi: '10.1000/many.1', pmid: '31000003', pmcid: '7000001' },
      facts: { published: '2019-05-07', venue: 'Journal of made-up entries' },
      tags: ['first word', 'second word'],
    });
  });
  test('of another database, without numbers of PubMed', async () => {
    const paper = await onlyPaper(
      'nbib',
      '\nOWN - ERIC\nTI  - Made-up tests of reading\nAU  - van Example, Ada B.\nAID - https://doi.org/10.1000/eric.1\n',
    );
    expect(paper).toMatchObject({
      authors: ['Ada B. van Example'],
      ids: { doi: '10.1000/eric.1' },
    });
  });
  test('a title that PubMed translated', async () => {
    const paper = await onlyPaper('nbib', nbib('[Growth of a made-up organism in ponds].'));
    expect(paper.title).toBe('Growth of a made-up organism in ponds');
  });
});

describe('notes of RIS', () => {
  test.each([
    [
      '<div data-schema-version="8"><h1>Plan</h1> <p>See <a href="https://example.org/x">here</a></p></div>',
      '# Plan\n\nSee [here](https://example.org/x)',
    ],
    [
      '<p>1 &lt; 2 <em>always</em></p><ol><li>a</li><li>b</li></ol>',
      '1 < 2 *always*\n\n1. a\n2. b',
    ],
    ['<blockquote><p>Tides rise</p></blockquote><p>mine</p>', '> Tides rise\n\nmine'],
    ['<p>line one<br>line two</p>', 'line one\nline two'],
    ['Read before Monday', 'Read before Monday'],
    ['Times Cited: 12', ''],
    ['Cited By :5', ''],
    ['Copyright - © 2020 The Made-Up Press', ''],
    ['ISI Document Delivery No.: 123AB\nTimes Cited: 3\nCited Reference Count: 40', ''],
    ['1234-5678\nExample, Ada\nJournal Article\nUnited States', ''],
    ['Example, Ada B\nSample, Bo\nJournal Article\nReview', ''],
    ['Ab1cd Times Cited:11 Cited References Count:28', ''],
    ['Article in Press', ''],
    ['Publisher Copyright: © 2020 The Made-Up Press', ''],
  ])('%s', async (written, note) => {
    expect((await onlyPaper('ris', ris('N1', written))).note).toBe(note);
  });
});
