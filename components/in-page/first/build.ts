import type { Tree } from '@/rpc/protocol';

const SVG = 'http://www.w3.org/2000/svg';

/** Makes the element that a tree describes. */
export function build([tag, attributes, contents = []]: Tree, isDrawing = tag === 'svg'): Element {
  const made = isDrawing ? document.createElementNS(SVG, tag) : document.createElement(tag);
  for (const name in attributes) {
    const value = attributes[name] ?? '';
    // Pages may forbid style attributes, and can't forbid this.
    if (name === 'style') (made as HTMLElement).style.cssText = value;
    else made.setAttribute(name, value);
  }
  for (const one of contents)
    made.append(typeof one === 'string' ? one : build(one, isDrawing || one[0] === 'svg'));
  return made;
}
