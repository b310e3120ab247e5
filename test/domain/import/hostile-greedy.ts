import {
  hostile,
  paper,
  other,
  file,
  wrong,
  wrongHighlight,
  STAMP,
  FAR,
  type Hostile,
} from './hostile-made';

const link = 'https://arxiv.org/abs/2401.00001';
const BEFORE = '10000 papers before this could not be read';

/** Files that cost a reader more time or room than they have characters, and such of the wrong kind. */
export const GREEDY: Hostile[] = [
  hostile('entries of which none ends', 'bibtex', '@a{\n'.repeat(50_000), `line 10001: ${BEFORE}`),
  hostile('entries within each other', 'bibtex', '@a{'.repeat(100_000), `line 1: ${BEFORE}`),
  hostile('entries in parentheses', 'bibtex', '@a(\n}'.repeat(50_000), `line 10001: ${BEFORE}`),
  hostile('records without a title', 'ris', 'TY  - JOUR\n'.repeat(20_000), `line 10001: ${BEFORE}`),
  hostile('empty lines alone', 'enw', '\n'.repeat(100_000), 'The file is empty'),
  hostile('mostly no links', 'links', `${link}\n${'x\n'.repeat(20_000)}`, `line 10002: ${BEFORE}`),
  hostile(
    'brackets after a DOI',
    'links',
    `10.1234/${')'.repeat(200_000)}`,
    'line 1: expected a link',
  ),
  hostile('DOIs that never end', 'links', '10.1234.'.repeat(1_200), 'line 1: expected a link'),
  hostile('a line of a megabyte', 'links', `${'.'.repeat(1_000_000)}x`, 'line 1: expected a link'),
  hostile('a head of 300,000 cells', 'csv', ','.repeat(300_000), 'line 1: more than 1000 cells'),
  hostile(
    'a row of 300,000 cells',
    'csv',
    `title\n${','.repeat(300_000)}`,
    'line 2: more than 1000 cells',
  ),
  wrong(
    'keys',
    Array.from({ length: 20_000 }, (_, at) => `doi:10.1/${at}`),
  ),
  wrong(
    'note',
    { text: '', heads: [{ stamp: STAMP, strand: STAMP, text: 'x'.repeat(8_000_001) }], seen: {} },
    'note.heads[0].text',
  ),
];

export const MORE: Hostile[] = [
  wrong('claims', ['tides'], 'claims[0]'),
  wrong('parts', 'x'),
  wrong('parts', [{ id: 'arxiv:2401.00002' }], 'parts[0].aliases'),
  wrong('parts', [other({ stamps: { status: FAR } })], 'parts[0].stamps.status'),
  wrongHighlight('home', 'nowhere'),
  wrong('note', { text: '', heads: [], seen: { [STAMP]: FAR } }, `note.seen.${STAMP}`),
  hostile(
    'a tag from another century',
    'gloss',
    file([], { tags: [{ id: 'a', name: 'a', colour: 0, usedAt: 1, stamps: { name: FAR } }] }),
    'tags[0].stamps.name: expected a stamp before the year 2200',
  ),
  hostile(
    'JSON with a comment',
    'gloss',
    `{"format":"gloss", // ours\n"papers":[]}`,
    'expected a name in quotes',
  ),
  hostile(
    'a number that is none',
    'gloss',
    file([paper()]).replace('"createdAt":1', '"createdAt":NaN'),
    'papers[0]: this is not JSON',
  ),
  hostile('a comma too many', 'gloss', file([paper()]).replace('}]}', '},]}'), 'papers[1]'),
  hostile('two files in one', 'gloss', file([]) + file([]), 'there is more after the end'),
  hostile('a table read as JSON', 'hypothesis', 'title,url\na,b', 'not a JSON file'),
  hostile(
    'annotations under names',
    'hypothesis',
    '{"annotations":{"a":1}}',
    'annotations: expected a list',
  ),
  hostile(
    'a comment that is a number',
    'hypothesis',
    `{"annotations":[{"uri":"${link}","text":7}]}`,
    'annotations[0].text: expected text',
  ),
  hostile('a page that is text', 'clipper', '["x"]', '[0]: expected an object'),
  hostile(
    'an address that is a number',
    'clipper',
    '[{"url":7,"highlights":[]}]',
    '[0].url: expected text',
  ),
  hostile(
    'passages that are null',
    'clipper',
    `[{"url":"${link}","highlights":[null]}]`,
    '[0].highlights[0]: expected an object',
  ),
  hostile(
    'an archive of notes',
    'clipper',
    new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]),
    'a zip file: unpack it',
  ),
  hostile('annotations that are numbers', 'w3c', '[1]', '[0]: expected an object'),
  hostile(
    'items that are text',
    'w3c',
    '{"type":"AnnotationPage","items":"x"}',
    'items: expected a list',
  ),
  hostile(
    'a page that is an address',
    'w3c',
    '{"type":"AnnotationCollection","first":"https://a.example"}',
    'first: expected',
  ),
  hostile(
    'a target that is empty',
    'w3c',
    '{"type":"Annotation","target":[]}',
    'target: expected an address',
  ),
  hostile('a list of papers', 'papermemory', '[{"title":"x"}]', 'expected an object'),
  hostile(
    'an id that is a number',
    'papermemory',
    '{"Arxiv-1":{"id":1}}',
    'Arxiv-1.id: expected text',
  ),
  hostile('items that are no list', 'csl', '{"items":7}', 'expected a list'),
  hostile(
    'RIS read as EndNote',
    'enw',
    'TY  - JOUR\nTI  - Tides\nER  - \n',
    'line 1: expected "%0 "',
  ),
  hostile(
    'Markdown without links',
    'links',
    '# Papers\n\nTides on moons\n',
    'line 3: expected a link',
  ),
  hostile('a PDF', 'links', '%PDF-1.7\n1 0 obj\n', 'This is a PDF file'),
];
