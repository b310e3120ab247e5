import type { VNode } from 'preact';
import { PATHS } from './icon-paths';

export type IconName = keyof typeof PATHS;

/** A drawing; the label of its button says its meaning. */
export const Icon = ({ name, filled = false }: { name: IconName; filled?: boolean }): VNode => (
  <svg
    class={name === 'more' || name === 'grip' ? 'icon dots' : 'icon'}
    viewBox="0 0 16 16"
    aria-hidden="true"
  >
    <path d={PATHS[name]} fill={filled ? 'currentColor' : 'none'} />
  </svg>
);
