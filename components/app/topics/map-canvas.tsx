import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { MapCard } from './map-card';
import { type Ink, type Marked, paint, paperAt, readInk } from './map-paint';
import type { Scene } from './scene';
import { isInside, moved, toScreen, type ViewPort, wholeMap, withDots, zoomed } from './view-port';

interface MapCanvasProps {
  scene: Scene;
  titleOf: (id: string) => string;
  selected: ReadonlySet<string>;
  /** The topics that stand out; none where all do. */
  topics: ReadonlySet<number>;
  /** What is drawn now, for a picture of it. */
  drawn: { current: Drawn | null };
  /** Whether dragging draws a line around papers instead of moving the map. */
  isLasso: boolean;
  onOpen: (id: string) => void;
  onSelect: (ids: string[]) => void;
}

/** A map as it shows. */
export interface Drawn {
  port: ViewPort;
  scene: Scene;
  ink: Ink;
}

/** Pixels that a key moves the map by, and the factor that it zooms by. */
const [STEP, ZOOM] = [60, 1.3];

/** The map itself. Drawn in a frame of its own whenever something changed, never more often. */
export function MapCanvas(props: MapCanvasProps) {
  const { scene } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const port = useRef<ViewPort | null>(null);
  const ink = useRef<Ink | null>(null);
  const frame = useRef(0);
  const now = useRef(props);
  now.current = props;
  const line = useRef<[number, number][]>([]);
  const [hover, setHover] = useState<{ paper: number; x: number; y: number } | null>(null);
  const hovered = useRef(-1);
  const isFitted = useRef(true);

  const draw = (): void => {
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(() => {
      const [element, view] = [canvas.current, port.current];
      const context = element?.getContext('2d');
      if (!element || !context || !view) return;
      ink.current ??= readInk(element);
      const { selected, topics, scene: shown, drawn } = now.current;
      const marked: Marked = { hover: hovered.current, selected, topics };
      drawn.current = { port: view, scene: shown, ink: ink.current };
      const ratio = devicePixelRatio;
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      paint(context, view, shown, marked, ink.current);
      lasso(context, line.current, ink.current.accent);
    });
  };
  /** Shows another part of the map: what the pointer was at is not there any more. */
  const show = (next: ViewPort): void => {
    const { at } = now.current.scene;
    port.current = withDots(next, at);
    isFitted.current = false;
    point(-1, 0, 0);
    draw();
  };
  const fit = (): void => {
    const element = canvas.current;
    if (!element) return;
    port.current = wholeMap(now.current.scene.at, element.clientWidth, element.clientHeight);
    isFitted.current = true;
    point(-1, 0, 0);
    draw();
  };
  const point = (paper: number, x: number, y: number): void => {
    hovered.current = paper;
    setHover(paper < 0 ? null : { paper, x, y });
  };
  useEffect(() => (isFitted.current ? fit() : draw()), [scene]);
  useEffect(draw);

  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const resize = (): void => {
      const { clientWidth: width, clientHeight: height } = element;
      element.width = width * devicePixelRatio;
      element.height = height * devicePixelRatio;
      const { current: view } = port;
      if (!view || isFitted.current) return fit();
      // What a person zoomed in on stays in the middle; the whole map is what fits now.
      const { whole } = wholeMap(now.current.scene.at, width, height);
      port.current = withDots({ ...view, width, height, whole }, now.current.scene.at);
      point(-1, 0, 0);
      draw();
    };
    const watch = new ResizeObserver(resize);
    watch.observe(element);
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    const recolour = (): void => {
      ink.current = null;
      draw();
    };
    scheme.addEventListener('change', recolour);
    const wheel = (event: WheelEvent): void => {
      event.preventDefault();
      if (port.current)
        show(zoomed(port.current, Math.exp(-event.deltaY / 300), event.offsetX, event.offsetY));
    };
    element.addEventListener('wheel', wheel, { passive: false });
    return () => {
      watch.disconnect();
      scheme.removeEventListener('change', recolour);
      element.removeEventListener('wheel', wheel);
      cancelAnimationFrame(frame.current);
    };
  }, []);

  const enclosed = (): string[] => {
    const view = port.current;
    if (!view) return [];
    return scene.ids.filter((_, paper) => {
      const [x, y] = toScreen(view, scene.at[2 * paper] ?? 0, scene.at[2 * paper + 1] ?? 0);
      return isInside(line.current, x, y);
    });
  };
  const begin = (event: PointerEvent): void => {
    const element = event.currentTarget as HTMLCanvasElement;
    element.setPointerCapture(event.pointerId);
    const from = { x: event.offsetX, y: event.offsetY };
    let last = from;
    let isDragged = false;
    const isLasso = props.isLasso || event.shiftKey;
    if (isLasso) line.current = [[from.x, from.y]];
    const drag = (next: PointerEvent): void => {
      isDragged ||= Math.hypot(next.offsetX - from.x, next.offsetY - from.y) > 4;
      if (isLasso) {
        line.current.push([next.offsetX, next.offsetY]);
        draw();
      } else if (isDragged && port.current)
        show(moved(port.current, next.offsetX - last.x, next.offsetY - last.y));
      last = { x: next.offsetX, y: next.offsetY };
    };
    const end = (): void => {
      element.removeEventListener('pointermove', drag);
      element.removeEventListener('pointerup', end);
      element.removeEventListener('pointercancel', end);
      if (isLasso && isDragged) props.onSelect(enclosed());
      else if (!isDragged && port.current) {
        const paper = paperAt(port.current, scene, last.x, last.y);
        if (paper >= 0) props.onOpen(scene.ids[paper] ?? '');
        else props.onSelect([]);
      }
      line.current = [];
      draw();
    };
    element.addEventListener('pointermove', drag);
    element.addEventListener('pointerup', end);
    element.addEventListener('pointercancel', end);
  };
  const press = (event: KeyboardEvent): void => {
    const view = port.current;
    if (!view || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') props.onSelect([]);
    const [x, y] = [view.width / 2, view.height / 2];
    const ways: Record<string, () => ViewPort> = {
      ArrowLeft: () => moved(view, STEP, 0),
      ArrowRight: () => moved(view, -STEP, 0),
      ArrowUp: () => moved(view, 0, STEP),
      ArrowDown: () => moved(view, 0, -STEP),
      '+': () => zoomed(view, ZOOM, x, y),
      '=': () => zoomed(view, ZOOM, x, y),
      '-': () => zoomed(view, 1 / ZOOM, x, y),
    };
    if (event.key === '0') {
      event.preventDefault();
      return fit();
    }
    const way = ways[event.key];
    if (!way) return;
    event.preventDefault();
    show(way());
  };

  const zoom = (factor: number): void => {
    const { current: view } = port;
    if (view) show(zoomed(view, factor, view.width / 2, view.height / 2));
  };
  const button = (label: string, name: string, sign: string, onPress: () => void) => (
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
        onKeyDown={press}
        onPointerDown={begin}
        onPointerMove={({ offsetX, offsetY, buttons }) => {
          if (buttons === 0 && port.current)
            point(paperAt(port.current, scene, offsetX, offsetY), offsetX, offsetY);
        }}
        onPointerLeave={() => point(-1, 0, 0)}
      />
      <p id="map-keys" class="unseen">
        {i18n.t('map.keys')}
      </p>
      <div class="map-zoom">
        {button(i18n.t('map.closer'), 'closer', '+', () => zoom(ZOOM))}
        {button(i18n.t('map.farther'), 'farther', '−', () => zoom(1 / ZOOM))}
        {button(i18n.t('map.fit'), 'fit', '⤢', fit)}
      </div>
      {hover && port.current && (
        <MapCard {...hover} port={port.current} scene={scene} titleOf={props.titleOf} />
      )}
    </div>
  );
}

function lasso(context: CanvasRenderingContext2D, line: [number, number][], colour: string): void {
  const [first, ...rest] = line;
  if (!first || rest.length === 0) return;
  context.strokeStyle = colour;
  context.lineWidth = 1.5;
  context.setLineDash([4, 3]);
  context.beginPath();
  context.moveTo(...first);
  for (const point of rest) context.lineTo(...point);
  context.closePath();
  context.stroke();
  context.setLineDash([]);
}
