import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { MapCard } from './map-card';
import { pressKey, pressPointer, turnWheel, ZOOM, zoomBy } from './map-gestures';
import { createMapPane, type Hover, type MapContent, type MapPane } from './map-pane';

interface MapCanvasProps extends MapContent {
  titleOf: (id: string) => string;
  /** Gives the pane to the view, for a picture of the map. */
  pane: { current: MapPane | null };
  /** Whether dragging draws a line around papers instead of moving the map. */
  isLasso: boolean;
  onOpen: (id: string) => void;
  onSelect: (ids: string[]) => void;
}

/** The map itself, with its keys, its buttons and the card of the paper under the pointer. */
export function MapCanvas(props: MapCanvasProps) {
  const { scene, titleOf, onSelect } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const now = useRef(props);
  now.current = props;
  const [hover, setHover] = useState<Hover | null>(null);
  const [pane] = useState(() => createMapPane(() => now.current, setHover));
  const actions = { onOpen: (paper: number) => props.onOpen(scene.ids[paper] ?? ''), onSelect };
  useEffect(() => {
    const { current: element } = canvas;
    if (!element) return;
    props.pane.current = pane;
    const wheel = (event: WheelEvent): void => turnWheel(pane, event);
    element.addEventListener('wheel', wheel, { passive: false });
    const detach = pane.attach(element);
    return () => {
      element.removeEventListener('wheel', wheel);
      detach();
    };
  }, [pane]);
  useEffect(pane.follow, [scene]);
  useEffect(pane.draw);
  const port = pane.port();
  return (
    <div class="map-canvas">
      <canvas
        ref={canvas}
        tabIndex={0}
        role="img"
        aria-label={i18n.t('map.label', [
          scene.ids.length.toLocaleString(),
          scene.topics.length.toLocaleString(),
        ])}
        aria-describedby="map-keys"
        data-lasso={props.isLasso}
        data-gloss="map"
        onKeyDown={(event) => pressKey(pane, event, actions)}
        onPointerDown={(event) =>
          pressPointer(pane, event, props.isLasso || event.shiftKey, actions)
        }
        onPointerMove={({ offsetX, offsetY, buttons }) => {
          if (buttons === 0) pane.point(pane.at(offsetX, offsetY), offsetX, offsetY);
        }}
        onPointerLeave={() => pane.point(-1, 0, 0)}
      />
      <p id="map-keys" class="unseen">
        {i18n.t('map.keys')}
      </p>
      <div class="map-zoom">
        <ZoomButton name="closer" sign="+" onPress={() => zoomBy(pane, ZOOM)} />
        <ZoomButton name="farther" sign="−" onPress={() => zoomBy(pane, 1 / ZOOM)} />
        <ZoomButton name="fit" sign="⤢" onPress={pane.fit} />
      </div>
      {hover && port && <MapCard {...hover} port={port} scene={scene} titleOf={titleOf} />}
    </div>
  );
}

interface ZoomButtonProps {
  name: 'closer' | 'farther' | 'fit';
  sign: string;
  onPress: () => void;
}

function ZoomButton({ name, sign, onPress }: ZoomButtonProps) {
  const label = i18n.t(`map.${name}`);
  return (
    <button
      type="button"
      class="button"
      aria-label={label}
      title={label}
      data-gloss={`map-${name}`}
      onClick={onPress}
    >
      {sign}
    </button>
  );
}
