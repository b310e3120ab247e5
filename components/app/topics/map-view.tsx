import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { titleText } from '@/components/app/rows/title';
import { download } from '@/components/app/transfer/download';
import { BulkBar } from '@/components/app/papers/list/bulk-bar';
import { MapCanvas } from './map-canvas';
import { MapLegend } from './map-legend';
import type { Drawn, MapPane } from './map-pane';
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
  const pane = useRef<MapPane | null>(null);
  const instead = useTopics({ library }, ENOUGH);
  const { scene, titles } = useScene({ library }, instead === null);
  const marked = useMemo(() => new Set(chosen?.topics), [chosen]);
  if (instead) return instead;
  if (!scene) return <p class="topics-wait">{i18n.t('map.asked')}</p>;
  const titleOf = (id: string): string => titleText(titles.get(id) ?? '');
  const shown = { scene, titleOf, selected, topics: marked };
  const drawn = (): Drawn | null => pane.current?.drawn() ?? null;
  return (
    <div class="map-view">
      <header class="topics-head">
        <h2>{i18n.t('library.views.map')}</h2>
        <span class="topics-sum" role="status">
          {topics.isMapping.value ? i18n.t('map.drawing') : ''}
        </span>
        {!isTable && <Toggle name="lasso" isOn={isLasso} onPress={setLasso} />}
        {!isTable && <PictureButton kind="svg" drawn={drawn} />}
        {!isTable && <PictureButton kind="png" drawn={drawn} />}
        <Toggle name="table" isOn={isTable} onPress={setTable} />
      </header>
      {selected.size > 0 && <BulkBar library={library} />}
      <MapLegend scene={scene} chosen={chosen} onChoose={setChosen} />
      {isTable ? (
        <MapTable library={library} {...shown} />
      ) : (
        <MapCanvas
          {...shown}
          isLasso={isLasso}
          pane={pane}
          onOpen={(id) => library.open(id, { replace: true })}
          onSelect={selection.set}
        />
      )}
    </div>
  );
}

/** The map of the library's papers and their titles; the map is asked for once `isShown`. */
function useScene({ library: { topics } }: ViewProps, isShown: boolean) {
  const grouping = topics.grouping.value;
  const map = topics.map.value;
  useEffect(() => {
    if (grouping && isShown) void topics.loadMap();
  }, [topics, grouping, isShown]);
  const titles = useMemo(
    () => new Map(grouping?.papers.map(({ id, title }) => [id, title])),
    [grouping],
  );
  const scene = useMemo(
    () => map && grouping && sceneOf(map, topics.levels.peek(), titles),
    [map, grouping, titles],
  );
  return { scene, titles };
}

interface ToggleProps {
  name: 'lasso' | 'table';
  isOn: boolean;
  onPress: (isOn: boolean) => void;
}

function Toggle({ name, isOn, onPress }: ToggleProps) {
  return (
    <button
      type="button"
      class="button"
      aria-pressed={isOn}
      data-gloss={`map-${name}`}
      onClick={() => onPress(!isOn)}
    >
      {i18n.t(`map.${name}`)}
    </button>
  );
}

type PictureKind = 'svg' | 'png';

/** Saves the map as it was last drawn. */
async function savePicture(kind: PictureKind, drawn: Drawn | null): Promise<void> {
  if (!drawn) return;
  const { svgOf, pngOf } = await import('./map-picture');
  const { port, scene, ink } = drawn;
  const file =
    kind === 'png'
      ? await pngOf(port, scene, ink)
      : new Blob([svgOf(port, scene, ink)], { type: 'image/svg+xml' });
  download(`gloss-map.${kind}`, file);
}

function PictureButton({ kind, drawn }: { kind: PictureKind; drawn: () => Drawn | null }) {
  const label = i18n.t('map.picture', [kind.toUpperCase()]);
  return (
    <button
      type="button"
      class="button"
      data-gloss={`map-${kind}`}
      title={label}
      aria-label={label}
      onClick={() => void savePicture(kind, drawn())}
    >
      {kind.toUpperCase()}
    </button>
  );
}
