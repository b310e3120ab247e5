import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  mergeHighlights,
  mergePapers,
  mergeShared,
  mergeSightings,
  mergeTags,
} from '@/domain/identity/merge';
import { editNote, mergeNotes, noNote, noteText } from '@/domain/paper/note';
import { erasePaper } from '@/domain/identity/erase';
import type { PaperRecord } from '@/domain/paper/record';
import {
  highlightOf,
  note,
  onePaper,
  paper,
  sharedOf,
  sightingOf,
  stampAt,
  tagOf,
} from '../arbitrary';

const one = fc.constant('one');

const MERGES: [string, fc.Arbitrary<never>, (a: never, b: never) => unknown][] = [
  ['notes', note as fc.Arbitrary<never>, mergeNotes],
  ['papers', onePaper as fc.Arbitrary<never>, mergePapers],
  ['papers that become one', paper as fc.Arbitrary<never>, mergePapers],
  ['highlights', highlightOf(one) as fc.Arbitrary<never>, mergeHighlights],
  ['tags', tagOf(one) as fc.Arbitrary<never>, mergeTags],
  ['shared values', sharedOf(one) as fc.Arbitrary<never>, mergeShared],
  ['sightings', sightingOf(one) as fc.Arbitrary<never>, mergeSightings],
];

describe.each(MERGES)('merging %s', (_, record, merge) => {
  const join = (a: unknown, b: unknown) => merge(a as never, b as never);

  test('does not ask which came first', () => {
    fc.assert(
      fc.property(record, record, (a, b) => {
        expect(join(a, b)).toEqual(join(b, a));
      }),
      { numRuns: 500 },
    );
  });

  test('does not ask in which pairs they met', () => {
    fc.assert(
      fc.property(record, record, record, (a, b, c) => {
        expect(join(join(a, b), c)).toEqual(join(a, join(b, c)));
      }),
      { numRuns: 500 },
    );
  });

  test('done again changes nothing', () => {
    fc.assert(
      fc.property(record, record, (a, b) => {
        const both = join(a, b);
        expect(join(both, a)).toEqual(both);
        expect(join(both, both)).toEqual(both);
      }),
      { numRuns: 500 },
    );
  });
});

const base = (more: Partial<PaperRecord> = {}): PaperRecord => ({
  id: 'arxiv:2401.00001',
  aliases: [],
  keys: ['arxiv:2401.00001'],
  title: 'Tides',
  authors: [],
  abstract: '',
  links: [],
  listings: [],
  status: null,
  tags: [],
  note: noNote(),
  removed: false,
  stamps: {},
  savedAt: null,
  createdAt: 1,
  updatedAt: 1,
  ...more,
});

const [early, middle, late] = [stampAt(1, 'ann'), stampAt(2, 'ben'), stampAt(3, 'ann')];

describe('a removed paper', () => {
  const removed = base({ removed: true, stamps: { status: early, removed: middle } });

  test('is not brought back by an older edit', () => {
    const other = base({ status: 'saved', savedAt: 5, stamps: { status: early } });
    expect(mergePapers(removed, other).removed).toBe(true);
  });

  test('is brought back by a later one, whatever the edit was', () => {
    const edits: Partial<PaperRecord>[] = [
      { status: 'saved', stamps: { status: late } },
      { tags: ['moons'], stamps: { 'tag:moons': late } },
      { note: editNote(noNote(), 'Still wanted', late) },
      { stamps: { highlights: late } },
    ];
    for (const edit of edits) expect(mergePapers(removed, base(edit)).removed).toBe(false);
  });

  test('that was erased lies in the trash again where an older file still has it', () => {
    const erased = erasePaper(base({ removed: true, stamps: { removed: middle } }));
    const words = editNote(noNote(), 'Words of another machine', early);
    const full = base({ title: 'Tides', note: words });
    expect(mergePapers(erased, erased)).toEqual({ ...erased, aliases: [] });
    const trashed = mergePapers(erased, full);
    expect(trashed).toMatchObject({ removed: true, title: 'Tides', note: words });
    expect(trashed).not.toHaveProperty('erased');
    // Those words are wanted once an edit shows up that was made after the removal.
    const edited = base({ stamps: { highlights: late } });
    expect(mergePapers(trashed, edited)).toMatchObject({ removed: false, note: words });
  });
});

describe('a note', () => {
  test('edited on two machines keeps every word of both', () => {
    const common = editNote(noNote(), 'Common', early);
    const ours = editNote(common, 'Ours', stampAt(5, 'ann'));
    const theirs = editNote(common, 'Theirs', stampAt(6, 'ben'));
    const merged = mergeNotes(ours, theirs);
    expect(noteText(merged)).toContain('Ours');
    expect(noteText(merged)).toContain('Theirs');
    expect(noteText(merged)).not.toContain('Common');
    const settled = editNote(merged, 'Ours and theirs', stampAt(7, 'ben'));
    expect(noteText(mergeNotes(settled, ours))).toBe('Ours and theirs');
  });

  test('of each of two papers of one machine is kept when they become one', () => {
    const first = editNote(noNote(), 'On the preprint', stampAt(5, 'ann'));
    const second = editNote(
      editNote(noNote(), 'On the', stampAt(6, 'ann')),
      'On the journal’s',
      stampAt(9, 'ann'),
    );
    const both = noteText(mergeNotes(first, second));
    expect(both).toContain('On the preprint');
    expect(both).toContain('On the journal’s');
    expect(both).not.toMatch(/On the$/m);
  });
});
