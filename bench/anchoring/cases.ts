import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import search from 'approx-string-match';
import { describeQuote, type Selectors } from '@/domain/anchor/describe';
import { normalise } from '@/domain/anchor/normalise';
import type { Position } from '@/domain/paper/paper';
import { collapse } from '@/domain/text';
import { ROOT } from '@/scripts/browser/extension';
import { editSentences, editWords, removeSentences } from './content';
import { otherRendering, surrounded, unicodeForms, whiteSpace } from './form';
import { choose, type Random, whole } from './random';
import { image, joined, slice, type Stretch, type Traced, traced, widestImage } from './traced';

const DATA = path.join(ROOT, '../shared/data/topics');
const SHORTEST = 8;
const LONGEST = 300;

/** Abstracts of real papers; `null` where the data are not on this machine. */
export function realAbstracts(): string[] | null {
  const files = ['digest114.jsonl', 'arxiv-cats-3k.jsonl'].map((name) => path.join(DATA, name));
  if (!files.every((file) => existsSync(file))) return null;
  return files
    .flatMap((file) => readFileSync(file, 'utf8').trim().split('\n'))
    .map((line) => collapse((JSON.parse(line) as { abstract: string }).abstract))
    .filter((abstract) => abstract.length > 400);
}

/** A passage of an abstract as it was highlighted there. */
export interface Passage {
  abstract: string;
  selectors: Selectors;
}

/** Random passages, all lengths on a logarithmic scale alike; half of them of whole words, as a double click selects. */
export function randomPassages(abstracts: readonly string[], count: number, random: Random) {
  const typeset = abstracts.filter((abstract) => /[\\$]/.test(abstract));
  const passages: Passage[] = [];
  while (passages.length < count) {
    const abstract = choose(random, random() < 0.3 ? typeset : abstracts);
    const length = Math.round(SHORTEST * (LONGEST / SHORTEST) ** random());
    let start = whole(random, Math.max(1, abstract.length - length));
    let end = start + length;
    if (random() < 0.5) {
      while (start > 0 && /\S/.test(abstract.charAt(start - 1))) start--;
      while (end < abstract.length && /\S/.test(abstract.charAt(end))) end++;
    }
    const selectors = describeQuote(abstract, start, end);
    if (selectors && selectors.quote.exact.length >= SHORTEST)
      passages.push({ abstract, selectors });
  }
  return passages;
}

type Mutation = (source: Traced, random: Random, passage: Position) => Traced;

const GATE = { lost: 0.5, wrong: 0.1 };
const NEVER = { lost: 0, wrong: 0 };

/** The five strengths: three of form, two of content (told apart, since form leaves every passage what it was). */
export interface Strength {
  name: string;
  content: Mutation;
  form: Mutation;
  /** The promise: per cent of passages that may be lost, and put elsewhere. Texts without one tell how far the method carries. */
  most?: { lost: number; wrong: number };
}

const same: Mutation = (source) => source;

/** Each strength alone, then all in one text. */
export function strengths(abstracts: readonly string[]): Strength[] {
  const vocabulary = abstracts.slice(0, 50).flatMap((abstract) => abstract.match(/\p{L}+/gu) ?? []);
  const words = (source: Traced, random: Random) => editWords(source, vocabulary, random);
  const sentences = (source: Traced, random: Random) =>
    editSentences(source, choose(random, abstracts), random);
  const tex = (source: Traced, random: Random) =>
    surrounded(otherRendering(source, random), random);
  return [
    { name: 'white space', content: same, form: whiteSpace, most: GATE },
    { name: 'Unicode forms', content: same, form: unicodeForms, most: GATE },
    { name: 'TeX or rendered', content: same, form: tex, most: GATE },
    { name: 'words edited', content: words, form: same, most: GATE },
    { name: 'sentences', content: sentences, form: same, most: GATE },
    {
      name: 'all of these',
      content: (source, random) => sentences(words(source, random), random),
      form: (source, random) => whiteSpace(unicodeForms(tex(source, random), random), random),
    },
    {
      name: 'passage cut out',
      content: (source, _, { start, end }) => joined([slice(source, 0, start), slice(source, end)]),
      form: same,
      most: NEVER,
    },
    {
      name: 'sentence removed',
      content: (source, random, { start, end }) =>
        words(removeSentences(source, start, end), random),
      form: same,
      most: NEVER,
    },
  ];
}

/**
 * What became of a passage: it survived with few edits, it is gone, there are parts of it; or it is gone, and the same
 * words are still there in the same surroundings, so that no reader could tell them from the passage.
 */
export type Fate = 'survived' | 'removed' | 'partly' | 'again';

export interface Case {
  strength: string;
  passage: Passage;
  /** The other version, as a field's normalised text. */
  text: string;
  /** Where the passage is in that text; `null` where it was removed. */
  truth: Stretch | null;
  /** The same with words at its ends that were replaced by others. */
  widest: Stretch | null;
  fate: Fate;
}

/** One passage in one mutated abstract, with what a perfect reader would say. */
export function makeCase(
  passage: Passage,
  { name, content, form }: Strength,
  random: Random,
): Case {
  const { start, end } = passage.selectors.position;
  const revised = content(traced(passage.abstract), random, passage.selectors.position);
  const mutated = form(revised, random, passage.selectors.position);
  const there = image(revised, start, end);
  // What form did to the passage does not count as edits: the words are the same.
  const fate = fateOf(
    passage.selectors.quote.exact,
    there && revised.text.slice(there.start, there.end),
  );
  const raw = image(mutated, start, end);
  const { text, fromRaw } = normalise(mutated.text);
  const here = (place: Stretch | null): Stretch | null =>
    place && { start: fromRaw(place.start), end: fromRaw(place.end) };
  const widest = here(widestImage(mutated, start, end));
  // Where the other form leaves nothing of it (half a TeX command), nothing can be found.
  const outcome = raw ? fate : standsAgain(passage, text) ? 'again' : 'removed';
  return { strength: name, passage, text, truth: here(raw), widest, fate: outcome };
}

/** Whether a text has a passage with its context, but for one edit in ten characters. */
function standsAgain({ selectors: { quote } }: Passage, text: string): boolean {
  const all = (quote.prefix + quote.exact + quote.suffix).toLowerCase();
  return search(text.toLowerCase(), all, Math.floor(all.length * EDITS)).length > 0;
}

/** Edits that a passage may have and still count as the same. */
const EDITS = 0.1;

function fateOf(exact: string, there: string | null): Fate {
  if (there === null) return 'removed';
  return distance(exact, there) <= exact.length * EDITS ? 'survived' : 'partly';
}

/** Edits that make one text the other (Levenshtein). */
function distance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++)
      current.push(
        Math.min(
          (above[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (above[column - 1] ?? 0) + (a.charAt(row - 1) === b.charAt(column - 1) ? 0 : 1),
        ),
      );
    above = current;
  }
  return above[b.length] ?? 0;
}
