import { describe, expect, test } from 'vitest';
import { difference, regroup } from '@/domain/topics/carry-over';
import { mergeTopics, reasonsOf, splitTopic } from '@/domain/topics/manage';
import { mapPapers } from '@/domain/topics/map/map';
import { withPersons } from '@/domain/topics/persons';
import { profilesOf } from '@/domain/topics/fit/profiles';
import { placePapers } from '@/domain/topics/place';
import { type Located, spaceOf, vectorsOf } from '@/domain/topics/grouping/group';
import { countFeatures } from '@/domain/topics/words/features';
import { type Corpus, readCorpus } from '@/domain/topics/words/tokens';
import { clusterPapers } from '@/domain/topics/topics';
import { HUES, type Topic, type TopicInput, type TopicSet } from '@/domain/topics/types';

/** Papers on three matters; the words of each are mixed anew for every paper. */
const MATTERS = [
  ['tidal heating', 'icy moons', 'ocean worlds', 'ice shells', 'orbital resonance'],
  ['soft grippers', 'tactile sensing', 'fruit picking', 'robot arms', 'grasp planning'],
  ['bird song', 'vocal learning', 'zebra finches', 'song memory', 'hearing loss'],
];

/** The papers of a corpus in the space in which they are compared. */
const located = (corpus: Corpus): Located => ({
  ids: corpus.ids,
  space: spaceOf(vectorsOf(countFeatures(corpus))),
});

function papersOn(matter: number, count: number, from = 0): TopicInput[] {
  const words = MATTERS[matter]!;
  return Array.from({ length: count }, (_, at) => {
    const pick = (step: number): string => words[(at + from + step) % words.length]!;
    return {
      id: `m${matter}-${at + from}`,
      title: `On ${pick(0)} and ${pick(1)}`,
      abstract: `We look at ${pick(0)}, at ${pick(2)} and at ${pick(3)}. What ${pick(1)} tells of ${pick(4)}.`,
    };
  });
}

const library = [...papersOn(0, 12), ...papersOn(1, 12), ...papersOn(2, 12)];
const grouped = clusterPapers(library, { wanted: 3 });
const profiles = profilesOf(readCorpus(library), grouped.topics);
const idsOf = (papers: readonly TopicInput[]): string[] => papers.map(({ id }) => id);
const ids = ({ topics }: TopicSet): string[] => topics.map(({ id }) => id).toSorted();
const topicOf = (set: TopicSet, paper: string): Topic =>
  set.topics.find(({ members }) => members.includes(paper))!;

describe('new papers', () => {
  test('join the topic they belong to, and nothing else changes', () => {
    const fresh = papersOn(1, 3, 12);
    const after = placePapers(idsOf([...library, ...fresh]), fresh, profiles, grouped);
    for (const { id } of fresh) expect(topicOf(after, id)).toBe(topicOf(after, 'm1-0'));
    for (const { id } of library) expect(topicOf(after, id).id).toBe(topicOf(grouped, id).id);
    expect(after.topics.map(({ id, label, colour }) => [id, label, colour])).toEqual(
      grouped.topics.map(({ id, label, colour }) => [id, label, colour]),
    );
  });

  test('that fit nowhere stay out, and papers that are gone leave', () => {
    const strange = { id: 'x', title: 'Zymurgy', abstract: 'Yeasts, hops, barley.' };
    const after = placePapers(idsOf([...library.slice(1), strange]), [strange], profiles, grouped);
    expect(after.unclustered).toEqual(['x']);
    expect(after.topics.flatMap(({ members }) => members)).not.toContain('m0-0');
  });
});

describe('regrouping', () => {
  test('keeps ids, names and colours, whatever the number that is asked for', () => {
    const named = {
      ...grouped,
      topics: grouped.topics.map((topic) =>
        topic === topicOf(grouped, 'm2-0') ? { ...topic, name: 'My birds', colour: 7 } : topic,
      ),
    };
    const more = [...library, ...papersOn(0, 6, 12), ...papersOn(2, 6, 12)];
    const after = regroup(readCorpus(more), named, 3);
    expect(ids(after)).toEqual(ids(grouped));
    expect(topicOf(after, 'm2-14')).toMatchObject({ name: 'My birds', colour: 7 });
    expect(new Set(regroup(readCorpus(more), named, 6).topics.map(({ id }) => id)).size).toBe(6);
  });

  test('calls a topic as before while its papers stay, and gives its words to no other', () => {
    const called = (label: string): TopicSet => ({
      ...grouped,
      topics: grouped.topics.map((topic) =>
        topic === topicOf(grouped, 'm2-0') ? { ...topic, label } : topic,
      ),
    });
    const after = (label: string, more: TopicInput[]): TopicSet =>
      regroup(readCorpus([...library, ...more]), called(label), 3);
    expect(topicOf(after('Old birds', papersOn(2, 3, 12)), 'm2-1').label).toBe('Old birds');
    const { id, label: moons } = topicOf(grouped, 'm0-0');
    const [own = ''] = moons.split(' · ');
    const other: TopicSet = {
      ...called(own),
      topics: called(own).topics.map((one) =>
        one.id === id ? { ...one, members: ['m0-0'] } : one,
      ),
      unclustered: idsOf(papersOn(0, 11, 1)),
    };
    const phrases = regroup(readCorpus(library), other, 3).topics.flatMap(({ label }) =>
      label.split(' · '),
    );
    expect(phrases.filter((phrase) => phrase === own)).toHaveLength(1);
  });

  test('leaves a pinned topic as it is', () => {
    const [first] = grouped.topics;
    const mixed: Topic = { ...first!, id: 'mine', pinned: true, members: ['m0-1', 'm1-1', 'm2-1'] };
    const after = regroup(readCorpus(library), { topics: [mixed], themes: [], unclustered: [] }, 4);
    expect(after.topics.find(({ id }) => id === 'mine')).toEqual(mixed);
    expect(after.topics.flatMap(({ members }) => members).toSorted()).toEqual(
      library.map(({ id }) => id).toSorted(),
    );
  });

  test('says beforehand what it would change', () => {
    const [first, second, third] = grouped.topics;
    const after = {
      topics: [{ ...first!, members: [...first!.members, second!.members[0]!] }, third!],
      themes: [],
      unclustered: [],
    };
    const change = difference(grouped, after);
    expect(change.moved).toBe(1);
    expect(change.gone.map(({ id }) => id)).toEqual([second!.id]);
    expect(change.topics.map(({ joining, leaving }) => [joining, leaving])).toEqual([
      [1, 0],
      [0, 0],
    ]);
  });
});

describe('a person', () => {
  test('splits a topic where its papers part, and joins it again', () => {
    const both = [...papersOn(0, 8), ...papersOn(2, 8)];
    const whole = { ...grouped.topics[0]!, members: both.map(({ id }) => id) };
    const parts = splitTopic(both, whole, new Set([0, 1]))!;
    expect(parts.map(({ members }) => new Set(members.map((id) => id.slice(0, 2))).size)).toEqual([
      1, 1,
    ]);
    expect(parts[0].id).toBe(whole.id);
    expect(parts[1].colour % HUES).toBe(whole.colour % HUES);
    expect(parts[1].colour).not.toBe(whole.colour);
    expect(mergeTopics(parts)!.members.toSorted()).toEqual(whole.members.toSorted());
  });

  test('is told why a paper is in its topic, whatever the words’ endings', () => {
    const paper = { title: 'Grippers', abstract: 'A soft gripper feels by tactile sensing.' };
    expect(
      reasonsOf({ keywords: ['soft grippers', 'robot arms', 'tactile sensing'] })(paper),
    ).toEqual(['soft grippers', 'tactile sensing']);
  });

  test('finds names and topics of another machine here', () => {
    const [first, second] = grouped.topics;
    const foreign: Topic = {
      ...first!,
      id: 'there',
      name: 'Theirs',
      members: second!.members.slice(0, 2),
    };
    const stored = { ...grouped, library: '', grouped: 36 };
    const { topics } = withPersons(stored, [{ ...first!, name: 'Mine' }, foreign]);
    expect(topics[0]?.name).toBe('Mine');
    expect(topics.at(-1)?.members).toEqual(foreign.members);
    expect(topics.flatMap(({ members }) => members)).toHaveLength(36);
  });
});

test('the map puts papers of one matter together and stays when papers come', () => {
  const map = mapPapers(located(readCorpus(library)), grouped, null);
  expect(mapPapers(located(readCorpus(library)), grouped, null)).toEqual(map);
  const place = (id: string, of = map): [number, number] => {
    const at = of.ids.indexOf(id);
    return [of.at[2 * at]!, of.at[2 * at + 1]!];
  };
  const distance = (a: string, b: string): number =>
    Math.hypot(place(a)[0] - place(b)[0], place(a)[1] - place(b)[1]);
  const mean = (pairs: [string, string][]): number =>
    pairs.reduce((sum, [a, b]) => sum + distance(a, b), 0) / pairs.length;
  const within = mean([0, 1, 2].map((matter) => [`m${matter}-1`, `m${matter}-6`]));
  const between = mean([
    ['m0-1', 'm1-1'],
    ['m1-1', 'm2-1'],
    ['m0-1', 'm2-1'],
  ]);
  expect(within).toBeLessThan(between / 2);
  const fresh = papersOn(1, 1, 12);
  const later = mapPapers(located(readCorpus([...library, ...fresh])), grouped, map);
  for (const { id } of library) expect(place(id, later)).toEqual(place(id));
  const [x, y] = place('m1-12', later);
  expect(Math.hypot(x - place('m1-2')[0], y - place('m1-2')[1])).toBeLessThan(between);
});
