import { computed, signal } from '@preact/signals';
import { expect, it } from 'vitest';
import type { TopicsEdit } from '@/components/app/topics/ports';
import { createTopicEdits } from '@/components/app/topics/topic-edits';
import { ok, type Result } from '@/domain/result';
import type { Topic } from '@/domain/topics/types';
import type { Grouping } from '@/topics/tasks';

const topic = (id: string, members: string[], more: Partial<Topic> = {}): Topic => ({
  id,
  label: `label ${id}`,
  colour: 0,
  keywords: [],
  members,
  ...more,
});

/** The edits of some topics, and what they write. */
function editsOf(topics: Topic[], parts: [Topic, Topic] | null = null) {
  const edits: TopicsEdit[] = [];
  const told: string[] = [];
  const asked: object[] = [];
  const grouping: Grouping = {
    stored: {
      topics,
      themes: [{ id: 't', label: 'theme', colour: 0, keywords: [] }],
      unclustered: [],
      library: '',
      grouped: 1,
    },
    papers: [],
  };
  const [chosen, picked] = [
    signal<string | null>(null),
    signal<ReadonlySet<string>>(new Set(['a'])),
  ];
  const actions = createTopicEdits({
    grouping: computed(() => grouping),
    chosen,
    picked,
    call: (async (_: string, ask: object): Promise<Result<unknown>> => {
      asked.push(ask);
      return ok(null);
    }) as never,
    run: () => Promise.resolve(parts) as never,
    tell: (text) => void told.push(text),
    refuse: () => undefined,
    attempt: (_, work) => work(),
    change: async (_, edit) => {
      edits.push(edit);
      return true;
    },
    undo: async () => undefined,
  });
  return { actions, edits, told, asked, chosen, picked, grouping };
}

it('an empty name, or the label again, gives a topic its own label back', () => {
  const named = topic('a', [], { name: 'Tides' });
  const { actions, edits } = editsOf([named]);
  actions.rename(named, '  Rings ');
  actions.rename(named, '');
  actions.rename(named, 'label a');
  actions.rename(named, 'Tides');
  expect(edits.map(({ put }) => put[0]?.name)).toEqual(['Rings', undefined, undefined]);
});

it('a theme is renamed in the head, and no topic is written', () => {
  const { actions, edits, grouping } = editsOf([topic('a', [])]);
  actions.renameTheme(grouping.stored.themes[0]!, 'Oceans');
  expect(edits[0]).toMatchObject({ put: [], remove: [], head: { themes: [{ name: 'Oceans' }] } });
});

it('topics merge into the largest of them, which stays through regroupings; the others go', async () => {
  const { actions, edits, chosen, picked } = editsOf([
    topic('a', ['1']),
    topic('b', ['2', '3', '4']),
    topic('c', ['5', '6']),
  ]);
  await actions.merge(['a', 'b', 'c']);
  expect(edits[0]?.put).toMatchObject([{ id: 'b', pinned: true }]);
  expect(edits[0]?.put[0]?.members.toSorted()).toEqual(['1', '2', '3', '4', '5', '6']);
  expect(edits[0]?.remove.toSorted()).toEqual(['a', 'c']);
  expect([chosen.value, picked.value.size]).toEqual(['b', 0]);
});

it('one topic alone is not merged', async () => {
  const { actions, edits } = editsOf([topic('a', ['1'])]);
  await actions.merge(['a', 'gone']);
  expect(edits).toEqual([]);
});

it('both halves of a split stay through regroupings; a topic that has no halves says so', async () => {
  const whole = topic('a', ['1', '2']);
  const halves = editsOf([whole], [topic('a', ['1']), topic('d', ['2'])]);
  await halves.actions.split(whole);
  expect(halves.edits[0]?.put).toMatchObject([{ pinned: true }, { pinned: true }]);
  const none = editsOf([whole]);
  await none.actions.split(whole);
  expect([none.edits.length, none.told.length]).toEqual([0, 1]);
});

it('tagging a topic tags its papers with the first words of its name', async () => {
  const { actions, asked } = editsOf([]);
  await actions.tag(topic('a', ['1', '2'], { label: 'tides · moon · gauges' }));
  expect(asked).toMatchObject([{ ids: ['1', '2'], change: { kind: 'tag', name: 'tides' } }]);
});
