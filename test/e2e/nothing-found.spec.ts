import { annotate, expect, test } from './fixtures';

const ESSAY = 'https://essay.example/rivers.html';

test.use({ hosts: ['https://essay.example/*'] });

test('asked for on a page without papers, Gloss says that there are none and offers no triage', async ({
  app,
  openListing,
}) => {
  const text = '<main><h1>Rivers</h1><p>Water runs downhill, and takes its time.</p></main>';
  const listing = await openListing(text, ESSAY);
  const answer = await annotate(app, listing);
  expect(answer.ok && answer.value.papers).toEqual([]);
  await listing.layer.shows('[data-gloss="bar"]', 'no list of papers');
  expect(await listing.layer.count('[data-action="triage"]')).toBe(0);
});
