import { describe, expect, test } from 'vitest';
import { createView, kindsOf } from '@/components/in-page/listing/looks/view';
import type { ListedEntry } from '@/components/in-page/listed-entry';
import { newTag } from '@/domain/paper/tag';
import { DEFAULT_SETTINGS, type PageSettings, settingsFor } from '@/domain/settings';
import { entryOf, listedOf } from '../../listed';

const VISIT = 1_000;

const viewOf = (settings: Partial<PageSettings>, folded: readonly ListedEntry[] = []) =>
  createView({
    settings: { ...settingsFor(DEFAULT_SETTINGS, ''), ...settings },
    visit: VISIT,
    isFolded: (item) => folded.includes(item),
  });

const treatments = (fold: Partial<PageSettings['treatments']>): Partial<PageSettings> => ({
  treatments: { ...settingsFor(DEFAULT_SETTINGS, '').treatments, ...fold },
});

const about = (title: string, state: Parameters<typeof listedOf>[0] = {}): ListedEntry => {
  const [item] = listedOf(state);
  if (!item) throw new Error('nothing is listed');
  return { ...item, entry: entryOf(title) };
};

describe('what a person has kept stays in sight', () => {
  const view = viewOf({ ...treatments({ muted: 'fold', dismissed: 'fold' }), muted: ['graphs'] });
  test.each([
    ['nothing', {}, 'fold'],
    ['saved', { status: 'saved' }, 'show'],
    ['a note', { note: { text: 'Why?', revision: 'r1' } }, 'show'],
    ['a tag', { tags: [newTag('later')] }, 'show'],
    ['a note, but dismissed', { status: 'dismissed', note: { text: 'No', revision: 'r' } }, 'fold'],
  ] as const)('%s', (_, state, treatment) => {
    expect(view.treatmentOf(about('Of graphs', state as never))).toBe(treatment);
  });
});

test('what is watched is not muted, by its words or its authors', () => {
  const view = viewOf({
    ...treatments({ muted: 'fold' }),
    muted: ['graphs'],
    watched: ['moons'],
    watchedAuthors: ['Ann Author'],
  });
  expect(view.treatmentOf(about('Graphs of roads'))).toBe('fold');
  expect(view.treatmentOf(about('Graphs of moons'))).toBe('show');
  const byAnn = about('Graphs of roads');
  byAnn.entry = entryOf('Graphs of roads', { authors: ['Ann Author'] });
  expect(view.treatmentOf(byAnn)).toBe('show');
});

test('a row that holds another paper now is judged by that one', () => {
  const view = viewOf({ ...treatments({ muted: 'fold' }), muted: ['graphs'] });
  const item = about('Graphs of roads');
  expect(view.treatmentOf(item)).toBe('fold');
  item.entry = entryOf('Moons');
  expect(view.treatmentOf(item)).toBe('show');
});

test('counts each entry once among the new, or as what it is', () => {
  const sighting = { site: 'arxiv', firstAt: 1, lastAt: 2, count: 1 };
  const listed = [
    ...listedOf({}, {}, { status: 'saved' }, { status: 'read' }, { sighting }),
    about('Of tides', { note: { text: 'Why?', revision: 'r1' }, status: 'saved' }),
  ];
  const folded = listed.slice(0, 1);
  expect(viewOf({ watched: ['tides'] }, folded).counts(listed)).toEqual({
    papers: 6,
    new: 2,
    saved: 2,
    read: 1,
    noted: 1,
    watched: 1,
    folded: 1,
    closed: 0,
  });
  const isClosed = (item: ListedEntry): boolean => item === listed[0];
  expect(viewOf({}, []).counts(listed, isClosed)).toMatchObject({ papers: 5, closed: 1, new: 1 });
});

test('the menu offers cross-lists only where the site tells them', () => {
  const listed = listedOf({}, {});
  expect(kindsOf(listed)).not.toContain('cross-list');
  const cross = { ...listed[0], entry: entryOf('Other', { section: 'cross-list' }) };
  expect(kindsOf([...listed, cross as ListedEntry])).toContain('cross-list');
});
