import { expect, test } from 'vitest';
import { idsFromLink } from '@/domain/identity/identity-links';
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

test.each([
  ['jmlr:3/example03a', 'https://jmlr.org/papers/v3/example03a.html'],
  [
    'neurips:2017/0123456789abcdef0123456789abcdef',
    'https://papers.nips.cc/paper_files/paper/2017/hash/0123456789abcdef0123456789abcdef-Abstract.html',
  ],
  [
    'neurips:2023/0123456789abcdef0123456789abcdef',
    'https://papers.nips.cc/paper_files/paper/2023/hash/0123456789abcdef0123456789abcdef-Abstract-Conference.html',
  ],
  ['neurips:1234', undefined],
  [
    'cvf:Example_Tides_CVPR_2021_paper',
    'https://openaccess.thecvf.com/content/CVPR2021/html/Example_Tides_CVPR_2021_paper.html',
  ],
  [
    'cvf:Example_Tides_ICCV_2019_paper',
    'https://openaccess.thecvf.com/content_ICCV_2019/html/Example_Tides_ICCV_2019_paper.html',
  ],
  [
    'cvf:Example_Tides_CVPR_2016_paper',
    'https://openaccess.thecvf.com/content_cvpr_2016/html/Example_Tides_CVPR_2016_paper.html',
  ],
  ['cvf:Example_Tides_CVPRW_2020_paper', undefined],
])('the page of %s', (key, address) => {
  const page = ownPageOf([key]);
  expect(page).toBe(address);
  // An address that an id tells names that id.
  if (page)
    expect(Object.entries(idsFromLink(page)).map(([scheme, id]) => `${scheme}:${id}`)).toEqual([
      key,
    ]);
});
