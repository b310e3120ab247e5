import { expect, it } from 'vitest';
import { unknownState } from '@/domain/paper/paper';
import type { ListingDescription } from '@/rpc/protocol';
import { sightOf } from '@/scripts/check-site/sight';

const paper = (title: string, more: Partial<ListingDescription['papers'][number]> = {}) => ({
  title,
  abstract: '',
  authors: [],
  facts: {},
  ids: {},
  url: null,
  state: unknownState([]),
  ...more,
});

const seen: ListingDescription = {
  is: 'read',
  site: 'pmlr',
  url: 'https://press.example/v1/',
  counts: { papers: 2, unseen: 2, saved: 0 },
  papers: [
    paper('All there', {
      abstract: 'Ten chars.',
      authors: ['Ann', 'Bo', 'Cy', 'Dee', 'Eli'],
      ids: { doi: '10.1/x' },
      url: 'https://press.example/1',
    }),
    paper('Hardly anything', { authors: ['Ann'] }),
  ],
  readings: 1,
  ms: 1.26,
};

it('tells each entry and the fields that could not be read', () => {
  expect(sightOf(seen)).toBe(`1. All there
   Ann, Bo, Cy and 2 more · doi:10.1/x · abstract of 10 characters · https://press.example/1
2. Hardly anything
   Ann
   no ids, no abstract, no link

https://press.example/v1/: read by sites/pmlr.ts
2 entries in 1.3 ms; no ids in 1, no abstract in 1, no link in 1`);
});

it('says so where no adapter reads the address', () => {
  expect(sightOf({ ...seen, is: 'unread', papers: [] })).toContain('no adapter reads this address');
  expect(sightOf({ ...seen, site: 'digest' })).toContain('read as a digest');
});
