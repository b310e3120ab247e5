import type { Scene } from './scene';
import { TopicDot } from './topic-dot';
import type { ViewPort } from './view-port';

interface MapCardProps {
  paper: number;
  /** Where the pointer is, px. */
  x: number;
  y: number;
  port: ViewPort;
  scene: Scene;
  titleOf: (id: string) => string;
}

/** The card's width in map.css, and its distance to the pointer, px. */
const [WIDTH, BESIDE] = [280, 14];

/** What a dot is: its paper's title and topic, beside the pointer and never cut by the map's edge. */
export function MapCard({ paper, x, y, port, scene, titleOf }: MapCardProps) {
  const topic = scene.topics[scene.topic[paper] ?? -1];
  const left = Math.max(4, Math.min(x + BESIDE, port.width - WIDTH - 4));
  const isLow = y > port.height / 2;
  const upright = isLow ? { bottom: `${port.height - y + BESIDE}px` } : { top: `${y + BESIDE}px` };
  return (
    <div class="map-card" aria-hidden="true" style={{ left: `${left}px`, ...upright }}>
      <p>{titleOf(scene.ids[paper] ?? '')}</p>
      {topic && (
        <p>
          <TopicDot colour={topic.colour} />
          {topic.name}
        </p>
      )}
    </div>
  );
}
