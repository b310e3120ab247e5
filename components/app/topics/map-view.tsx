import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { download } from '@/components/app/transfer/download';
import { BulkBar } from '@/components/app/papers/bulk-bar';
import { type Drawn, MapCanvas } from './map-canvas';
import { MapLegend } from './map-legend';
import { MapTable } from './map-table';
import { ENOUGH } from './grouping';
import { type SceneGroup, sceneOf } from './scene';
import { useTopics } from './topics-view';
import './map.css';
import type { ViewProps } from '@/components/app/library/view-props';

/** The library as a picture, and as a table for those who don't see it or would rather read. */
export function MapView({ library }: ViewProps) {
  const { topics, selection } = library;
  const selected = selection.chosen.value;
  const [isTable, setTable] = useState(false);
  const [isLasso, setLasso] = useState(false);
  const [chosen, setChosen] = useState<SceneGroup | null>(null);
  const drawn = useRef<Drawn | null>(null);
  const instead = useTopics({ library }, ENOUGH);
  const grouping = topics.grouping.value;
  const map = topics.map.value;
  useEffect(() => {
    if (grouping && instead === null) void topics.loadMap();
  }, [topics, grouping, instead === null]);
  const titles = useMemo(
    () => new Map(grouping?.papers.map(({ id, title }) => [id, title])),
    [grouping],
  );
  const scene = useMemo(
    () => map && grouping && sceneOf(map, topics.levels.peek(), titles),
    [map, grouping, titles],
  );
  const marked = useMemo(() => new Set(chosen?.topics), [chosen]);
  if (instead) return instead;
  if (!scene) return <p class="topics-wait">{i18n.t('map.asked')}</p>;
  const titleOf = (id: string): string => titles.get(id) || i18n.t('popup.row.untitled');
  const toggle = (label: string, name: string, isOn: boolean, onPress: () => void) => (
    <button
      type="button"
      class="button"
      aria-pressed={isOn}
      data-gloss={`map-${name}`}
      onClick={onPress}
    >
      {label}
    </button>
  );
  const save = async (kind: 'svg' | 'png'): Promise<void> => {
    const { current: now } = drawn;
    if (!now) return;
    const { svgOf, pngOf } = await import('./map-picture');
    const { port, scene: shown, ink } = now;
    const file =
      kind === 'png'
        ? await pngOf(port, shown, ink)
        : new Blob([svgOf(port, shown, ink)], { type: 'image/svg+xml' });
    download(`gloss-map.${kind}`, file);
  };
  const picture = (kind: 'svg' | 'png') => (
    <button
      type="button"
      class="button"
      data-gloss={`map-${kind}`}
      title={i18n.t('map.picture', [kind.toUpperCase()])}
      aria-label={i18n.t('map.picture', [kind.toUpperCase()])}
      onClick={() => void save(kind)}
    >
      {kind.toUpperCase()}
    </button>
  );
  return (
    <div class="map-view">
      <header class="topics-head">
        <h2>{i18n.t('library.views.map')}</h2>
        <span class="topics-sum" role="status">
          {topics.isMapping.value ? i18n.t('map.drawing') : ''}
        </span>
        {!isTable && toggle(i18n.t('map.lasso'), 'lasso', isLasso, () => setLasso(!isLasso))}
        {!isTable && picture('svg')}
        {!isTable && picture('png')}
        {toggle(i18n.t('map.table'), 'table', isTable, () => setTable(!isTable))}
      </header>
      {selected.size > 0 && <BulkBar library={library} />}
      <MapLegend scene={scene} chosen={chosen} onChoose={setChosen} />
      {isTable ? (
        <MapTable
          library={library}
          scene={scene}
          titleOf={titleOf}
          selected={selected}
          topics={marked}
        />
      ) : (
        <MapCanvas
          scene={scene}
          titleOf={titleOf}
          selected={selected}
          topics={marked}
          isLasso={isLasso}
          drawn={drawn}
          onOpen={(id) => library.open(id, { replace: true })}
          onSelect={selection.set}
        />
      )}
    </div>
  );
}
