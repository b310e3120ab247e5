import type { Aim, FirstStage, Left } from '@/components/in-page/first/take-over';
import type { Layer } from '@/components/in-page/layer/layer';
import type { ListedEntry } from '@/components/in-page/listed-entry';
import type { Marks } from '@/components/in-page/marks/marks';
import type { EarlierActs } from './mark-events';
import { focusQuietly } from './mark-focus';
import type { Passages } from './passages';
import type { Store } from './store';

interface Parts extends EarlierActs {
  store: Pick<Store, 'listed'>;
  layer: Layer;
  marks: Pick<Marks, 'get'>;
  passages: Pick<Passages, 'offer'>;
  /** Opens what a mark opens. */
  enter: (item: ListedEntry) => void;
  onKey: (event: KeyboardEvent) => boolean;
}

/**
 * Takes the page over from the first stage, in the frame in which all is drawn: what a person did there is done again,
 * in the same order, where the page still shows what they did it to.
 */
export function takeOver(first: FirstStage, parts: Parts): void {
  // What is drawn now lies over the marks of the first stage, and the browser says soon that the pointer has left them.
  const over = first.over();
  // After the marks and the bar, which are drawn in the same frame.
  requestAnimationFrame(() => redo({ ...first.leave(), over }, first.hasSelected(), parts));
}

function redo(left: Left & { over: Node | null }, hasSelected: boolean, parts: Parts): void {
  const { layer, store, marks, hover, touch, enter, onKey, passages } = parts;
  const itemOf = (title: Node): ListedEntry | undefined =>
    store.listed.find(({ entry }) => entry.titlePlace[0]?.node === title);
  const elementAt = (aim: Aim): HTMLElement | null => {
    if ('bar' in aim) return layer.root.querySelector(`.dock-region ${aim.bar}`);
    const item = itemOf(aim.title);
    return (item && marks.get(item)) ?? null;
  };
  const { acts, over, focus, isTabbing } = left;
  const focused = focus && elementAt(focus);
  // Coming there by Tab was a wish to open, being there is none.
  if (focused) focusQuietly(focused);
  const pointed = over && itemOf(over);
  if (pointed) hover(pointed);
  const tabbed = isTabbing && focus && 'title' in focus && itemOf(focus.title);
  if (tabbed) enter(tabbed);
  for (const act of acts)
    if (act.kind === 'key') onKey(act.key);
    else if (act.kind === 'touch') {
      const touched = itemOf(act.title);
      if (touched) touch(touched);
    } else {
      const target = elementAt(act.aim);
      if (target) layer.press(target, act.click);
    }
  if (hasSelected) passages.offer();
}
