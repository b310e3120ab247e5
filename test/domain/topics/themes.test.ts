import { describe, expect, test } from 'vitest';
import { regroup } from '@/domain/topics/carry-over';
import { levelsOf } from '@/domain/topics/levels';
import { clusterPapers } from '@/domain/topics/topics';
import { HUES, type TopicInput } from '@/domain/topics/types';
import { readCorpus } from '@/domain/topics/words/tokens';

/** Three fields of four subjects; the papers of a subject have its words, and two of its field's. */
const FIELDS = {
  moons: ['tidal heating', 'ring systems', 'impact craters', 'plume deposits'],
  bread: ['sourdough starters', 'oven spring', 'crumb texture', 'milling stones'],
  birds: ['song memory', 'nest building', 'migration routes', 'feather colours'],
};

const library: TopicInput[] = Object.entries(FIELDS).flatMap(([field, subjects]) =>
  subjects.flatMap((subject) =>
    Array.from({ length: 14 }, (_, at) => ({
      id: `${field} ${subject} ${at}`,
      title: `${subject} in ${field}, part ${at}`,
      abstract: `We study ${subject} of ${field}. The ${field} show ${subject} more than ${subject.split(' ')[0]} of old ${field}.`,
    })),
  ),
);
const set = clusterPapers(library);
const fieldOf = (id: string): string => id.split(' ')[0] ?? '';

describe('themes', () => {
  test('join topics that belong together, and each topic is in one', () => {
    const levels = levelsOf(set);
    expect(set.topics.length).toBeGreaterThan(levels.length);
    for (const { members } of levels) expect(new Set(members.map(fieldOf)).size).toBe(1);
    expect(levels.flatMap(({ topics }) => topics)).toHaveLength(set.topics.length);
  });

  test('give their topics a hue, in which each has a mark of its own', () => {
    for (const { theme, topics } of levelsOf(set)) {
      const marks = topics.map(({ colour }) => colour);
      expect(new Set(marks).size).toBe(topics.length);
      expect(marks.map((mark) => mark % HUES)).toEqual(topics.map(() => theme.colour));
    }
  });

  test('keep name, hue and id when the library is grouped anew', () => {
    const [first, ...others] = set.themes;
    const named = { ...set, themes: [{ ...first!, name: 'Mine', colour: 7 }, ...others] };
    const more = library.map((paper) => ({ ...paper, id: `${paper.id} again` }));
    const after = regroup(readCorpus([...library, ...more.slice(0, 40)]), named, null);
    expect(after.themes).toContainEqual(
      expect.objectContaining({ id: first!.id, name: 'Mine', colour: 7 }),
    );
    const known = new Set(after.themes.map(({ id }) => id));
    expect(after.topics.every(({ theme }) => known.has(theme ?? ''))).toBe(true);
  });

  test('are the topics themselves where there are few', () => {
    const few = clusterPapers(library.slice(0, 60), { wanted: 4 });
    expect(levelsOf(few).map(({ theme }) => theme.label)).toEqual(
      few.topics.map(({ label }) => label),
    );
  });

  test('of topics from before there were any are those topics', () => {
    const old = { topics: set.topics.map(({ theme: _theme, ...topic }) => topic), themes: [] };
    expect(levelsOf(old).map(({ topics }) => topics.length)).toEqual(set.topics.map(() => 1));
  });
});
