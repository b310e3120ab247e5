import { describe, expect, test } from 'vitest';
import { nounForms } from '@/domain/topics/names/noun-phrase';
import { occurrencesIn } from '@/domain/topics/words/occurrences';
import { readCorpus } from '@/domain/topics/words/tokens';

/** How a phrase, given by its stems, is written in a name; `null` where it is none. */
function written(stems: string[], abstracts: string[]): string | null {
  const corpus = readCorpus(
    abstracts.map((abstract, at) => ({ id: String(at), title: 'Title', abstract })),
  );
  const terms = stems.map((stem) => corpus.stems.indexOf(stem));
  return nounForms(occurrencesIn(corpus))(terms)?.text ?? null;
}

const times = (count: number, text: string): string[] => Array<string>(count).fill(text);

describe('a name', () => {
  test('is a thing, not what papers do with it', () => {
    const doing = times(3, 'Here we densely retrieve passages.');
    const thing = times(2, 'Here dense retrieval finds passages.');
    expect(written(['dens', 'retriev'], [...doing, ...thing])).toBe('dense retrieval');
    expect(written(['dens', 'retriev'], doing)).toBeNull();
  });

  test('is a thing, not what is said of things', () => {
    const said = times(4, 'Here error-correcting codes help.');
    expect(written(['error', 'correct'], said)).toBeNull();
    expect(
      written(['error', 'correct'], [...said, ...times(2, 'Here error correction helps.')]),
    ).toBe('error correction');
    expect(written(['low', 'resourc'], times(3, 'For low-resource speech.'))).toBeNull();
  });

  test('is no verb with what it is done to, nor what somebody is doing', () => {
    const done = times(3, 'Winds that transport kite tails.');
    expect(written(['transport', 'kite', 'tail'], done)).toBeNull();
    const thing = times(3, 'The transport kite tails of the wind.');
    expect(written(['transport', 'kite', 'tail'], thing)).toBe('transport kite tails');
    const doing = times(3, 'Of patients receiving kites.');
    expect(written(['patient', 'receiv', 'kite'], doing)).toBeNull();
  });

  test('is no part of a longer name: “Western Ontario” and McMaster', () => {
    const named = times(3, 'By the Eastern Moorland and Heron index.');
    expect(written(['eastern', 'moorland'], named)).toBeNull();
    expect(written(['heron', 'index'], named)).toBeNull();
    expect(written(['eastern', 'moorland'], times(3, 'By Eastern Moorland and its herons.'))).toBe(
      'Eastern Moorland',
    );
  });

  test('is no quantity, and points at no other thing', () => {
    expect(written(['piroxicam', 'mg'], times(3, 'They took piroxicam mg by mg.'))).toBeNull();
    expect(written(['safeti', 'of', 'kite'], times(3, 'The safety of kites.'))).toBeNull();
    expect(written(['mixtur', 'of', 'kite'], times(3, 'A mixture of kites.'))).toBe(
      'mixture of kites',
    );
  });

  test('is a thing that a verb’s form names beside an adjective', () => {
    const parted = times(3, 'A theory of granular partitions.');
    expect(written(['granular', 'partit'], parted)).toBe('granular partitions');
  });

  test('holds one thing, not two that are compared', () => {
    const compared = times(5, 'Atypical versus typical drugs, drug versus placebo.');
    expect(written(['drug', 'versu', 'placebo'], compared)).toBeNull();
  });

  test('is no compound that tells how or where', () => {
    expect(written(['trade', 'off'], times(3, 'The trade-off is known.'))).toBeNull();
  });

  test('is no lone word that is mostly said of things', () => {
    const said = times(5, 'Of harmonic tables, and of harmonic chairs.');
    expect(written(['harmon'], [...said, 'Of harmonics.'])).toBeNull();
  });

  test('keeps the hyphens, numbers and capitals that it has inside sentences', () => {
    const chains = [
      'Markov-chain tasks.',
      'We like Markov chains.',
      'With Markov chains, we sleep.',
    ];
    expect(written(['markov', 'chain'], chains)).toBe('Markov chains');
    expect(written(['type', '2', 'diabet'], times(2, 'Care for type 2 diabetes.'))).toBe(
      'type 2 diabetes',
    );
  });
});
