import { styleOf } from '@/components/in-page/dock/place';
import { PATHS } from '@/components/in-page/marks/icon-paths';
import type { FirstWords, PageOpened } from '@/rpc/protocol';
import { drawing, element } from './element';

type Drawn = Pick<PageOpened, 'bar' | 'isCollapsed' | 'unseen' | 'words'>;

/** The page bar before anything happened on the page: what `dock/bar.tsx` draws then (a test compares them). */
export function firstBar({ bar, isCollapsed, unseen, words }: Drawn): HTMLElement {
  const dock = element(
    'section',
    { class: 'dock', 'data-corner': bar.corner },
    element('div', { role: 'status', class: 'unseen' }),
    isCollapsed ? dot(unseen, words) : line(unseen, words),
  );
  dock.setAttribute('aria-label', words.region);
  for (const [name, value] of Object.entries(styleOf(bar))) dock.style.setProperty(name, value);
  return dock;
}

const dot = (unseen: number, { expand }: FirstWords): HTMLElement =>
  element(
    'button',
    { type: 'button', class: 'card dock-dot', 'data-gloss': 'bar', 'aria-label': expand },
    unseen > 0 ? String(unseen) : drawing(PATHS.mark, 'icon'),
  );

const line = (unseen: number, words: FirstWords): HTMLElement =>
  element(
    'div',
    { class: 'card dock-line', 'data-gloss': 'bar' },
    element('div', { class: 'saying' }, counts(unseen, words)),
    element(
      'button',
      { type: 'button', class: 'plain mode', 'data-action': 'triage' },
      words.triage,
    ),
    control('move', 'plain grip', PATHS.grip, { 'aria-label': words.move, title: words.move }),
    control('menu', 'plain icon-only', PATHS.more, {
      'aria-label': words.menu,
      'aria-expanded': 'false',
    }),
    control('collapse', 'plain icon-only', PATHS.minus, { 'aria-label': words.collapse }),
  );

function control(
  action: string,
  className: string,
  path: string,
  labels: Record<string, string>,
): HTMLElement {
  const icon = drawing(path, action === 'collapse' ? 'icon' : 'icon dots');
  const attributes = { type: 'button', class: className, 'data-action': action, ...labels };
  return element('button', attributes, icon);
}

const counts = (unseen: number, words: FirstWords): HTMLElement =>
  element(
    'span',
    { class: 'counts' },
    element('span', { class: 'papers', ...(words.cut ? { title: words.cut } : {}) }, words.papers),
    between(),
    count('new', words.countNew, words, unseen === 0),
    between(),
    count('saved', words.countSaved, words, true),
  );

const between = (): HTMLElement => element('span', { class: 'dot', 'aria-hidden': 'true' }, '·');

const count = (
  filter: string,
  text: string,
  { goThrough }: FirstWords,
  isDisabled: boolean,
): HTMLElement =>
  element(
    'button',
    {
      type: 'button',
      class: 'plain count',
      'data-filter': filter,
      ...(isDisabled ? { disabled: '' } : {}),
      title: goThrough,
    },
    element('span', { class: 'drawn', 'data-text': text }),
  );
