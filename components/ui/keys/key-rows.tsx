import type { VNode } from 'preact';
import { keyLabel } from './key';

/** A key, as `KeyboardEvent.key` names it, and the words for its effect. */
export type KeyRow = readonly [key: string, text: string];

/** Keys with their effects; those without a key are left out. */
export const KeyRows = ({ rows }: { rows: readonly KeyRow[] }): VNode => (
  <dl class="keys">
    {rows
      .filter(([key]) => key !== '')
      .map(([key, text]) => (
        <div key={text}>
          <dt>
            <kbd>{keyLabel(key)}</kbd>
          </dt>
          <dd>{text}</dd>
        </div>
      ))}
  </dl>
);
