import { expect, test } from 'vitest';
import { createMapState } from '@/components/app/topics/map-state';
import type { PaperMap } from '@/domain/topics/map/map';

type Drawn = { map: PaperMap; isNew: boolean } | undefined;

const mapOf = (id: string): PaperMap => ({ ids: [id] }) as unknown as PaperMap;

/** A map that is drawn by hand: each run waits for `finish`. */
function drawing() {
  const runs: { part: (drawn: Drawn) => void; finish: (drawn: Drawn) => void }[] = [];
  const saved: unknown[] = [];
  const state = createMapState({
    call: (async (_name: string, map: unknown) => void saved.push(map)) as never,
    run: ((_task: string, _ask: null, part: (drawn: Drawn) => void) =>
      new Promise<Drawn>((finish) => {
        runs.push({ part, finish });
      })) as never,
    // A worker that failed gives nothing, after it was said.
    attempt: (_what, work) => work(),
  });
  return { state, runs, saved };
}

test('a map shows as it is drawn, and is kept once it is whole and new', async () => {
  const { state, runs, saved } = drawing();
  const loaded = state.loadMap();
  runs[0]?.part({ map: mapOf('half'), isNew: true });
  expect([state.map.value, state.isMapping.value]).toEqual([mapOf('half'), true]);
  expect(saved).toEqual([]);
  runs[0]?.finish({ map: mapOf('whole'), isNew: true });
  await loaded;
  expect([state.map.value, state.isMapping.value]).toEqual([mapOf('whole'), false]);
  expect(saved).toEqual([mapOf('whole')]);
});

test('a map of before is shown and not kept anew', async () => {
  const { state, runs, saved } = drawing();
  const loaded = state.loadMap();
  runs[0]?.finish({ map: mapOf('old'), isNew: false });
  await loaded;
  expect([state.map.value, saved]).toEqual([mapOf('old'), []]);
});

test('asked for while it is drawn, the map is drawn once more afterwards, and no oftener', async () => {
  const { state, runs } = drawing();
  const loaded = state.loadMap();
  await state.loadMap();
  await state.loadMap();
  expect(runs).toHaveLength(1);
  runs[0]?.finish({ map: mapOf('one'), isNew: false });
  await loaded;
  expect(runs).toHaveLength(2);
  runs[1]?.finish({ map: mapOf('two'), isNew: false });
  await expect.poll(() => state.map.value).toEqual(mapOf('two'));
  expect(runs).toHaveLength(2);
});

test('a worker that failed leaves the map of before, and no sign of drawing', async () => {
  const { state, runs, saved } = drawing();
  const loaded = state.loadMap();
  runs[0]?.part({ map: mapOf('half'), isNew: true });
  runs[0]?.finish(undefined);
  await loaded;
  expect([state.map.value, state.isMapping.value, saved]).toEqual([mapOf('half'), false, []]);
});
