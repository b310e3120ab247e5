import { fold, stripTex } from '@/domain/text';
import { Ints } from './ints';
import { stem } from './stem';
import type { TopicInput } from './types';
import { BOILERPLATE, CONNECTORS, GENERIC, STOP } from './words';

/** What a term is good for. */
export const KIND = {
  /** A feature and a label, alone or in a phrase. */
  content: 0,
  /** Part of phrases only. */
  generic: 1,
  /** Ends a phrase, but may stand inside one ("of"). */
  connector: 2,
  /** Ends a phrase, but is a feature: fields differ in how they speak ("we prove", "outperforms"). */
  manner: 3,
  /** Ends a phrase. */
  filler: 4,
} as const;

/** Papers as sequences of terms. Parallel typed arrays: 10,000 abstracts are 2 million tokens. */
export interface Corpus {
  papers: readonly TopicInput[];
  /** Title and abstract of each paper without TeX; token offsets point into the one they are of. */
  titles: string[];
  abstracts: string[];
  /** Tokens of paper `i` are those from `first[i]` up to `first[i + 1]`. */
  first: Int32Array;
  /** The first token of paper `i` that isn't of its title. */
  body: Int32Array;
  /** Term of each token. */
  term: Int32Array;
  /** Where each token stands in its title or abstract, UTF-16. */
  start: Int32Array;
  end: Int32Array;
  /** 1 where nothing but a space or a hyphen parts a token from the one before: they can be one phrase. */
  joined: Uint8Array;
  /** Folded stem of each term. */
  stems: string[];
  /** One of `KIND`, by term. */
  kinds: Uint8Array;
}

/** A formula between dollars, by the rule that tells it from money (https://pandoc.org/MANUAL.html#extension-tex_math_dollars). */
const FORMULA = /\$\$?(?! )([^$]{1,400}?)(?<! )\$\$?(?!\d)/g;
const TEX_ENVIRONMENT = /\\(?:begin|end|cite\w*|ref|label|footnote|url|href)\s*\{[^}]*\}/g;

/** The text without TeX. Of a formula only a single name stays: `$k$-means`, `$\alpha$-stable`. */
export function withoutTex(text: string): string {
  if (!/[\\$]/.test(text)) return text;
  const named = text.replace(TEX_ENVIRONMENT, ' ').replace(FORMULA, (_, formula: string) => {
    const name = stripTex(formula).trim();
    return /^[\p{L}\p{N}]+$/u.test(name) ? name : ' ';
  });
  return stripTex(named);
}

const LETTER = 1;
const OTHER = 2;
const IDEOGRAPH = 3;

/** Class of each UTF-16 unit, found when first met. Surrogates (emoji, styled letters) part words. */
const classes = new Uint8Array(0x10000);

function classOf(unit: number): number {
  // Most texts are ASCII: for those the expressions below are never compiled.
  if (unit < 0x80) {
    const letter = unit | 0x20;
    return (letter >= 0x61 && letter <= 0x7a) || (unit >= 0x30 && unit <= 0x39) ? LETTER : OTHER;
  }
  const char = String.fromCharCode(unit);
  if (/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]/u.test(char)) return IDEOGRAPH;
  return /[\p{L}\p{N}\p{M}]/u.test(char) ? LETTER : OTHER;
}

const classAt = (text: string, at: number): number => {
  const unit = text.charCodeAt(at);
  return classes[unit] || (classes[unit] = classOf(unit));
};

function kindOf(word: string, isAscii: boolean): number {
  if (CONNECTORS.has(word)) return KIND.connector;
  const hasLetter = isAscii ? /[a-z]/.test(word) : /\p{L}/u.test(word);
  if (STOP.has(word) || !hasLetter) return KIND.filler;
  if (BOILERPLATE.has(word)) return KIND.manner;
  if (GENERIC.has(word)) return KIND.generic;
  if (isAscii) return word.length > 1 ? KIND.content : KIND.filler;
  // A single letter is a variable's name; a single ideograph is a word.
  return /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(word) || word.length > 1
    ? KIND.content
    : KIND.filler;
}

/** Gives every distinct word its term: words with one stem and one kind share one. */
class Terms {
  stems: string[] = [];
  kinds: number[] = [];
  private ofWord = new Map<string, number>();
  private ofStem = new Map<string, number>();

  of(word: string): number {
    const known = this.ofWord.get(word);
    if (known !== undefined) return known;
    const isAscii = /^[\x20-\x7e]*$/.test(word);
    const folded = isAscii ? word.toLowerCase() : fold(word);
    const kind = kindOf(folded, isAscii);
    const root = stem(folded);
    const key = `${kind} ${root}`;
    let term = this.ofStem.get(key);
    if (term === undefined) {
      term = this.stems.length;
      this.stems.push(root);
      this.kinds.push(kind);
      this.ofStem.set(key, term);
    }
    this.ofWord.set(word, term);
    return term;
  }
}

/** Reads one text after the other into the arrays of a `Corpus`. */
class Reader {
  terms = new Terms();
  term: Ints;
  start: Ints;
  end: Ints;
  joined: Ints;

  /** `size`: how many tokens there will be, roughly. */
  constructor(size: number) {
    [this.term, this.start] = [new Ints(size), new Ints(size)];
    [this.end, this.joined] = [new Ints(size), new Ints(size)];
  }

  read(text: string): void {
    const to = text.length;
    let at = 0;
    let previousEnd = -1;
    while (at < to) {
      const kind = classAt(text, at);
      if (kind === OTHER) {
        at++;
        continue;
      }
      let end = at + 1;
      while (end < to && classAt(text, end) === kind) end++;
      const touches = previousEnd === at || (previousEnd === at - 1 && isJoint(text, at - 1));
      if (kind === LETTER) this.token(text, at, end, touches);
      else this.ideographs(text, at, end);
      previousEnd = kind === LETTER ? end : -1;
      at = end;
    }
  }

  /** Scripts without spaces: every two neighbouring characters, overlapping. */
  private ideographs(text: string, from: number, to: number): void {
    if (to - from === 1) this.token(text, from, to, false);
    for (let at = from; at + 1 < to; at++) this.token(text, at, at + 2, at > from);
  }

  private token(text: string, start: number, end: number, joined: boolean): void {
    this.term.push(this.terms.of(text.slice(start, end)));
    this.start.push(start);
    this.end.push(end);
    this.joined.push(joined ? 1 : 0);
  }
}

/** A single space, line break or hyphen. */
function isJoint(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === 0x20 || unit === 0x0a || unit === 0x2d || unit === 0x2010 || unit === 0x2011;
}

/** The text that a token is of. */
export const textAt = ({ titles, abstracts, body }: Corpus, paper: number, token: number): string =>
  (token < (body[paper] ?? 0) ? titles : abstracts)[paper] ?? '';

/** Letters of a text for each of its tokens. */
const LETTERS = 6.5;

/** Papers read into terms: folded (case, accents, ligatures), stemmed, TeX removed, ideographs by twos. */
export function readCorpus(papers: readonly TopicInput[]): Corpus {
  const letters = papers.reduce(
    (sum, { title, abstract }) => sum + title.length + abstract.length,
    0,
  );
  const reader = new Reader(Math.ceil(letters / LETTERS));
  const titles: string[] = [];
  const abstracts: string[] = [];
  const first = new Int32Array(papers.length + 1);
  const body = new Int32Array(papers.length);
  for (const [index, paper] of papers.entries()) {
    const [title, abstract] = [withoutTex(paper.title), withoutTex(paper.abstract)];
    reader.read(title);
    body[index] = reader.term.length;
    reader.read(abstract);
    first[index + 1] = reader.term.length;
    titles.push(title);
    abstracts.push(abstract);
  }
  return {
    papers,
    titles,
    abstracts,
    first,
    body,
    term: reader.term.done(),
    start: reader.start.done(),
    end: reader.end.done(),
    joined: new Uint8Array(reader.joined.done()),
    stems: reader.terms.stems,
    kinds: Uint8Array.from(reader.terms.kinds),
  };
}
