import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import { WindowList } from '@/components/app/rows/window-list';
import type { Scene } from './scene';
import type { ViewProps } from '@/components/app/library/view-props';

interface MapTableProps extends ViewProps {
  scene: Scene;
  titleOf: (id: string) => string;
  selected: ReadonlySet<string>;
  /** The topics that stand out; none where all do. */
  topics: ReadonlySet<number>;
}

/** What the map shows as rows, by topic: of the topic and the papers that are chosen, where some are. */
export function MapTable({ library, scene, titleOf, selected, topics }: MapTableProps) {
  const rows = useMemo(() => {
    const papers = scene.ids.map((id, paper) => ({ id, topic: scene.topic[paper] ?? -1 }));
    const size = ({ topic: own }: { topic: number }): number => scene.topics[own]?.papers ?? 0;
    return papers
      .filter(
        ({ id, topic: own }) =>
          (topics.size === 0 || topics.has(own)) && (selected.size === 0 || selected.has(id)),
      )
      .toSorted((a, b) => size(b) - size(a) || a.topic - b.topic);
  }, [scene, selected, topics]);
  const open = library.route.value.paper;
  return (
    <WindowList
      label={i18n.t('library.views.map')}
      count={rows.length}
      rowHeight={36}
      active={rows.findIndex(({ id }) => id === open)}
      isSelected={(index) => rows[index]?.id === open}
      onActive={(index) => library.open(rows[index]?.id ?? null, { replace: true })}
      onRange={() => undefined}
      row={(index) => {
        const row = rows[index];
        return (
          row && (
            <div class="map-row">
              <span>{titleOf(row.id)}</span>
              <span>{scene.topics[row.topic]?.name ?? i18n.t('map.none')}</span>
            </div>
          )
        );
      }}
    />
  );
}
