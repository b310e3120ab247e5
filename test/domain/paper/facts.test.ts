import { expect, test } from 'vitest';
import { editFacts, type Facts, mergeFacts } from '@/domain/paper/facts';

test('a fact with the name of something that every object has is kept like any other', () => {
  const told = { constructor: { value: 'x', source: 'file' } } as unknown as Facts;
  const venue: Facts = { venue: { value: 'J Ponds', source: 'file' } };
  expect(mergeFacts(told, venue)).toEqual({ ...venue, ...told });
  expect(mergeFacts(venue, told)).toEqual({ ...venue, ...told });
  expect(editFacts(venue, {}, told)).toEqual({ ...venue, ...told });
  expect(editFacts(venue, told, {})).toEqual(venue);
});
