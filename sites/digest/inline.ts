import type { Run } from './model';

interface Link {
  from: number;
  to: number;
  href: string;
}

/** What the marks of a text in Markdown, or plain text with addresses in it, mean. */
interface Marks {
  links: Link[];
  /** Where bold begins and ends, in turn. */
  bold: number[];
  /** What is mark and not text. */
  cuts: [from: number, to: number][];
}

const TOKEN = /\*\*|__|!?\[|\]\(|\]|https?:\/\/[^\s<>"|\]]+/g;

/** Reads the inline marks of Markdown in one pass: links, images, bold, and bare addresses. */
function marksOf(text: string): Marks {
  const marks: Marks = { links: [], bold: [], cuts: [] };
  const open: { at: number; length: number }[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    const [token, at] = [match[0], match.index];
    if (token === '**' || token === '__') {
      marks.bold.push(at);
      marks.cuts.push([at, at + 2]);
    } else if (token.endsWith('[')) open.push({ at, length: token.length });
    else if (token === ']') open.pop();
    else if (token === '](') {
      const close = closing(text, at + 2);
      const start = open.pop();
      if (!start || close < 0) continue;
      const from = start.at + start.length;
      if (start.length === 2) marks.cuts.push([start.at, close + 1]);
      else {
        marks.links.push({ from, to: at, href: text.slice(at + 2, close).split(/\s/)[0] ?? '' });
        marks.cuts.push([start.at, from], [at, close + 1]);
      }
      TOKEN.lastIndex = close + 1;
    } else {
      const href = token.replace(/[).,;:!?'*]+$/, '');
      marks.links.push({ from: at, to: at + href.length, href });
    }
  }
  return marks;
}

/** Where the address that begins behind `](` ends; one pair of brackets may stand in it. */
function closing(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < Math.min(text.length, from + 2_000); at += 1) {
    const sign = text[at];
    if (sign === '(') depth += 1;
    else if (sign === ')' && depth === 0) return at;
    else if (sign === ')') depth -= 1;
    else if (sign === '\n') return -1;
  }
  return -1;
}

/** The runs of a stretch of plain text; links that the page itself drew into it come along as `drawn`. */
export function inlineRuns(text: string, drawn: readonly Run[]): Run[] {
  const marks = marksOf(text);
  for (const run of drawn)
    if (run.href !== undefined) marks.links.push({ from: run.start, to: run.end, href: run.href });
  const edges = new Set([0, text.length]);
  for (const { from, to } of marks.links) edges.add(from).add(to);
  for (const [from, to] of marks.cuts) edges.add(from).add(to);
  const places = [...edges].filter((at) => at >= 0 && at <= text.length).toSorted((a, b) => a - b);
  const links = marks.links.toSorted((a, b) => a.from - b.from);
  const cuts = marks.cuts.toSorted((a, b) => a[0] - b[0]);
  return sweep(text, places, links, cuts, marks.bold);
}

function sweep(
  text: string,
  places: readonly number[],
  links: readonly Link[],
  cuts: readonly [number, number][],
  bold: readonly number[],
): Run[] {
  const runs: Run[] = [];
  let [link, cut, toggles, cutTo] = [0, 0, 0, 0];
  for (const [index, start] of places.entries()) {
    const end = places[index + 1];
    if (end === undefined) break;
    while ((links[link]?.to ?? Infinity) <= start) link += 1;
    while ((bold[toggles] ?? Infinity) <= start) toggles += 1;
    for (let next = cuts[cut]; next && next[0] <= start; next = cuts[cut]) {
      cutTo = Math.max(cutTo, next[1]);
      cut += 1;
    }
    if (start < cutTo || !/\S/.test(text.slice(start, end))) continue;
    const inside = links[link];
    const linked = inside && inside.from <= start ? inside : undefined;
    // An opening mark without its closing one means nothing.
    const isBold = toggles % 2 === 1 && toggles < bold.length;
    const style = `${linked ? 'a' : ''}${isBold ? 'b' : ''}`;
    const isUrl = linked && /^https?:/.test(text.slice(start, start + 6));
    runs.push({
      start,
      end,
      style,
      mark: isUrl ? 'url' : `text.${style}`,
      ...(linked ? { href: linked.href } : {}),
    });
  }
  return runs;
}
