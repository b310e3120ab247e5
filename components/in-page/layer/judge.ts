import { type Canvas, rise } from './canvas';
import { createGuard, type Guard } from './guard';
import { isFaded } from './plain';
import { createSight, type Sight } from './sight';
import { createTabbing, type Tabbing } from './tabbing';
import type { Seen } from './visibility';

/** What judges the events on a canvas. */
export interface Judge extends Guard {
  sight: Sight;
  /** Keys that were pressed for us, by their codes: the page does not learn that they are let go. */
  taken: Set<string>;
  tabbing: Tabbing;
}

/** A canvas that hears a person, and nobody else. */
export type JudgedCanvas = Canvas & Judge;

/** Has a canvas judged from now on; `before` are looks at what a person came to until now. It stays the same object. */
export function judge(canvas: Canvas, before: readonly Seen[] = []): JudgedCanvas {
  const { host, root, origin, isPlain, remove } = canvas;
  const sight = createSight({ root, origin, before });
  /** In the browser's top layer nothing that a page does to its root changes how we look. */
  const refused = (): void => {
    if (host.isConnected && isFaded(host)) {
      // Scripts of the page hear of it, and must not while Firefox is at an element of ours (`screen.ts`).
      if (import.meta.env.FIREFOX) setTimeout(() => rise(host));
      else rise(host);
    }
    canvas.unsettled();
  };
  return Object.assign(canvas, {
    sight,
    taken: new Set<string>(),
    tabbing: createTabbing(),
    remove: () => {
      sight.rest();
      remove();
    },
    ...createGuard({ root, sight, isPlain, refused }),
  });
}
