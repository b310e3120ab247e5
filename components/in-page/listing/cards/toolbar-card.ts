import type { Box } from '@/components/in-page/layer/geometry';
import type { Layer } from '@/components/in-page/layer/layer';
import type { ListedEntry } from '@/components/in-page/listed-entry';
import type { Marks } from '@/components/in-page/marks/marks';
import type { Action } from '@/components/in-page/marks/toolbar';
import { besideMark } from '@/components/in-page/marks/toolbar-seat';
import { type CardProps, toolbarOf } from './card-contents';
import { createFloating, type Floating } from './floating';
import { toolbarKeys } from './toolbar-keys';

/** The toolbar of an entry, beside its mark. */
export interface ToolbarCard extends Omit<Floating, 'show'> {
  show: (item: ListedEntry, anchor: () => Box | null) => void;
}

interface Options {
  layer: Layer;
  marks: Pick<Marks, 'boxes'>;
  props: CardProps;
  /** Closes it: it has done its work. */
  fold: () => void;
  /** Gives the focus back to its mark. */
  toMark: () => void;
}

/** Actions that settle what a person thinks of a paper. */
const DECISIONS: ReadonlySet<Action> = new Set(['save', 'dismiss', 'read']);

export function createToolbarCard({ layer, marks, props, fold, toMark }: Options): ToolbarCard {
  const { show, ...floating } = createFloating({ layer, onKey: toolbarKeys(toMark) });
  const shown: CardProps = {
    ...props,
    act: (item, action) => {
      props.act(item, action);
      if (DECISIONS.has(action)) fold();
    },
  };
  return {
    ...floating,
    show: (item, anchor) =>
      show(toolbarOf(item, shown), (size, view) => {
        const box = anchor();
        return box && besideMark(box, size, view, marks.boxes(item));
      }),
  };
}
