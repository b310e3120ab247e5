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
