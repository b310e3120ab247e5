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

/** Marks of Markdown, HTML tags that Markdown files hold, and bare addresses. */
const TOKEN =
  /\\[*_#|~]|\*\*|__|`+|!?\[|\]\(|\]|<!--|<\/?(?:a|b|strong|i|em|u|s|sub|sup|small|font|span|code|kbd|mark|del|ins|br|hr|p|div|center|img|details|summary|h[1-6]|ul|ol|li|table|thead|tbody|tr|td|th)(?:\s[^<>\n]{0,600})?\/?>|https?:\/\/[^\s<>"|\]]+/gi;
const HREF = /\shref\s*=\s*["']?([^"'\s>]+)/i;

/** Reads the inline marks of Markdown in one pass: links, images, bold, tags, and bare addresses. */
function marksOf(text: string): Marks {
  const marks: Marks = { links: [], bold: [], cuts: [] };
  const open: { at: number; length: number }[] = [];
  let anchor: { from: number; href: string } | undefined;
  const find = finder(text);
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    const [token, at] = [match[0], match.index];
    if (token.startsWith('\\')) marks.cuts.push([at, at + 1]);
    else if (token === '**' || token === '__') {
      marks.bold.push(at);
      marks.cuts.push([at, at + 2]);
    } else if (token.startsWith('`')) marks.cuts.push([at, at + token.length]);
    else if (token === '<!--') {
      const stop = find('-->', at);
      if (stop < 0) continue;
      marks.cuts.push([at, stop + 3]);
      TOKEN.lastIndex = stop + 3;
    } else if (token.startsWith('<')) {
      marks.cuts.push([at, at + token.length]);
      if (/^<\/?(?:b|strong)\b/i.test(token)) marks.bold.push(at);
      const href = HREF.exec(token)?.[1];
      if (href) anchor = { from: at + token.length, href };
      else if (/^<\/a/i.test(token) && anchor) {
        marks.links.push({ ...anchor, to: at });
        anchor = undefined;
      }
    } else if (token.endsWith('[')) open.push({ at, length: token.length });
    else if (token === ']') open.pop();
    else if (token === '](') {
      const close = find(')', at) < 0 ? -1 : closing(text, at + 2, find(')', at));
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

/** Finds signs from places that only go forward: what was found, or is not there, is not looked for again. */
function finder(text: string): (sign: string, from: number) => number {
  const known = new Map<string, number>();
  return (sign, from) => {
    const last = known.get(sign);
    if (last !== undefined && (last < 0 || last >= from)) return last;
    const at = text.indexOf(sign, from);
    known.set(sign, at);
    return at;
  };
}

/** Characters of an address in Markdown at most. */
const LONGEST = 500;

/** Where the address that begins behind `](` ends; it may hold one pair of brackets. */
function closing(text: string, from: number, first: number): number {
  if (first > from + LONGEST) return -1;
  let depth = 0;
  for (let at = from; at < Math.min(text.length, from + LONGEST); at += 1) {
    const sign = text[at];
    if (sign === '(') depth += 1;
    else if (sign === ')' && depth === 0) return at;
    else if (sign === ')') depth -= 1;
    else if (sign === '\n') return -1;
  }
  return -1;
}

/** A stretch of plain text without its marks: what of it is text, in order, and the runs of the text that is left. */
export interface Inline {
  kept: [from: number, to: number][];
  runs: Run[];
}

const MARKDOWN =
  /^ {0,3}#{1,6} \S|\]\(\S|^ {0,3}\|.*\|\s*$|^\s*[-*+] (?:\*\*|\[)|<(?:br|img|a|p|div)\b/m;

/** Whether a text is written in Markdown: in any other, backquotes, stars and tags are what they look like. */
export const isMarkdown = (text: string): boolean => MARKDOWN.test(text);

/** Reads a stretch of plain text, or of Markdown; links that the page itself drew into it come along as `drawn`. */
export function readInline(text: string, drawn: readonly Run[], markdown: boolean): Inline {
  const marks = marksOf(text);
  if (!markdown) marks.cuts = [];
  for (const run of drawn)
    if (run.href !== undefined) marks.links.push({ from: run.start, to: run.end, href: run.href });
  const kept = keptOf(text, marks.cuts);
  const edges = new Set<number>();
  for (const { from, to } of marks.links) edges.add(from).add(to);
  for (const [from, to] of kept) edges.add(from).add(to);
  for (const at of marks.bold) edges.add(at);
  const places = [...edges].filter((at) => at >= 0 && at <= text.length).toSorted((a, b) => a - b);
  const links = marks.links.toSorted((a, b) => a.from - b.from);
  const runs = sweep(text, places, links, kept, marks.bold);
  return { kept, runs: [...runs, ...pictures(links, runs)] };
}

/** Links without a text of their own: what they lead to still counts. */
function pictures(links: readonly Link[], runs: readonly Run[]): Run[] {
  const told = new Set(runs.map(({ href }) => href));
  const end = runs.at(-1)?.end ?? 0;
  return links
    .filter(({ href }) => !told.has(href))
    .map(({ href }) => ({ start: end, end, style: '', mark: '', href }));
}

/** What is left of a text when marks are cut out. */
function keptOf(text: string, cuts: readonly [number, number][]): [number, number][] {
  const kept: [number, number][] = [];
  let at = 0;
  for (const [from, to] of cuts.toSorted((a, b) => a[0] - b[0])) {
    if (from > at) kept.push([at, from]);
    at = Math.max(at, to);
  }
  if (at < text.length) kept.push([at, text.length]);
  return kept;
}

/** The runs between all edges, counted in the text that is left. */
function sweep(
  text: string,
  places: readonly number[],
  links: readonly Link[],
  kept: readonly [number, number][],
  bold: readonly number[],
): Run[] {
  const runs: Run[] = [];
  let [link, stretch, toggles, gone] = [0, 0, 0, kept[0]?.[0] ?? 0];
  for (const [index, start] of places.entries()) {
    const end = places[index + 1];
    if (end === undefined) break;
    while ((links[link]?.to ?? Infinity) <= start) link += 1;
    while ((bold[toggles] ?? Infinity) <= start) toggles += 1;
    while ((kept[stretch]?.[1] ?? Infinity) <= start) {
      gone += (kept[stretch + 1]?.[0] ?? 0) - (kept[stretch]?.[1] ?? 0);
      stretch += 1;
    }
    if (start < (kept[stretch]?.[0] ?? Infinity) || !/\S/.test(text.slice(start, end))) continue;
    const inside = links[link];
    const linked = inside && inside.from <= start ? inside : undefined;
    // An opening mark without its closing one means nothing.
    const isBold = toggles % 2 === 1 && toggles < bold.length;
    const style = `${linked ? 'a' : ''}${isBold ? 'b' : ''}`;
    const isUrl = linked && /^https?:/.test(text.slice(start, start + 6));
    runs.push({
      start: start - gone,
      end: end - gone,
      style,
      mark: isUrl ? 'url' : `text.${style}`,
      ...(linked ? { href: linked.href } : {}),
    });
  }
  return runs;
}
