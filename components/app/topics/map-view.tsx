import { useEffect, useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { BulkBar } from '@/components/app/papers/bulk-bar';
import { TopicDot } from './topic-dot';
import { MapCanvas } from './map-canvas';
import { MapTable } from './map-table';
import { ENOUGH } from './grouping';
import { sceneOf } from './scene';
import { useTopics } from './topics-view';
import './map.css';
import type { ViewProps } from '@/components/app/library/view-props';

/** The library as a picture, and as a table for those who don't see it or would rather read. */
export function MapView({ library }: ViewProps) {
  const { topics, selection } = library;
  const selected = selection.chosen.value;
  const [isTable, setTable] = useState(false);
  const [isLasso, setLasso] = useState(false);
  const [topic, setTopic] = useState(-1);
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
    () => map && grouping && sceneOf(map, grouping.stored.topics, titles),
    [map, grouping, titles],
  );
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
  return (
    <div class="map-view">
      <header class="topics-head">
        <h2>{i18n.t('library.views.map')}</h2>
        <span class="topics-sum" role="status">
          {topics.isMapping.value ? i18n.t('map.drawing') : ''}
        </span>
        {!isTable && toggle(i18n.t('map.lasso'), 'lasso', isLasso, () => setLasso(!isLasso))}
        {toggle(i18n.t('map.table'), 'table', isTable, () => setTable(!isTable))}
      </header>
      {selected.size > 0 && <BulkBar library={library} />}
      <ul class="map-legend" aria-label={i18n.t('topics.list')}>
        {scene.topics.map((one, index) => (
          <li key={`${index} ${one.name}`}>
            <button
              type="button"
              aria-pressed={topic === index}
              onClick={() => setTopic(topic === index ? -1 : index)}
            >
              <TopicDot colour={one.colour} />
              {one.name.split(' · ')[0]}
            </button>
          </li>
        ))}
      </ul>
      {isTable ? (
        <MapTable
          library={library}
          scene={scene}
          titleOf={titleOf}
          selected={selected}
          topic={topic}
        />
      ) : (
        <MapCanvas
          scene={scene}
          titleOf={titleOf}
          selected={selected}
          topic={topic}
          isLasso={isLasso}
          onOpen={(id) => library.open(id, { replace: true })}
          onSelect={selection.set}
        />
      )}
    </div>
  );
}
