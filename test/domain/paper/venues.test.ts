import { describe, expect, test } from 'vitest';
import { lacksOf } from '@/domain/complete/lacking';
import { appearancesIn, appearancesOf } from '@/domain/paper/appearance';
import { noticesOf } from '@/domain/paper/notices';
import { factsOf } from '@/domain/paper/read-facts';
import { isArchive, isVenue, venueIn } from '@/domain/paper/venues';

describe('where a preprint is found is no venue', () => {
  test.each([
    'arXiv (Cornell University)',
    'CoRR abs/2401.00011',
    'bioRxiv : the preprint server for biology',
    'TechRxiv',
    'engrXiv',
    'EarthArXiv',
    'ChinaXiv',
    'Jxiv',
    'viXra.org',
    'IACR Cryptol. ePrint Arch.',
    'IACR Cryptology ePrint Archive',
    'Electron. Colloquium Comput. Complex.',
    'Electronic Colloquium on Computational Complexity (ECCC)',
    'OSF Preprints',
    'JMIR Preprints',
    'Copernicus preprint 12',
    'Research Square (Research Square)',
    'Authorea (Authorea)',
    'Zenodo (CERN European Organization for Nuclear Research)',
    'HAL (Le Centre pour la Communication Scientifique Directe)',
    'SSRN Electronic Journal',
    'Social Science Research Network',
    'RePEc: Research Papers in Economics',
    'OpenReview.net',
    'Cornell University - arXiv',
    'Computing Research Repository',
    'DOAJ (DOAJ: Directory of Open Access Journals)',
    'DSpace@MIT',
    'Apollo (University of Cambridge)',
    'eScholarship',
    'CERN Document Server',
    'OpenAIRE',
    'Datacite',
    'Semantic Scholar',
    'eprint',
  ])('%s', (name) => {
    expect([isArchive(name), venueIn(name)]).toEqual([true, undefined]);
    expect(factsOf({ venue: name }, 'bibtex')).toEqual({});
  });
});

describe('what names no venue at which a paper has appeared', () => {
  test.each([
    'ARR 2025 May',
    'NBER Working Paper',
    'CEPR Discussion Papers',
    'Technical report, Example Lab',
    'Ph.D. dissertation, Example University',
    'Doctoral thesis',
    'Unpublished manuscript',
    'In preparation',
    'Accepted',
    'Unknown',
    '2024',
    'cs.LG',
    'github.com',
    'https://example.org/x',
    'Advances in Example …',
    'Springer',
    'Cambridge University Press',
    'IEEE',
    'YouTube',
    'Vol. 3',
    'pp. 1-2',
    'n.a.',
  ])('%s', (name) => {
    expect(isVenue(name)).toBe(false);
  });

  test.each([
    'Pattern Recognition',
    'IEEE Access',
    'Springer Proceedings in Ponds',
    'Apollo Medicine',
    'XIV International Congress on Ponds',
    'Thesis Eleven',
    'Scientific Reports',
    'Halle Journal of Ponds',
    'Open Research Europe',
    'Corrosion Science',
    'J. Open Source Softw.',
    'eLife',
    'Physics',
    'International Conference on Digital Preservation (iPRES)',
    'Accepted by TMLR',
  ])('%s is one', (name) => {
    expect(isVenue(name)).toBe(true);
    expect(factsOf({ venue: name }, 'bibtex').venue?.value).toBe(name);
  });
});

describe('a paper that was kept with an archive as its venue', () => {
  const facts = { venue: { value: 'TechRxiv', source: 'bibtex' } };
  const later = appearancesIn({ venue: 'ICASSP 2026' }, 'dblp', 20);

  test('is told its venue', () => {
    const appearances = appearancesOf({ appearances: later, facts, createdAt: 1 });
    expect(noticesOf(appearances, 5).map(({ value }) => value)).toEqual(['ICASSP 2026']);
  });

  test('is told no archive that an earlier version took for a venue', () => {
    const old = [{ kind: 'venue' as const, value: 'Zenodo 2026', site: 'dblp', at: 10 }];
    expect(noticesOf(appearancesOf({ appearances: old, createdAt: 1 }), 5)).toEqual([]);
  });

  test('lacks its venue', () => {
    const paper = { id: 'doi:10.1000/x', keys: [], title: '', authors: [], abstract: '' };
    expect(lacksOf({ ...paper, facts, createdAt: 0 })).toContain('venue');
  });
});
