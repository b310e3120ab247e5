import { gzipSync } from 'node:zlib';
import type { ImportFormatId } from '@/domain/import/formats';
import { GREEDY, MORE } from './hostile-greedy';
import {
  hostile,
  highlight,
  paper,
  other,
  file,
  wrong,
  wrongHighlight,
  nesting,
  FAR,
  type Hostile,
} from './hostile-made';

const whole = file([paper(), other({ highlights: [highlight()] })]);
/** The whole file, cut at every tenth of its length. */
const cuts = Array.from({ length: 10 }, (_, index) =>
  hostile(
    `cut at ${index * 10} %`,
    'gloss',
    whole.slice(0, Math.floor((whole.length * index) / 10)),
    index === 0 ? 'The file is empty' : 'cut off',
  ),
);

const TYPES: Hostile[] = [
  ...['id', 'title', 'abstract'].flatMap((field) =>
    [7, null, ['x'], { a: 1 }].map((value) => wrong(field, value)),
  ),
  ...['keys', 'authors', 'links', 'listings', 'tags', 'highlights', 'aliases'].flatMap((field) =>
    ['x', null, 3].map((value) => wrong(field, value)),
  ),
  ...['savedAt', 'createdAt', 'updatedAt'].flatMap((field) =>
    ['2024-01-01', -1, Date.UTC(9999, 0, 1), 1e300].map((value) => wrong(field, value)),
  ),
  wrong('createdAt', Date.UTC(99_999, 0, 1)),
  wrong('status', 'loved'),
  wrong('note', 'text'),
  wrong('stamps', { status: 'tomorrow' }, 'stamps.status'),
  wrong('stamps', { status: FAR }, 'stamps.status'),
  wrong('stamps', []),
  wrong('keys', []),
  wrong('keys', ['no scheme'], 'keys[0]'),
  wrong('links', ['javascript:alert(1)'], 'links[0]'),
  wrong('links', ['data:text/html,<script>1</script>'], 'links[0]'),
  wrong('title', 'x'.repeat(5_000)),
  ...['exact', 'prefix', 'comment', 'source'].map((field) => wrongHighlight(field, 7)),
  wrongHighlight('exact', ''),
  wrongHighlight('colour', 'red; background: url(x)'),
  wrongHighlight('field', 'body'),
  wrongHighlight('start', -1),
  wrongHighlight('createdAt', Date.UTC(99_999, 0, 1)),
];

const STRUCTURE: Hostile[] = [
  hostile('no JSON', 'gloss', 'hello', 'not a JSON file'),
  hostile('another program’s JSON', 'gloss', '{"papers":{}}', 'papers'),
  hostile('a list', 'gloss', '[1,2]', 'not an export of Gloss'),
  hostile('HTML', 'gloss', '<!doctype html><p>Not found', 'This is a web page'),
  hostile(
    'no format',
    'gloss',
    '{"version":1,"minReader":1,"papers":[]}',
    'not an export of Gloss',
  ),
  hostile('no version', 'gloss', '{"format":"gloss","minReader":1,"papers":[]}', 'version: '),
  hostile('no papers', 'gloss', '{"format":"gloss","version":1,"minReader":1}', 'papers: '),
  hostile('papers that are no list', 'gloss', file([]).replace('[]', '{"a":1}'), 'papers: '),
  hostile('papers that are numbers', 'gloss', file([1]), 'papers[0]: '),
  hostile('papers that are null', 'gloss', file([null]), 'papers[0]: '),
  hostile('a newer version', 'gloss', file([], { minReader: 9 }), 'newer Gloss'),
  hostile('version 0', 'gloss', file([], { version: 0 }), 'version: '),
  hostile('two papers with one id', 'gloss', file([paper(), paper()]), 'papers[1].id'),
  hostile(
    'two papers that claim one key',
    'gloss',
    file([
      paper({ keys: ['arxiv:2401.00001', 'doi:10.1/x'] }),
      other({ keys: ['arxiv:2401.00002', 'doi:10.1/x'] }),
    ]),
    'papers[1].keys: "doi:10.1/x" is claimed by two papers',
  ),
  hostile(
    'two highlights with one id',
    'gloss',
    file([paper({ highlights: [highlight()] }), other({ highlights: [highlight()] })]),
    'papers[1].highlights[0].id',
  ),
  hostile('a prototype', 'gloss', whole.replace('"authors"', '"__proto__"'), 'papers[0]: a name'),
  hostile('a prototype at the top', 'gloss', '{"__proto__":{"format":"gloss"}}', 'a name that no'),
  hostile(
    'nested stamps',
    'gloss',
    whole.replace('{"status":', '{"constructor":{},"x":'),
    'papers[0].stamps',
  ),
  hostile(
    '1 GB of brackets',
    'gloss',
    () => nesting(1_024, '{"format":"gloss","papers":['),
    'papers[0]: nested',
  ),
  hostile(
    '1 GB of brackets in an unknown section',
    'gloss',
    () => nesting(1_024, '{"a":'),
    'nested too deeply',
  ),
  hostile(
    'brackets for Hypothesis',
    'hypothesis',
    () => nesting(8, '{"annotations":'),
    'nested too deeply',
  ),
  hostile('brackets for CSL', 'csl', () => nesting(8, ''), 'nested too deeply'),
  hostile('more text than fits', 'csl', () => nesting(65, ''), 'larger than 64 MB'),
  hostile('tags that are wrong', 'gloss', file([], { tags: [{ id: 1 }] }), 'tags[0].id: '),
  hostile(
    'sightings that are wrong',
    'gloss',
    file([], { sightings: [{ key: 'arxiv:1', count: -1 }] }),
    'sightings[0]',
  ),
  hostile(
    'settings without a stamp',
    'gloss',
    file([], { shared: [{ key: 'settings:a', value: 1 }] }),
    'shared[0].stamp: ',
  ),
  hostile(
    'invalid UTF-8',
    'gloss',
    new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]),
    'not text in UTF-8',
  ),
  hostile(
    'UTF-16',
    'csv',
    new Uint8Array([0xff, 0xfe, 0x74, 0x00, 0x69, 0x00]),
    'line 1: expected a column',
  ),
  hostile('a cut off character', 'ris', new Uint8Array([0x54, 0x59, 0xe2, 0x82]), 'TY'),
  hostile('a zip (bomb or not)', 'gloss', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'zip file'),
  hostile(
    'a gzip of next to nothing, a thousand times as large',
    'gloss',
    () => [gzipSync(new Uint8Array(40 * 1024 * 1024).fill(32))],
    'over 100 times as large',
  ),
  hostile('a gzip that is cut off', 'bibtex', new Uint8Array([0x1f, 0x8b, 8, 0]), 'compressed'),
];

const OTHERS: Hostile[] = [
  hostile('no annotations', 'hypothesis', '{}', 'annotations: expected a list'),
  hostile(
    'annotations of no kind',
    'hypothesis',
    '{"annotations":[3]}',
    'annotations[0]: expected an object',
  ),
  hostile(
    'an address that is no text',
    'hypothesis',
    '{"annotations":[{"uri":3}]}',
    'annotations[0].uri: expected text',
  ),
  hostile(
    'a clip without text',
    'clipper',
    '[{"url":"https://a.example","highlights":[{"text":""}]}]',
    '[0].highlights[0].text',
  ),
  hostile(
    'a clip without a list',
    'clipper',
    '[{"url":"https://a.example"}]',
    '[0].highlights: expected a list',
  ),
  hostile('an item that is text', 'csl', '["x"]', '[0]: expected an object'),
  hostile('a title that is a number', 'csl', '[{"title":3}]', '[0].title: expected text'),
  hostile('a paper that is text', 'papermemory', '{"a":"b"}', 'a: expected an object'),
  hostile('a title that is a list', 'papermemory', '{"a":{"title":[]}}', 'a.title: expected text'),
  hostile(
    'an annotation of nothing',
    'w3c',
    '{"type":"Annotation"}',
    'target: expected an address',
  ),
  hostile(
    'a collection without a page',
    'w3c',
    '{"type":"AnnotationCollection"}',
    'first: expected',
  ),
  hostile('no RIS', 'ris', 'hello', 'line 1: expected "TY'),
  hostile('no BibTeX', 'bibtex', 'hello', 'line 1: expected "@"'),
  hostile('no columns', 'csv', 'a,b\n1,2', 'line 1: expected a column'),
  hostile('a quote that stays open', 'csv', 'title,note\n"abc,def', 'line 2: a cell in quotes'),
  hostile('an empty table', 'csv', '', 'The file is empty'),
  hostile('no links', 'links', 'hello\nworld', 'line 1: expected a link'),
];

/** Files that make trouble, made here. */
export const HOSTILE: Hostile[] = [...cuts, ...TYPES, ...STRUCTURE, ...OTHERS, ...GREEDY, ...MORE];

/** Files that look like trouble and are papers all the same: what is in them is text. */
export const TEXT_ALL_THE_SAME: {
  name: string;
  format: ImportFormatId;
  file: string;
  title: string;
}[] = [
  {
    name: 'a script in a title',
    format: 'csl',
    file: '[{"title":"<script>alert(1)</script> in a title of four words"}]',
    title: '<script>alert(1)</script> in a title of four words',
  },
  {
    name: 'a formula in a cell',
    format: 'csv',
    file: 'title,url\n"=HYPERLINK(""https://evil.example"")",https://arxiv.org/abs/2401.00001',
    title: '=HYPERLINK("https://evil.example")',
  },
  {
    name: 'an object that is no text, and an id that is a number',
    format: 'csl',
    file: '[{"title":"Tides of small moons","number":{"toString":1,"valueOf":1},"PMID":123}]',
    title: 'Tides of small moons',
  },
  {
    name: 'half a character and a zero',
    format: 'csl',
    file: '[{"title":"Tides \\ud800 of\\u0000small moons"}]',
    title: 'Tides \ud800 of small moons',
  },
  {
    name: 'definitions of which each is two of the one before',
    format: 'bibtex',
    file: [
      '@string{a0 = "ebb"}',
      ...Array.from({ length: 60 }, (_, at) => `@string{a${at + 1} = a${at} # a${at}}`),
      '@misc{x, title = {Tides of } # a60 # {small moons}}',
    ].join('\n'),
    title: 'Tides of small moons',
  },
  {
    name: 'RIS with one space before its hyphens',
    format: 'ris',
    file: 'TY - JOUR\nTI - Tides of small moons\nER - \n',
    title: 'Tides of small moons',
  },
  {
    name: 'a byte order mark and HTML in a note',
    format: 'gloss',
    file: `\uFEFF${file([paper({ title: 'Tides', note: { text: '<img src=x onerror=alert(1)>', heads: [], seen: {} } })])}`,
    title: 'Tides',
  },
];
