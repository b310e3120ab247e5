import { expect, test } from 'vitest';
import { occurrencesIn } from '@/domain/topics/words/occurrences';
import { tallied } from '@/domain/topics/names/phrases';
import { surfaceOf } from '@/domain/topics/names/surface';
import { readCorpus } from '@/domain/topics/words/tokens';

/** How a phrase of two words, by their stems, is written in a label. */
function written(stems: [string, string], abstracts: string[]): string {
  const corpus = readCorpus(
    abstracts.map((abstract, at) => ({ id: String(at), title: 'Title', abstract })),
  );
  const terms = stems.map((stem) => corpus.stems.indexOf(stem));
  const occurrences = occurrencesIn(corpus);
  return surfaceOf(occurrences, tallied(occurrences, new Int32Array(abstracts.length), 1, terms));
}

const SAID = 'Here error-correcting codes help.';
const THING = 'Here error correction helps.';

test('a label names the thing that its papers write of, not what they say of other things', () => {
  expect(written(['error', 'correct'], [SAID, SAID, SAID, THING])).toBe('error correction');
  expect(written(['error', 'correct'], [...Array<string>(9).fill(SAID), THING])).toBe(
    'error-correcting',
  );
});

test('words keep the hyphen and the capitals that they have inside sentences', () => {
  const tasks = ['Markov-chain tasks.', 'We like Markov chains.', 'With Markov chains, we sleep.'];
  expect(written(['markov', 'chain'], tasks)).toBe('Markov chains');
});
