import fc from 'fast-check';
import { nextStamp, type Stamp, timeOf } from '@/domain/paper/clock';
import { erasePaper } from '@/domain/identity/erase';
import { mergeLinks, mergeListings } from '@/domain/identity/known';
import { settle } from '@/domain/identity/merge';
import { mergeNotes, noNote, type NoteRecord } from '@/domain/paper/note';
import type { Field } from '@/domain/paper/paper';
import { factsOf } from '@/domain/paper/read-facts';
import { TEXT_SOURCES } from '@/domain/paper/text-source';
import { COLOURS, FIELDS, STATUSES } from '@/domain/paper/paper';
import { keysOf } from '@/domain/identity/paper-key';
import {
  type HighlightRecord,
  type PaperRecord,
  type SharedRecord,
  type SightingRecord,
  type TagRecord,
} from '@/domain/paper/record';

/*
 * Records as libraries may hold them. Stamps are drawn from few, so that two records often meet in one; a
 * stamp belongs to one device, and each device's stamps are its own.
 */

const DEVICES = ['ann', 'ben', 'cyd'];

export const stampAt = (time: number, device: string): Stamp => nextStamp(null, time, device);

const stamp = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.constantFrom(...DEVICES))
  .map(([time, device]) => stampAt(time, device));

/** Text of several scripts, with what breaks formats: quotes, braces, line ends, signs of markup and TeX. */
export const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    'Of "quotes", {braces} & $dollars$ 100% #1_a',
    '<b>markup</b> and <script>alert(1)</script>',
    '两行\nof text\\and a backslash~',
    '=1+1',
    'ends with a space ',
  ),
);

const time = fc.integer({ min: 0, max: 4_000_000_000_000 });
const ARXIV = ['arxiv:2401.00001', 'arxiv:2401.00002', 'arxiv:2402.00003'];

const title = fc.constantFrom(
  'Tides on Small Moons of Large Planets',
  'Rings of Dust around Young Stars',
  'Introduction',
);

const link = fc.constantFrom(
  'https://arxiv.org/abs/2401.00001',
  'https://example.org/paper.pdf',
  'https://doi.org/10.1000/abc',
);

const listing = fc.record({
  site: fc.constantFrom('arxiv', 'digest'),
  url: fc.constantFrom('https://arxiv.org/list/a/new', 'https://news.example/1'),
  title: text,
  at: time,
});

/** Facts of several sources, among them one that a newer version wrote. */
const facts = fc
  .tuple(
    fc.record(
      {
        published: fc.constantFrom('2023', '2023-05', '2024'),
        venue: fc.constantFrom('ICLR', 'Annals of Tides'),
        version: fc.constantFrom('v1', 'v2', 'v10'),
        code: fc.constant('https://github.com/example/tides'),
      },
      { requiredKeys: [] },
    ),
    fc.constantFrom('arxiv', 'dblp', 'bibtex', 'digest', 'who-knows'),
    fc.boolean(),
  )
  .map(([stated, source, isNewer]) => ({
    ...factsOf(stated, source),
    ...(isNewer ? { awards: { value: 'Best paper', source } } : {}),
  }));

/** Where texts are from, of papers of versions that did not know it as well. */
const sources = fc.record(
  { title: fc.constantFrom(...TEXT_SOURCES), abstract: fc.constantFrom(...TEXT_SOURCES) },
  { requiredKeys: [] },
);

/** A stamped table of some names. */
const stampsOf = (names: string[]) =>
  fc
    .tuple(...names.map((name) => fc.tuple(fc.constant(name), fc.option(stamp))))
    .map((pairs) =>
      Object.fromEntries(pairs.flatMap(([name, at]) => (at === null ? [] : [[name, at]]))),
    ) as fc.Arbitrary<Record<string, Stamp>>;

/** The text of an edit follows from its stamp and strand: no two edits share both. */
const head = fc
  .tuple(
    fc.constantFrom(...DEVICES),
    fc.integer({ min: 1, max: 3 }),
    fc.integer({ min: 0, max: 5 }),
  )
  .map(([device, from, more]) => {
    const [strand, at] = [stampAt(from, device), stampAt(from + more, device)];
    return { stamp: at, strand, text: `Note of ${at}\non ${strand}` };
  });

export const note: fc.Arbitrary<NoteRecord> = fc
  .array(head, { maxLength: 3 })
  .map((heads) =>
    heads
      .map((one) => ({ heads: [one], seen: { [one.strand]: one.stamp } }))
      .reduce(mergeNotes, noNote()),
  );

const extra = fc.option(fc.record({ mood: fc.integer({ min: 1, max: 3 }) }), { nil: undefined });

export const paperOf = (ids: fc.Arbitrary<Record<string, string>>): fc.Arbitrary<PaperRecord> =>
  fc
    .record({
      ids,
      title,
      authors: fc.array(fc.constantFrom('Ann Author', 'Béla Ő. Writer', 'van der Berg, Cor'), {
        maxLength: 3,
      }),
      abstract: text,
      links: fc.array(link, { maxLength: 3 }),
      listings: fc.array(listing, { maxLength: 2 }),
      facts,
      sources,
      status: fc.option(fc.constantFrom(...STATUSES)),
      tags: fc.uniqueArray(fc.constantFrom('moons', 'to-read'), { maxLength: 2 }),
      note,
      removed: fc.boolean(),
      erased: fc.boolean(),
      apart: fc.uniqueArray(fc.constantFrom('hal:hal-101', 'hal:hal-102'), { maxLength: 2 }),
      stamps: stampsOf([
        'status',
        'removed',
        'tag:moons',
        'tag:to-read',
        'highlights',
        'mood',
        'apart:hal:hal-101',
        'apart:hal:hal-102',
      ]),
      savedAt: time,
      createdAt: time,
      updatedAt: time,
      extra,
    })
    .map(({ ids: own, extra: more, erased, apart, facts: stated, sources: from, ...paper }) => {
      const known = Object.entries(from).filter(([field]) => paper[field as Field] !== '');
      const keys = keysOf(own, paper.title);
      const record = {
        ...paper,
        id: keys[0]!,
        aliases: [],
        keys,
        links: mergeLinks(paper.links, []),
        listings: mergeListings(paper.listings, []),
        tags: paper.tags.toSorted(),
        removed: paper.removed && paper.stamps['removed'] !== undefined,
        savedAt: paper.status === 'saved' || paper.status === 'read' ? paper.savedAt : null,
        ...(apart.length > 0 ? { apart: apart.toSorted() } : {}),
        ...(Object.keys(stated).length > 0 ? { facts: stated } : {}),
        ...(known.length > 0 ? { sources: Object.fromEntries(known) } : {}),
        ...(more ? { extra: more } : {}),
      };
      return settle(record.removed && erased ? erasePaper(record) : record);
    });

/** Papers that contradict each other: of one title, by ids of which some can't be of one paper, or by none. */
export const contradicting = paperOf(
  fc.constantFrom<Record<string, string>[]>(
    {},
    { arxiv: '2401.00001' },
    { arxiv: '2401.00002' },
    { doi: '10.1000/a' },
    { doi: '10.1000/b' },
    { s2: '101' },
    { arxiv: '2401.00002', doi: '10.1000/c' },
  ),
);

const OTHERS = ['arxiv:2401.00001', 'doi:10.1000/a', 'doi:10.1000/b', 's2:101'];

/** Papers that share ids in part, some of which a person said are one, or not one. */
export const parted: fc.Arbitrary<PaperRecord> = fc
  .tuple(
    paperOf(
      fc.constantFrom<Record<string, string>[]>(
        {},
        { arxiv: '2401.00001' },
        { doi: '10.1000/a' },
        { arxiv: '2401.00001', doi: '10.1000/a' },
        { doi: '10.1000/a', s2: '101' },
        { s2: '101' },
        { doi: '10.1000/b', s2: '101' },
      ),
    ),
    fc.uniqueArray(fc.tuple(fc.constantFrom(...OTHERS), stamp, fc.boolean()), {
      selector: ([other]) => other,
      maxLength: 3,
    }),
    fc.subarray(OTHERS, { maxLength: 2 }),
  )
  .map(([{ apart: _none, ...paper }, said, aliases]) => {
    const sayings = said.filter(([other]) => !paper.keys.includes(other));
    const apart = sayings.flatMap(([other, , on]) => (on ? other : [])).toSorted();
    const stamps = sayings.map(([other, at]) => [`apart:${other}`, at] as const);
    return settle({
      ...paper,
      aliases: aliases.filter((name) => name !== paper.id),
      stamps: { ...paper.stamps, ...Object.fromEntries(stamps) },
      ...(apart.length > 0 ? { apart } : {}),
    });
  });

/** Papers with one arXiv id each. */
export const paper = paperOf(fc.constantFrom(...ARXIV).map((key) => ({ arxiv: key.slice(6) })));

/** A paper with one id, for what records of one paper make together. */
export const onePaper = paperOf(fc.constant({ arxiv: '2401.00001' }));

/** A passage never changes, and each stamp gives one value: no person sets two at once. */
export const highlightOf = (id: fc.Arbitrary<string>): fc.Arbitrary<HighlightRecord> =>
  fc
    .record({
      id,
      paperId: fc.constantFrom(...ARXIV),
      createdAt: time,
      colour: stamp,
      comment: stamp,
      removed: fc.option(stamp),
    })
    .map(({ id: name, paperId, createdAt, colour, comment, removed }) => ({
      id: name,
      paperId,
      field: FIELDS[name.length % 2]!,
      quote: {
        exact: `passage ${name}`,
        prefix: 'before ',
        suffix: ' "after"',
        ...(name.length % 2 ? { alike: [{ exact: 'passages', prefix: 'of ', suffix: '' }] } : {}),
      },
      position: { start: 7, end: 15 + name.length },
      colour: COLOURS[timeOf(colour) % COLOURS.length]!,
      comment: timeOf(comment) % 3 === 0 ? '' : `! Comment of ${comment}`,
      source: 'https://arxiv.org/list/a/new',
      createdAt,
      removed: removed !== null && timeOf(removed) % 2 === 0,
      stamps: { colour, comment, ...(removed === null ? {} : { removed }) },
    }));

export const tagOf = (id: fc.Arbitrary<string>): fc.Arbitrary<TagRecord> =>
  fc.record({
    id,
    name: fc.constantFrom('Moons', 'moons', 'MOONS'),
    colour: fc.integer({ min: 0, max: 7 }),
    usedAt: time,
    removed: fc.boolean(),
    stamps: stampsOf(['name', 'colour', 'removed']),
  });

/** JSON values without a name that files may not have. */
const json = fc.jsonValue().filter((value) => !JSON.stringify(value).includes('__proto__'));

export const sharedOf = (key: fc.Arbitrary<string>): fc.Arbitrary<SharedRecord> =>
  fc.record({ key, value: fc.oneof(json, fc.constant(null)), stamp });

export const sightingOf = (key: fc.Arbitrary<string>): fc.Arbitrary<SightingRecord> =>
  fc.record({
    key,
    site: fc.constantFrom('arxiv', 'hugging-face'),
    firstAt: time,
    lastAt: time,
    count: fc.nat({ max: 9 }),
  });
