import { i18n } from '#i18n';
import { styleOf } from '@/components/in-page/dock/place';
import { PATHS } from '@/components/in-page/marks/icon-paths';
import { MOST_ENTRIES } from '@/domain/limits';
import type { BarPlace } from '@/domain/settings';
import type { Tree } from '@/rpc/protocol';

/** How many entries of each kind a page lists. */
export type FirstCounts = Record<'papers' | 'new' | 'saved' | 'read' | 'noted', number>;

interface Shown {
  counts: FirstCounts;
  bar: BarPlace;
  isCollapsed: boolean;
}

/**
 * The page bar before anything happened on the page: what `dock/bar.tsx` draws then (a test compares them). The
 * background describes it, so that pages have no texts to look up.
 */
export function firstBar({ counts, bar, isCollapsed }: Shown): Tree {
  const style = Object.entries(styleOf(bar))
    .map(([name, value]) => `${name}: ${value}`)
    .join('; ');
  const labels = { 'data-corner': bar.corner, style, 'aria-label': i18n.t('dock.region') };
  return [
    'section',
    { class: 'dock', ...labels },
    [['div', { role: 'status', class: 'unseen' }], isCollapsed ? dot(counts) : line(counts)],
  ];
}

/** What the bar says instead of its counts. */
export const saying = (text: string): Tree => [
  'span',
  { class: 'drawn failed', 'data-text': text },
];

const drawing = (path: string, className: string): Tree => [
  'svg',
  { class: className, viewBox: '0 0 16 16', 'aria-hidden': 'true' },
  [['path', { d: path, fill: 'none' }]],
];

const dot = ({ papers, new: unseen }: FirstCounts): Tree => [
  'button',
  {
    type: 'button',
    class: 'card dock-dot',
    'data-gloss': 'bar',
    'aria-label': i18n.t('dock.expand', [String(papers), String(unseen)]),
  },
  [unseen > 0 ? String(unseen) : drawing(PATHS.mark, 'icon')],
];

const line = (counts: FirstCounts): Tree => [
  'div',
  { class: 'card dock-line', 'data-gloss': 'bar' },
  [
    ['div', { class: 'saying' }, [countLine(counts)]],
    [
      'button',
      { type: 'button', class: 'plain mode', 'data-action': 'triage' },
      [i18n.t('dock.triage')],
    ],
    control('move', 'plain grip', PATHS.grip, {
      'aria-label': i18n.t('dock.move'),
      title: i18n.t('dock.move'),
    }),
    control('menu', 'plain icon-only', PATHS.more, {
      'aria-label': i18n.t('dock.menu'),
      'aria-expanded': 'false',
    }),
    control('collapse', 'plain icon-only', PATHS.minus, { 'aria-label': i18n.t('dock.collapse') }),
  ],
];

const control = (
  action: string,
  className: string,
  path: string,
  labels: Record<string, string>,
): Tree => [
  'button',
  { type: 'button', class: className, 'data-action': action, ...labels },
  [drawing(path, action === 'collapse' ? 'icon' : 'icon dots')],
];

const ALWAYS = ['new', 'saved'] as const;
const SOMETIMES = ['read', 'noted'] as const;

function countLine(counts: FirstCounts): Tree {
  const rare = SOMETIMES.filter((filter) => counts[filter] > 0);
  return [
    'span',
    { class: 'counts' },
    [
      papersOf(counts.papers),
      ...ALWAYS.flatMap((filter) => [between('dot'), count(filter, counts, 'plain count')]),
      ...rare.flatMap((filter) => [between('dot more'), count(filter, counts, 'plain count more')]),
    ],
  ];
}

function papersOf(papers: number): Tree {
  const number = papers.toLocaleString();
  return papers >= MOST_ENTRIES
    ? [
        'span',
        { class: 'papers', title: i18n.t('dock.cut', [number]) },
        [i18n.t('dock.first', [number])],
      ]
    : ['span', { class: 'papers' }, [i18n.t('dock.papers', papers)]];
}

const between = (className: string): Tree => [
  'span',
  { class: className, 'aria-hidden': 'true' },
  ['·'],
];

const count = (
  filter: Exclude<keyof FirstCounts, 'papers'>,
  counts: FirstCounts,
  className: string,
): Tree => [
  'button',
  {
    type: 'button',
    class: className,
    'data-filter': filter,
    ...(counts[filter] === 0 ? { disabled: '' } : {}),
    title: i18n.t('dock.goThrough'),
  },
  [['span', { class: 'drawn', 'data-text': i18n.t(`dock.${filter}`, [String(counts[filter])]) }]],
];
