import { expect, test } from 'vitest';
import { ownPageOf, pdfOf } from '@/domain/identity/addresses/own-page';

test.each([
  [['doi:10.48550/arxiv.2301.00001', 'arxiv:2301.00001'], 'https://arxiv.org/pdf/2301.00001'],
  [['acl:2023.acl-long.1'], 'https://aclanthology.org/2023.acl-long.1.pdf'],
  [['openreview:aBc-1_d'], 'https://openreview.net/pdf?id=aBc-1_d'],
  [['doi:10.1000/182', 'title:on tides'], undefined],
])('the PDF of %j', (keys, address) => {
  expect(pdfOf(keys)).toBe(address);
});

test('the page of a paper is that of its preprint before that of its DOI, and none of a title alone', () => {
  expect(ownPageOf(['doi:10.1000/182', 'arxiv:2301.00001'])).toBe(
    'https://arxiv.org/abs/2301.00001',
  );
  expect(ownPageOf(['title:on tides'])).toBeUndefined();
});
