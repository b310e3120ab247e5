import { i18n } from '#i18n';
import type { ListedEntry } from '@/components/highlight/contract';

const SVG = 'http://www.w3.org/2000/svg';

/** What a mark shows, as a word for the style sheet; states differ by shape. */
const shapeOf = ({ state }: ListedEntry): string => state.status ?? 'none';

const PARTS: readonly [name: string, tag: string, attributes: Record<string, string>][] = [
  ['ring', 'circle', { cx: '8', cy: '8', r: '5' }],
  ['dot', 'circle', { cx: '8', cy: '8', r: '5.75' }],
  ['tick', 'path', { d: 'M3.5 8.5l3 3 6-7' }],
  ['strike', 'path', { d: 'M4 12l8-8' }],
  ['line', 'path', { d: 'M1.5 17h5' }],
  ['bar', 'path', { d: 'M9.5 17h5' }],
];

let pattern: HTMLButtonElement | undefined;

/** An empty mark: a button that a style sheet draws from its data attributes. */
export const createMark = (): HTMLButtonElement =>
  (pattern ??= drawMark()).cloneNode(true) as HTMLButtonElement;

function drawMark(): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'mark';
  button.dataset.gloss = 'mark';
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  for (const [name, tag, attributes] of PARTS) {
    const part = document.createElementNS(SVG, tag);
    part.setAttribute('class', name);
    for (const [key, value] of Object.entries(attributes)) part.setAttribute(key, value);
    svg.append(part);
  }
  button.append(svg);
  return button;
}

/** Shows an entry's state on its mark. */
export function showState(mark: HTMLButtonElement, item: ListedEntry): void {
  const { state, entry, index } = item;
  const shape = shapeOf(item);
  mark.dataset.entry = String(index);
  mark.dataset.state = shape;
  mark.dataset.new = String(state.id === '' && state.sighting === null);
  mark.dataset.note = String(state.note.text !== '');
  mark.dataset.highlights = String(state.highlights.length > 0 || state.tags.length > 0);
  const words = [
    i18n.t('row.mark', [entry.title]),
    ...(state.status ? [i18n.t(`row.${state.status}`)] : []),
    ...state.tags.map(({ name }) => `#${name}`),
  ];
  mark.setAttribute('aria-label', words.join(', '));
}
