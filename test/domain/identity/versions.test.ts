import { expect, test } from 'vitest';
import { versionIn } from '@/domain/identity/versions';

test.each([
  [['https://www.biorxiv.org/content/10.1101/2024.01.02.574000v3'], 'v3'],
  [['https://osf.io/preprints/psyarxiv/ab3cd_v2'], 'v2'],
  [['https://elifesciences.org/reviewed-preprints/87654v2'], 'v2'],
  [['https://doi.org/10.36227/techrxiv.12345678.v3'], 'v3'],
  [['https://www.authorea.com/doi/full/10.22541/au.170000001.12345678/v2'], 'v2'],
  [['https://doi.org/10.12688/f1000research.12345.2'], 'v2'],
  [['https://f1000research.com/articles/12-345/v2'], 'v2'],
  [['https://www.researchsquare.com/article/rs-1234567/v4'], 'v4'],
  [['https://www.preprints.org/manuscript/202401.0123/v1'], 'v1'],
  [['https://hal.science/hal-01234567v3/document'], 'v3'],
  [['hal-01234567v2'], 'v2'],
  [['https://aclanthology.org/P19-1001v2.pdf'], 'v2'],
  [['https://doi.org/10.7554/eLife.12345.001'], undefined],
  [['https://doi.org/10.7554/eLife.12345.2'], 'v2'],
  [['arXiv:math/0601001v3'], 'v3'],
  [['https://arxiv.org/abs/2401.00001', 'https://arxiv.org/pdf/2401.00001v2'], 'v2'],
  [['https://arxiv.org/abs/2401.00001'], undefined],
])('%s is version %s', (texts, version) => {
  expect(versionIn(texts)).toBe(version);
});
