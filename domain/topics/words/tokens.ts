import { fold, stripTex } from '@/domain/text';
import { GROWTH, Ints } from '@/domain/topics/numbers/ints';
import { stem } from './stem';
import type { TopicInput } from '@/domain/topics/types';
import { BOILERPLATE, CONNECTORS, GENERIC, STOP } from './words';

/** What a term is good for. */
export const KIND = {
  /** A feature and a label, alone or in a phrase. */
  content: 0,
  /** Part of phrases only. */
  generic: 1,
  /** Ends a phrase, but may be inside one: "of", a short number. */
  connector: 2,
  /** Ends a phrase, but is a feature: fields differ in how they speak ("we prove", "outperforms"). */
  manner: 3,
  /** Ends a phrase. */
  filler: 4,
} as const;

/** How a token is joined to the one before; in the lowest bits of a corpus's `joint`. */
export const JOINT = {
  /** Apart: by a full stop, a bracket, the end of the title. */
  none: 0,
  space: 1,
  hyphen: 2,
  /** It begins with the letter that the one before ends with: pairs of ideographs. */
  overlap: 3,
} as const;
/** Set in a corpus's `joint` where a token follows a word or a comma and a space: capitals are its own there. */
export const INSIDE = 4;

/** Whether two tokens can be one phrase, by the `joint` of the second. */
export const isJoined = (joint: number | undefined): boolean => ((joint ?? 0) & 3) !== JOINT.none;
/** Whether a hyphen joins two tokens, by the `joint` of the second. */
export const isHyphen = (joint: number | undefined): boolean => ((joint ?? 0) & 3) === JOINT.hyphen;

/** Papers as sequences of words. Parallel typed arrays, and no text: 10,000 abstracts are 2 million tokens. */
export interface Corpus {
  ids: string[];
  /** Tokens of paper `i` are those from `first[i]` up to `first[i + 1]`. */
  first: Int32Array;
  /** The first token of paper `i` that isn't of its title. */
  body: Int32Array;
  /** Term of each token, and the word as it is written. */
  term: Int32Array;
  word: Int32Array;
  /** One of `JOINT`, and perhaps `INSIDE`, by token. */
  joint: Uint8Array;
  /** Folded stem of each term. */
  stems: string[];
  /** One of `KIND`, by term. */
  kinds: Uint8Array;
  words: string[];
}

/** A formula between dollars, by the rule that tells it from money (https://pandoc.org/MANUAL.html#extension-tex_math_dollars). */
const FORMULA = /\$\$?(?! )([^$]{1,400}?)(?<! )\$\$?(?!\d)/g;
const TEX_ENVIRONMENT = /\\(?:begin|end|cite\w*|ref|label|footnote|url|href)\s*\{[^}]*\}/g;

/** The text without TeX. Of a formula only a single name stays: `$k$-means`, `$\alpha$-stable`. */
function withoutTex(text: string): string {
  if (!/[\\$]/.test(text)) return text;
  const named = text.replace(TEX_ENVIRONMENT, ' ').replace(FORMULA, (_, formula: string) => {
    const name = stripTex(formula).trim();
    return /^[\p{L}\p{N}]+$/u.test(name) ? name : ' ';
  });
  return stripTex(named);
}

/** Where a publisher's notice begins, "© 2012 Elsevier Ltd. All rights reserved.", and how long it may be. */
const NOTICE =
  /(?:\(PsycINFO Database Record|(?:copyright\s*)?(?:©|\(c\))\s*\d{4}|copyright\s+\d{4})[^]*$/i;
const NOTICE_LENGTH = 300;

/** An abstract without the notice that a publisher left at its end. */
function withoutNotice(abstract: string): string {
  const from = Math.max(0, abstract.length - NOTICE_LENGTH);
  const at = abstract.slice(from).search(NOTICE);
  return at < 0 ? abstract : abstract.slice(0, from + at);
}

function kindOf(word: string, isAscii: boolean): number {
  if (CONNECTORS.has(word)) return KIND.connector;
  const hasLetter = isAscii ? /[a-z]/.test(word) : /\p{L}/u.test(word);
  // "Type 2 diabetes", "COVID-19".
  if (/^\d{1,2}$/.test(word)) return KIND.connector;
  if (STOP.has(word) || !hasLetter) return KIND.filler;
  if (BOILERPLATE.has(word)) return KIND.manner;
  if (GENERIC.has(word)) return KIND.generic;
  if (isAscii) return word.length > 1 ? KIND.content : KIND.filler;
  // A single letter is a variable's name; a single ideograph is a word.
  return /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(word) || word.length > 1
    ? KIND.content
    : KIND.filler;
}

/** Gives every distinct word its number and its term: words with one stem and one kind share one. */
class Words {
  readonly words: string[] = [];
  readonly terms: number[] = [];
  readonly stems: string[] = [];
  readonly kinds: number[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly ofStem = new Map<string, number>();

  of(word: string): number {
    const known = this.numbers.get(word);
    if (known !== undefined) return known;
    const number = this.words.length;
    // Cut from a text, a word would keep all of it in memory.
    const own = word.length < CUT ? word : Array.from(word).join('');
    this.numbers.set(own, number);
    this.words.push(own);
    this.terms.push(this.termOf(own));
    return number;
  }

  private termOf(word: string): number {
    const isAscii = ASCII.test(word);
    const folded = isAscii ? word.toLowerCase() : fold(word);
    const kind = kindOf(folded, isAscii);
    const root = stem(folded);
    const key = `${kind} ${root}`;
    const known = this.ofStem.get(key);
    if (known !== undefined) return known;
    const term = this.stems.length;
    this.stems.push(root);
    this.kinds.push(kind);
    this.ofStem.set(key, term);
    return term;
  }
}

/** From this length on V8 does not copy a part of a string. */
const CUT = 13;

/** "Parkinson's disease" is a phrase. */
const POSSESSIVE = /['’]s /;
const EVERY_POSSESSIVE = /(\p{L})['’]s(?= )/gu;

/** PDFs give "diﬀerent" with one sign for two letters. */
const LIGATURE = /[\ufb00-\ufb06]/g;
const unjoined = (sign: string): string => sign.normalize('NFKC');

const ASCII = /^[\0-\x7f]*$/;
/** What parts words. Most texts are ASCII: for those the other expressions are never compiled. */
const ASCII_GAP = /([^a-zA-Z0-9]+)/;
/** Letters beyond the basic plane (emoji, styled letters) part words as well. */
const GAP =
  /((?:[^\p{L}\p{N}\p{M}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]|[\u{10000}-\u{10ffff}])+)/u;
const IDEOGRAPHS = /([\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]+)/u;

/** What a gap between two words says of the second. */
function jointOf(gap: string): number {
  const isInside = gap.endsWith(' ') && (gap.length === 1 || ',;)'.includes(gap.at(-2) ?? ''));
  const joint =
    gap === ' ' || gap === '\n'
      ? JOINT.space
      : gap === '-' || gap === '\u2010' || gap === '\u2011'
        ? JOINT.hyphen
        : JOINT.none;
  return joint + (isInside ? INSIDE : 0);
}

/**
 * Reads papers into words, one after the other: folded (case, accents, ligatures), stemmed, TeX removed,
 * ideographs by twos. A paper's text can be forgotten once it was read.
 */
export class CorpusReader {
  private readonly ids: string[] = [];
  private readonly words = new Words();
  private readonly joints = new Map<string, number>();
  private readonly first = new Ints();
  private readonly body = new Ints();
  private readonly word: Ints;
  private joint: Uint8Array<ArrayBuffer>;

  /** `size`: how many tokens there will be, roughly. */
  constructor(size = 1 << 14) {
    this.word = new Ints(size);
    this.joint = new Uint8Array(size);
    this.first.push(0);
  }

  add({ id, title, abstract }: TopicInput): void {
    this.ids.push(id);
    this.read(withoutTex(title));
    this.body.push(this.word.length);
    this.read(withoutTex(withoutNotice(abstract)));
    this.first.push(this.word.length);
  }

  private read(given: string): void {
    const text = POSSESSIVE.test(given) ? given.replaceAll(EVERY_POSSESSIVE, '$1') : given;
    const isAscii = ASCII.test(text);
    const pieces = (isAscii ? text : text.replace(LIGATURE, unjoined)).split(
      isAscii ? ASCII_GAP : GAP,
    );
    for (let at = 0; at < pieces.length; at += 2) {
      const piece = pieces[at] ?? '';
      if (piece === '') continue;
      // Nothing precedes the first word that could join it.
      const joint = at === 0 || pieces[at - 2] === '' ? 0 : this.jointFor(pieces[at - 1] ?? '');
      if (isAscii || !IDEOGRAPHS.test(piece)) this.token(piece, joint);
      else this.mixed(piece, joint);
    }
  }

  private jointFor(gap: string): number {
    let joint = this.joints.get(gap);
    if (joint === undefined) this.joints.set(gap, (joint = jointOf(gap)));
    return joint;
  }

  /** Letters and scripts without spaces, of which every two neighbouring characters are a word, overlapping. */
  private mixed(piece: string, joint: number): void {
    for (const [at, run] of piece.split(IDEOGRAPHS).entries()) {
      if (run === '') continue;
      if (at % 2 === 0) this.token(run, at === 0 ? joint : 0);
      else this.ideographs(run, joint & INSIDE);
    }
  }

  private ideographs(run: string, joint: number): void {
    if (run.length === 1) this.token(run, joint);
    for (let at = 0; at + 1 < run.length; at++)
      this.token(run.slice(at, at + 2), at === 0 ? joint : JOINT.overlap);
  }

  private token(written: string, joint: number): void {
    const at = this.word.length;
    if (at === this.joint.length) {
      const wider = this.joint.buffer.transfer(Math.ceil(at * GROWTH));
      this.joint = new Uint8Array(wider);
    }
    this.joint[at] = joint;
    this.word.push(this.words.of(written));
  }

  /** What was read, handed over: nothing is left in the reader. */
  done(): Corpus {
    const { words, terms, stems, kinds } = this.words;
    const word = this.word.done();
    const term = new Int32Array(word.length);
    for (let at = 0; at < word.length; at++) term[at] = terms[word[at] ?? 0] ?? 0;
    const joint = new Uint8Array(this.joint.buffer.transfer(word.length));
    return {
      ids: this.ids,
      first: this.first.done(),
      body: this.body.done(),
      term,
      word,
      joint,
      stems,
      kinds: Uint8Array.from(kinds),
      words,
    };
  }
}

/** Papers read into words. */
export function readCorpus(papers: readonly TopicInput[]): Corpus {
  const reader = new CorpusReader();
  for (const paper of papers) reader.add(paper);
  return reader.done();
}

/** The papers of a corpus whose ids are wanted, in their order. */
export function partOf(corpus: Corpus, isWanted: (id: string) => boolean): Corpus {
  const rows = [...corpus.ids.keys()].filter((row) => isWanted(corpus.ids[row] ?? ''));
  if (rows.length === corpus.ids.length) return corpus;
  const { first, body } = corpus;
  const starts = new Int32Array(rows.length + 1);
  for (const [to, row] of rows.entries())
    starts[to + 1] = (starts[to] ?? 0) + (first[row + 1] ?? 0) - (first[row] ?? 0);
  const only = <T extends Int32Array | Uint8Array>(from: T, to: T): T => {
    for (const [at, row] of rows.entries())
      to.set(from.subarray(first[row], first[row + 1]), starts[at]);
    return to;
  };
  const tokens = starts[rows.length] ?? 0;
  return {
    ...corpus,
    ids: rows.map((row) => corpus.ids[row] ?? ''),
    first: starts,
    body: Int32Array.from(
      rows,
      (row, at) => (starts[at] ?? 0) + (body[row] ?? 0) - (first[row] ?? 0),
    ),
    term: only(corpus.term, new Int32Array(tokens)),
    word: only(corpus.word, new Int32Array(tokens)),
    joint: only(corpus.joint, new Uint8Array(tokens)),
  };
}
