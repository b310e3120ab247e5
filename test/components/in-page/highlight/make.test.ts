// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { makeHighlights } from '@/components/in-page/highlight/make';
import { textMap } from '@/components/in-page/highlight/text-map';
import type { ListedEntry } from '@/components/in-page/listed-entry';
import { fail, ok } from '@/domain/result';
import { listedOf } from '../listed';

const passageOf = (item: ListedEntry, text: string) => {
  document.body.innerHTML = `<p>${text}</p>`;
  const map = textMap([{ node: document.body.firstElementChild ?? document.body }]);
  return { item, field: 'abstract' as const, map, start: 0, end: map.text.length };
};

function maker(save: (item: ListedEntry) => ReturnType<typeof fail> | ReturnType<typeof ok>) {
  const saved: string[] = [];
  let ids = 0;
  const ports = {
    save: async (item: ListedEntry, { quote }: { quote: { exact: string } }) => {
      saved.push(`${item.state.id}: ${quote.exact}`);
      return save(item);
    },
    newId: () => `h${(ids += 1)}`,
    now: () => 1,
    source: 'https://example.org/list',
  };
  return { saved, ports };
}

test('each passage goes to its own paper, though the list is filled anew between two writes', async () => {
  const [first, second] = listedOf({}, {});
  if (!first || !second) throw new Error('nothing is listed');
  const { saved, ports } = maker((item) => {
    // The page swaps its rows while the first is being written.
    [first.index, second.index] = [1, 0];
    return ok(item);
  });
  const passages = [passageOf(first, 'We measure tides.'), passageOf(second, 'We count moons.')];
  const made = await makeHighlights(passages, 'amber', ports);
  expect(saved).toEqual(['p0: We measure tides.', 'p1: We count moons.']);
  expect(made.ok && made.value.map(({ item }) => item)).toEqual([first, second]);
});

test('what could not be stored is told, and nothing more is tried', async () => {
  const [first, second] = listedOf({}, {});
  if (!first || !second) throw new Error('nothing is listed');
  const { saved, ports } = maker(() => fail('quota', 'for the test'));
  const passages = [passageOf(first, 'We measure tides.'), passageOf(second, 'We count moons.')];
  expect(await makeHighlights(passages, 'amber', ports)).toMatchObject({
    error: { reason: 'quota' },
  });
  expect(saved).toHaveLength(1);
  expect(await makeHighlights([], 'amber', ports)).toMatchObject({ error: { reason: 'missing' } });
});
