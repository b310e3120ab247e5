import type { LibraryPaper } from '@/domain/paper/paper';
import { fold } from '@/domain/text';
import { withPlainFormulas } from '@/domain/text/plain-formula';
import { isNear } from './near';
import { type Query, soughtWords, type TextField, type Words } from './query';
import { endsJoined, soughtTokens, tokens } from './tokens';

/** A piece of a text, and whether it was sought. */
export interface SnippetPiece {
  text: string;
  isHit: boolean;
}

interface Placed {
  token: string;
  start: number;
  end: number;
}

const RUN = /[\p{L}\p{N}\p{M}ー々]+/gu;

/** The words of a text with their places in it, as `tokens` gives them. */
function placed(text: string): Placed[] {
  return [...text.matchAll(RUN)].flatMap(({ 0: run, index }) => {
    const own = tokens(run);
    if (!endsJoined(run))
      return own.map((token) => ({ token, start: index, end: index + run.length }));
    const all: Placed[] = [];
    let at = 0;
    for (const token of own) {
      // Letters of a run are as long folded as not, but for rare ones, and then a mark is a letter off.
      const found = fold(run).indexOf(token, at);
      const start = found < 0 ? at : found;
      all.push({ token, start: index + start, end: index + start + token.length });
      at = start + (endsJoined(token) ? 1 : token.length);
    }
    return all;
  });
}

/** The places of sought words in a text, in order, without overlaps. */
function hitsOf(text: string, sought: readonly Words[], withTypos: boolean): [number, number][] {
  const words = placed(text);
  const hits: [number, number][] = [];
  for (const { text: wanted, isQuoted } of sought) {
    const row = soughtTokens(wanted);
    const isWhole = isQuoted && !endsJoined(wanted);
    const fits = (token: string, word: string, isLast: boolean): boolean => {
      if (withTypos) return row.length === 1 && !isQuoted && isNear(token, word);
      return isLast && !isWhole ? word.startsWith(token) : word === token;
    };
    words.forEach((_, first) => {
      const isThere = row.every((token, offset) => {
        const word = words[first + offset];
        return word !== undefined && fits(token, word.token, offset === row.length - 1);
      });
      const last = words[first + row.length - 1];
      if (isThere && last) hits.push([words[first]?.start ?? 0, last.end]);
    });
  }
  const merged: [number, number][] = [];
  for (const [start, end] of hits.toSorted(([a], [b]) => a - b)) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

function cut(text: string, hits: readonly [number, number][]): SnippetPiece[] {
  const pieces: SnippetPiece[] = [];
  let at = 0;
  for (const [start, end] of hits) {
    if (start > at) pieces.push({ text: text.slice(at, start), isHit: false });
    pieces.push({ text: text.slice(start, end), isHit: true });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isHit: false });
  return pieces;
}

/** Words before the hit that a snippet shows, and its length, UTF-16 units. */
const LEAD = 50;
const LENGTH = 260;

function around(text: string, hits: readonly [number, number][]): SnippetPiece[] {
  const first = hits[0]?.[0] ?? 0;
  const space = text.lastIndexOf(' ', Math.max(0, first - LEAD));
  const start = first <= LEAD || space < 0 ? 0 : space + 1;
  const end = Math.min(text.length, start + LENGTH);
  const pieces = cut(
    text.slice(start, end),
    hits.flatMap(([from, to]): [number, number][] =>
      to <= end ? [[from - start, to - start]] : [],
    ),
  );
  return start === 0 ? pieces : [{ text: '…', isHit: false }, ...pieces];
}

/** A paper's title with what was sought in it, and the text where else it was found; for a line, so without TeX. */
export interface Snippet {
  title: SnippetPiece[];
  /** Where the first hit outside of the title is; `null` where there is none. */
  field: Exclude<TextField, 'title' | 'id'> | null;
  text: SnippetPiece[];
}

const FIELDS = ['note', 'highlight', 'abstract', 'author', 'venue'] as const;

const textIn = (paper: LibraryPaper, field: (typeof FIELDS)[number]): string => {
  if (field === 'note') return paper.note.text;
  if (field === 'author') return paper.authors.join(', ');
  if (field === 'abstract') return paper.abstract;
  if (field === 'venue') return paper.facts.venue?.value ?? '';
  return paper.highlights
    .flatMap(({ quote, comment }) => [quote.exact, comment])
    .filter(Boolean)
    .join(' · ');
};

/** What of a paper a query's words hit, for showing: a word that nothing has is looked for with one typo. */
export function snippetOf(paper: LibraryPaper, query: Query): Snippet {
  const words = soughtWords(query);
  const title = withPlainFormulas(paper.title);
  const show = (withTypos: boolean): Snippet => {
    const of = (field: TextField): Words[] =>
      words.filter((word) => word.field === null || word.field === field);
    const inTitle = cut(title, hitsOf(title, of('title'), withTypos));
    for (const field of FIELDS) {
      const sought = of(field);
      if (sought.length === 0) continue;
      const text = withPlainFormulas(textIn(paper, field));
      const hits = hitsOf(text, sought, withTypos);
      if (hits.length > 0) return { title: inTitle, field, text: around(text, hits) };
    }
    return { title: inTitle, field: null, text: [] };
  };
  if (words.length === 0) return { title: [{ text: title, isHit: false }], field: null, text: [] };
  const exact = show(false);
  return exact.field !== null || exact.title.some(({ isHit }) => isHit) ? exact : show(true);
}
