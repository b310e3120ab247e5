import { i18n } from '#i18n';
import type { Scene, SceneGroup } from './scene';
import { TopicDot } from './topic-dot';

interface MapLegendProps {
  scene: Scene;
  /** The theme or topic that stands out; `null` where all do. */
  chosen: SceneGroup | null;
  onChoose: (group: SceneGroup | null) => void;
}

/** The themes by their hues; the one that stands out with its topics and their shapes. */
export function MapLegend({ scene, chosen, onChoose }: MapLegendProps) {
  const isOf = (theme: SceneGroup): boolean =>
    chosen?.topics.some((topic) => theme.topics.includes(topic)) ?? false;
  const groups = scene.themes.flatMap((theme) => {
    const parts = theme.topics.flatMap((topic) => scene.topics[topic] ?? []);
    return [theme, ...(isOf(theme) && parts.length > 1 ? parts : [])];
  });
  return (
    <ul class="map-legend" aria-label={i18n.t('topics.list')}>
      {groups.map((group) => {
        const isChosen = group.id === chosen?.id && group.topics.length === chosen.topics.length;
        return (
          <li key={`${group.topics.length} ${group.id}`}>
            <button
              type="button"
              aria-pressed={isChosen}
              title={group.name}
              onClick={() => onChoose(isChosen ? null : group)}
            >
              <TopicDot colour={group.colour} />
              {group.name.split(' · ')[0]}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
