/** Lines of an outline at most, and how deep it goes. */
const LINES = 150;
const DEPTH = 14;
/** Class names that are kept of an element, characters. */
const CLASSES = 80;

const SKIPPED = /^(?:script|style|svg|noscript|template|link|meta|path|iframe)$/;

/** A tag with its class names and role: nothing of what a page says or of whom it says it. */
function nameOf(element: Element): string {
  const classes = (element.getAttribute('class') ?? '').trim().slice(0, CLASSES).split(/\s+/);
  const role = element.getAttribute('role');
  return [element.localName, ...classes.filter(Boolean)].join('.') + (role ? `[${role}]` : '');
}

/**
 * The skeleton of a page: an indented line an element, equal neighbours as one with their number. No text, no
 * address, no id: what is needed to see how a site's markup has changed, and not who looked at what.
 */
export function outlineOf(page: Document): string {
  const lines: string[] = [];
  const walk = (parent: Element, depth: number): void => {
    const children = [...parent.children].filter(({ localName }) => !SKIPPED.test(localName));
    for (let at = 0; at < children.length && lines.length < LINES; ) {
      const child = children[at];
      if (!child) return;
      const name = nameOf(child);
      let count = 1;
      while (children[at + count] && nameOf(children[at + count] as Element) === name) count += 1;
      lines.push(`${'  '.repeat(depth)}${name}${count > 1 ? ` ×${count}` : ''}`);
      if (depth < DEPTH) walk(child, depth + 1);
      at += count;
    }
  };
  if (page.body) walk(page.body, 0);
  return lines.length < LINES ? lines.join('\n') : `${lines.join('\n')}\n…`;
}
