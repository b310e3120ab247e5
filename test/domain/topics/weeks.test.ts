import { expect, test } from 'vitest';
import { growthOf, mondayOf, weekMarkdown, weeksBack } from '@/domain/topics/weeks';

const now = new Date(2026, 10, 25, 12).getTime();

test('papers are counted in the week they came in, by topic, across a change of the clock', () => {
  const topic = { id: 't', label: 'T', colour: 0, keywords: [], members: ['a', 'b', 'c'] };
  const papers = [
    { id: 'a', at: mondayOf(now) },
    { id: 'b', at: mondayOf(now) - 1 },
    { id: 'c', at: mondayOf(now, 7) },
    { id: 'd', at: now },
    { id: 'c', at: mondayOf(now, 8) },
  ];
  const { weeks, counts } = growthOf(papers, [topic], 8, now);
  expect(weeks).toHaveLength(8);
  expect(new Date(weeks[0]!).getDay()).toBe(1);
  expect(counts).toEqual([
    [1, 0, 0, 0, 0, 0, 1, 1],
    [0, 0, 0, 0, 0, 0, 0, 1],
  ]);
});

test('a week is Markdown with notes as they were written and titles as text', () => {
  const text = weekMarkdown('Week of 23 November', [
    {
      name: 'Tides',
      papers: [
        {
          title: 'On *small* moons',
          authors: ['Ann Author'],
          link: 'https://example.org/1',
          note: 'Compare with **ours**.\n\n- Table 2',
          tags: ['to-read'],
          passages: ['We measure'],
        },
      ],
    },
  ]);
  expect(text).toBe(`# Week of 23 November

## Tides

- **[On \\*small\\* moons](https://example.org/1)**
  Ann Author
  #to-read

  > We measure

  Compare with **ours**.

  - Table 2
`);
});

test('the papers of a library without topics have no heading', () => {
  const paper = { title: 'On moons', authors: [], link: null, note: '', tags: [], passages: [] };
  expect(weekMarkdown('Week of May 4', [{ name: '', papers: [paper] }])).toBe(
    '# Week of May 4\n\n- **On moons**\n',
  );
});

test('a time lies in the present week, in one before, or before all of them', () => {
  expect(weeksBack(now, now, 26)).toBe(0);
  expect(weeksBack(mondayOf(now) - 1, now, 26)).toBe(1);
  expect(weeksBack(mondayOf(now, 25), now, 26)).toBe(25);
  expect(weeksBack(mondayOf(now, 25) - 1, now, 26)).toBe(0);
});
