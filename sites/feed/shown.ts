import type { Part, Place } from '@/domain/entry';

/** The source of a file as a browser shows it, and where on the page each stretch of it is. */
export interface ShownSource {
  text: string;
  /** The place of a stretch, without white space around it. */
  placeOf: (start: number, end: number) => Place;
}

/** Where Chromium's viewer keeps the tree that it shows (third_party/blink/renderer/core/xml/DocumentXMLTreeViewer.js). */
const VIEWER_SOURCE = '#webkit-xml-viewer-source-xml';

/** What the viewer says besides, and what it writes in the place of a part that is folded. */
const isDecoration = (node: Node): boolean =>
  node.nodeType === 1 && /(?:^| )(?:header|folded)(?: |$)/.test((node as Element).className);

/** The text nodes that show the source: of a page that is one `pre`, or of the tree that Chromium draws of XML. */
function nodesOf(page: Document): Text[] {
  const { body } = page;
  const source = page.querySelector(VIEWER_SOURCE);
  const only = body?.childElementCount > 0 && body.firstElementChild?.localName === 'pre';
  const root = source ? body : only ? body.firstElementChild : null;
  const nodes: Text[] = [];
  const stack: Node[] = root ? [root] : [];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node === source || isDecoration(node)) continue;
    if (node.nodeType === 3) nodes.push(node as Text);
    for (let child = node.lastChild; child; child = child.previousSibling) stack.push(child);
  }
  return nodes;
}

/** The source that a page shows; `null` for a page that shows none. */
export function shownSource(page: Document): ShownSource | null {
  const nodes = nodesOf(page);
  if (nodes.length === 0) return null;
  const starts: number[] = [];
  let length = 0;
  for (const { data } of nodes) {
    starts.push(length);
    length += data.length;
  }
  const text = nodes.map(({ data }) => data).join('');
  /** The node that holds a character, by halving. */
  const nodeAt = (at: number): number => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };
  return {
    text,
    placeOf: (start, end) => {
      const said = text.slice(start, end);
      const from = start + (said.length - said.trimStart().length);
      const to = end - (said.length - said.trimEnd().length);
      const parts: Part[] = [];
      for (let index = nodeAt(from); index >= 0 && index < nodes.length; index += 1) {
        const [node, at] = [nodes[index], starts[index] ?? 0];
        if (!node || at >= to) break;
        const part = { node, start: Math.max(0, from - at), end: Math.min(node.length, to - at) };
        if (part.end > part.start) parts.push(parts.length > 0 ? { ...part, glued: true } : part);
      }
      return parts;
    },
  };
}
