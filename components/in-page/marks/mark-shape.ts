const SVG = 'http://www.w3.org/2000/svg';

/** Parts of a mark: a style sheet shows those that an entry's state asks for. States differ by shape. */
const PARTS: readonly [name: string, tag: string, attributes: Record<string, string>][] = [
  ['ring', 'circle', { cx: '8', cy: '8', r: '5' }],
  ['pip', 'circle', { cx: '8', cy: '8', r: '1.25' }],
  ['dot', 'circle', { cx: '8', cy: '8', r: '5.5' }],
  ['tick', 'path', { d: 'M3.5 8.5l3 3 6-7' }],
  ['strike', 'path', { d: 'M4.5 11.5l7-7' }],
  ['flag', 'path', { d: 'M14 4.5V-1l4 1.75-4 1.75' }],
  ['sign-news', 'path', { d: 'M-2.5 2.5L.5-.5l3 3' }],
  ['sign-note', 'path', { d: 'M.5 18h4.5' }],
  ['sign-tag', 'path', { d: 'M8 16.25L9.75 18 8 19.75 6.25 18z' }],
  ['sign-highlight', 'path', { d: 'M11.5 18h4' }],
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
