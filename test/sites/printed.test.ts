import { describe, expect, test } from 'vitest';
import { acceptedAt, referenced, volumeIn } from '@/sites/read/printed';

describe('where the authors of a preprint say it appeared', () => {
  test.each([
    ['Accepted for publication in Annals of Tides', 'Annals of Tides'],
    ['12 pages, 3 figures. Accepted to TideJ. 4 tables', 'TideJ'],
    [
      'accepted by the 33rd Conference on Moons, Rings, and Dust (CMRD 2025)',
      '33rd Conference on Moons, Rings, and Dust',
    ],
    ['Accepted at ICML 2025', 'ICML'],
    ["Accepted by WSDM'26", 'WSDM'],
    ['ICML 2023 (oral), code is given', 'ICML'],
    ['Accepted for oral presentation at MoonCon 2024', 'MoonCon'],
    ['Accepted @ MoonCon 2024', 'MoonCon'],
    ['Accepted to TideJ with minor changes', 'TideJ'],
    ['This paper has been accepted to Annals of Tides', 'Annals of Tides'],
    ['Full paper accepted at MoonCon 2026; the code was published in Ponds', 'MoonCon'],
    ['Uses data published in Ponds. Accepted at MoonCon', 'MoonCon'],
    ['To appear in Phys. Rev. Tides', 'Phys. Rev. Tides'],
    ['Published in Tidal Letters in December, 2025', 'Tidal Letters'],
    ['This was accepted at MoonCon 2025, Bergen, Norway, and is open', 'MoonCon'],
    ['published in the proceedings of the 4th Meeting on Rings (MR 2024)', '4th Meeting on Rings'],
  ])('%s', (comment, venue) => {
    expect(acceptedAt(comment)).toBe(venue);
  });

  test.each([
    '11 pages, 3 figures',
    'submitted to Annals of Tides',
    'Under review at ICML 2025',
    'Extended version of a paper published in Annals of Tides',
    'Published on December 9th, 2022',
    'Code at https://example.org/2023',
    'accepted',
    'Not accepted at MoonCon 2024',
    'If accepted, to appear in MoonCon 2025',
    'Submitted, to appear in J. Tides if accepted',
    'To be submitted to and presented at MoonCon',
    'Published in Chinese',
    'Originally published in German, 1998',
    'Published by Springer in 2023',
    'Presented by Ada Example at MoonCon 2023',
    'Comment on a paper published in Tidal Letters',
    'Response to a comment published in Tidal Letters',
    'Builds on our work accepted to MoonCon 2023',
    'See also our companion paper published in Annals of Tides',
    'Reproduction of results published in Annals of Tides',
    'The first part was published in Tidal Letters',
    'Supplementary material published at MoonCon 2023',
    'Dataset paper; data published in PONDS',
    'An earlier draft was presented at Tide Summer Institute',
    'Reply to arXiv:2401.00001, published in Tidal Letters',
    'Uses the code published in Annals of Tides',
    'Will be revised once accepted at MoonCon',
    'Submission to ICML 2024',
    'Rejected, ICML 2024',
  ])('says nothing: %s', (comment) => {
    expect(acceptedAt(comment)).toBeUndefined();
  });
});

test('a reference gives the venue, and what of volume, issue and pages it has', () => {
  expect(referenced('J. Tides 12(3): 45-67 (2022)')).toEqual({
    venue: 'J. Tides',
    volume: '12',
    issue: '3',
    pages: '45-67',
  });
  expect(referenced('Phys. Rev. Tides 109, 123456 (2024)')).toMatchObject({
    venue: 'Phys. Rev. Tides',
  });
  expect(
    referenced('in Annals of Moons, Rings, and Dust, vol. 20, pp. 91-106, 2025'),
  ).toMatchObject({
    venue: 'Annals of Moons, Rings, and Dust',
    pages: '91-106',
  });
  expect(volumeIn('2010 Jul 5;136(4):495-525.')).toEqual({
    volume: '136',
    issue: '4',
    pages: '495-525',
  });
});
