import { build } from '@/components/in-page/first/build';
import type { Tree } from '@/rpc/protocol';

const circle = (name: string, r: string): Tree => ['circle', { class: name, cx: '8', cy: '8', r }];
const path = (name: string, d: string): Tree => ['path', { class: name, d }];

/**
 * An empty mark: a button that a style sheet draws from its data attributes. The sheet shows those of its parts that
 * an entry's state asks for. States differ by shape.
 */
export const MARK: Tree = [
  'button',
  { type: 'button', class: 'mark', 'data-gloss': 'mark', 'data-open': 'false' },
  [
    [
      'svg',
      { viewBox: '0 0 16 16', 'aria-hidden': 'true' },
      [
        circle('ring', '5'),
        circle('pip', '1.25'),
        circle('dot', '5.5'),
        path('tick', 'M3.5 8.5l3 3 6-7'),
        path('strike', 'M4.5 11.5l7-7'),
        path('flag', 'M14 4.5V-1l4 1.75-4 1.75'),
        path('sign-news', 'M-2.5 2.5L.5-.5l3 3'),
        path('sign-note', 'M-1 16.25h5M-1 19h3'),
        path('sign-tag', 'M8 15.25L10.4 17.65 8 20 5.6 17.65z'),
        path('sign-highlight', 'M12 17.65h5'),
      ],
    ],
  ],
];

let pattern: HTMLButtonElement | undefined;

/** Makes an empty mark. */
export const createMark = (): HTMLButtonElement =>
  (pattern ??= build(MARK) as HTMLButtonElement).cloneNode(true) as HTMLButtonElement;
