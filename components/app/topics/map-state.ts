import { signal } from '@preact/signals';
import { i18n } from '#i18n';
import type { PaperMap } from '@/domain/topics/map/map';
import type { Attempt, TopicsPorts } from './ports';

/** Places of papers on the map: as last time, new papers beside their neighbours. */
export function createMapState({
  call,
  run,
  attempt,
}: Pick<TopicsPorts, 'call' | 'run'> & { attempt: Attempt }) {
  const map = signal<PaperMap | null>(null);
  /** Whether the map is still being drawn. */
  const isMapping = signal(false);
  let [isLoading, isDue] = [false, false];

  /** Loads the map; once more afterwards when it is asked for meanwhile. */
  async function loadMap(): Promise<void> {
    isDue = isLoading;
    if (isLoading) return;
    isLoading = true;
    const drawn = await attempt(i18n.t('topics.couldnt.map'), () =>
      run('map', null, (part) => {
        map.value = part.map;
        isMapping.value = part.isNew;
      }),
    );
    isLoading = false;
    isMapping.value = false;
    if (drawn) map.value = drawn.map;
    if (drawn?.isNew) void call('map.save', drawn.map);
    if (isDue) void loadMap();
  }

  return { map, isMapping, loadMap };
}
