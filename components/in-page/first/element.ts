/** An element with attributes and contents; text is never read as markup. */
export function element(
  tag: string,
  attributes: Readonly<Record<string, string>>,
  ...contents: readonly (Node | string)[]
): HTMLElement {
  const made = document.createElement(tag);
  for (const name in attributes) made.setAttribute(name, attributes[name] ?? '');
  made.append(...contents);
  return made;
}

const SVG = 'http://www.w3.org/2000/svg';

/** A drawing of `components/in-page/marks/icons.tsx`, by its path. */
export function drawing(path: string, className: string): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', className);
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  line.setAttribute('fill', 'none');
  svg.append(line);
  return svg;
}
