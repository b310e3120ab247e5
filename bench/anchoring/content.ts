import { cutOff } from './form';
import { choose, type Random, whole } from './random';
import { added, joined, replacing, slice, type Traced } from './traced';

/* Mutations of content: a revised version of the abstract, or a part of it. */

const SPELLINGS: readonly [RegExp, string][] = [
  [/ization\b/, 'isation'],
  [/ize(d|s)?\b/, 'ise$1'],
  [/izing\b/, 'ising'],
  [/isation\b/, 'ization'],
  [/ise(d|s)\b/, 'ize$1'],
  [/avior/, 'aviour'],
  [/olor/, 'olour'],
  [/eling\b/, 'elling'],
  [/elled\b/, 'eled'],
  [/enter\b/, 'entre'],
  [/yze/, 'yse'],
];

const INSERTED = [
  'also',
  'further',
  'very',
  'new',
  'large',
  'then',
  'two',
  'newly',
  'often',
  'in practice',
];

function typo(word: string, random: Random): string {
  const at = whole(random, word.length);
  const letter = choose(random, 'etaoinshrd'.split(''));
  return choose(random, [
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + letter + word.slice(at),
    word.slice(0, at) + letter + word.slice(at + 1),
  ]);
}

function edited(word: string, vocabulary: readonly string[], random: Random): string {
  const kind = random();
  const respelled = SPELLINGS.find(([pattern]) => pattern.test(word));
  if (respelled && kind < 0.7) return word.replace(...respelled);
  if (kind < 0.25) return typo(word, random);
  if (kind < 0.5) return '';
  if (kind < 0.7) return `${choose(random, INSERTED)} ${word}`;
  if (kind < 0.75) return word.toUpperCase();
  return choose(random, vocabulary);
}

/** Up to one word in ten is misspelt, dropped, replaced or gets company; spellings change continents. */
export function editWords(source: Traced, vocabulary: readonly string[], random: Random): Traced {
  const share = 0.1 * random();
  const parts: Traced[] = [];
  let at = 0;
  for (const match of source.text.matchAll(/[\p{L}\p{N}]+/gu)) {
    if (random() > share) continue;
    const [word] = match;
    const said = edited(word, vocabulary, random);
    parts.push(slice(source, at, match.index));
    const kept = said.indexOf(word);
    if (kept >= 0)
      parts.push(
        added(said.slice(0, kept)),
        slice(source, match.index, match.index + word.length),
        added(said.slice(kept + word.length)),
      );
    else parts.push(aligned(slice(source, match.index, match.index + word.length), said));
    at = match.index + word.length;
  }
  parts.push(slice(source, at));
  return joined(parts);
}

/** A word in another spelling: what its beginning and end share with the old one is traced, the rest is new. */
function aligned(old: Traced, said: string): Traced {
  let head = 0;
  while (head < said.length && said.charAt(head) === old.text.charAt(head)) head++;
  let tail = 0;
  while (
    tail < Math.min(said.length, old.text.length) - head &&
    said.at(-1 - tail) === old.text.at(-1 - tail)
  )
    tail++;
  if (head + tail < old.text.length / 2) return replacing(old, said);
  return joined([
    slice(old, 0, head),
    added(said.slice(head, said.length - tail)),
    slice(old, old.text.length - tail),
  ]);
}

/** Sentences with the space after each; an abstract in one sentence is split at commas. */
function sentences(source: Traced): Traced[] {
  const ends = [...source.text.matchAll(/[.!?。！？]['"”)]*\s*(?=\p{Lu}|\p{Lo}|\d|$)/gu)];
  const parts: Traced[] = [];
  let at = 0;
  for (const { index, 0: end } of ends) {
    parts.push(slice(source, at, index + end.length));
    at = index + end.length;
  }
  if (at < source.text.length) parts.push(slice(source, at));
  return parts;
}

const SPACE = added(' ');

/** Sentences are moved, cut or added, one to three of them; or the abstract ends early. */
export function editSentences(source: Traced, other: string, random: Random): Traced {
  if (random() < 0.25) return cutOff(source, random);
  let parts = sentences(source).map((part) =>
    /\s$/.test(part.text) ? part : joined([part, SPACE]),
  );
  const foreign = sentences(added(other));
  for (let steps = 1 + whole(random, 3); steps > 0; steps--) {
    const at = whole(random, parts.length);
    const to = whole(random, parts.length + 1);
    const kind = random();
    const [part] = parts.slice(at, at + 1);
    if (kind < 0.35 && parts.length > 1) parts = parts.toSpliced(at, 1);
    else if (kind < 0.65 && part)
      parts = parts.toSpliced(at, 1).toSpliced(Math.min(to, parts.length - 1), 0, part);
    else if (foreign.length > 0) parts = parts.toSpliced(to, 0, choose(random, foreign), SPACE);
  }
  return joined(parts);
}

/** Takes out every sentence that a passage touches; nothing else changes. */
export const removeSentences = (source: Traced, start: number, end: number): Traced =>
  joined(sentences(source).filter(({ from }) => !from.some((at) => at >= start && at < end)));
