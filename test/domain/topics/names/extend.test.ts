import { describe, expect, test } from 'vitest';
import { completed } from '@/domain/topics/names/extend';
import { occurrencesIn } from '@/domain/topics/words/occurrences';
import { Tally } from '@/domain/topics/names/phrases';
import { readCorpus } from '@/domain/topics/words/tokens';

/** What becomes of a phrase in papers that each say one of the sentences: its stems, `undefined` where it goes. */
function become(phrase: string, sentences: string[]): string[] | undefined {
  const papers = sentences.map((abstract, at) => ({ id: String(at), title: 'Title', abstract }));
  const corpus = readCorpus([...papers, { id: 'phrase', title: phrase, abstract: '' }]);
  const [from = 0, to = 0] = corpus.first.slice(-2);
  const texts = readCorpus(papers);
  const own = Array.from(corpus.term.subarray(from, to), (term) =>
    texts.stems.indexOf(corpus.stems[term] ?? ''),
  );
  const occurrences = occurrencesIn(texts);
  const group = new Int32Array(papers.length);
  const tally = new Tally(occurrences, group, 1);
  const known = tally.of(own);
  return completed(tally, [known])
    .get(known)
    ?.terms.map((term) => texts.stems[term] ?? '');
}

const saying = (nouns: string[], about: string): string[] =>
  nouns.map((noun) => `We study ${about} ${noun}.`);

describe('a phrase', () => {
  test('that says what a thing is like is completed by the thing it is said of most', () => {
    const nouns = [
      'parsing',
      'tagging',
      'parsing',
      'translation',
      'dubbing',
      'spelling',
      'parsing',
    ];
    expect(become('low-resource', saying(nouns, 'low-resource'))).toEqual([
      'low',
      'resourc',
      'pars',
    ]);
  });

  test('that is said of ever other things goes', () => {
    const nouns = ['parsing', 'tagging', 'translation', 'dubbing', 'spelling', 'rhyming'];
    expect(become('low-resource', saying(nouns, 'low-resource'))).toBeUndefined();
  });

  test('that is a thing itself stays, though a word may follow', () => {
    const after = ['. It helps', 'parsing', '. Then', '. Also', 'tagging'];
    expect(become('few-shot prompting', saying(after, 'few-shot prompting'))).toEqual([
      'few',
      'shot',
      'prompt',
    ]);
  });
});
