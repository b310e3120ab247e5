import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Scan } from '@/bench/library/scan';
import { parseQuery } from '@/domain/query/parse';
import { printQuery } from '@/domain/query/print';
import { findByReading } from '@/domain/query/reference';
import { anyQuery } from '../domain/query/any-query';
import { contextOf, papers } from '../domain/query/papers';

it('reading words as numbers finds what reading the papers finds', () => {
  const documents = papers(200, 3);
  const context = contextOf(documents);
  const scan = new Scan();
  for (const document of documents) scan.add(document);
  for (const query of fc.sample(anyQuery, { seed: 21, numRuns: 500 })) {
    const text = printQuery(query);
    const parsed = parseQuery(text);
    if (!parsed.ok) throw new Error(text);
    const found = scan.find(parsed.query, context);
    expect(
      scan.ids().filter((_, place) => found[place] === 1),
      text,
    ).toEqual(findByReading(parsed.query, documents, context));
  }
});
