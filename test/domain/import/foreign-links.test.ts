import { describe, expect, test } from 'vitest';
import type { ImportFormatId } from '@/domain/import/formats';
import { fileOf, libraryOf, read } from '../export/library';

const WITH_LINK = {
  bibtex: (link) => `@misc{a, title={Tides on moons}, url={${link}}}`,
  ris: (link) => `TY  - JOUR\nTI  - Tides on moons\nUR  - ${link}\nER  - \n`,
  enw: (link) => `%0 Journal Article\n%T Tides on moons\n%U ${link}\n`,
  csl: (link) => JSON.stringify([{ title: 'Tides on moons', URL: link }]),
  csv: (link) => `Title,URL\r\nTides on moons,${link}\r\n`,
} satisfies Partial<Record<ImportFormatId, (link: string) => string>>;

describe.each(Object.entries(WITH_LINK))('a link in %s', (name, file) => {
  const format = name as keyof typeof WITH_LINK;
  test.each<[string, string, string[]]>([
    ['arxiv.org/abs/2401.00091', 'arxiv:2401.00091', ['https://arxiv.org/abs/2401.00091']],
    ['dx.doi.org/10.1000/a.4', 'doi:10.1000/a.4', ['https://dx.doi.org/10.1000/a.4']],
    [
      'www.nature.com/articles/nature14539',
      'doi:10.1038/nature14539',
      ['https://www.nature.com/articles/nature14539'],
    ],
    ['10.1000/bare.1', 'doi:10.1000/bare.1', []],
    ['doi:10.1000/bare.2', 'doi:10.1000/bare.2', []],
    ['2401.00092', 'arxiv:2401.00092', []],
    ['arXiv:2401.00093', 'arxiv:2401.00093', []],
  ])('%s', async (link, key, links) => {
    const { library, left } = await read(format, file(link));
    expect(library.papers[0]?.keys[0]).toBe(key);
    expect(library.papers[0]?.links).toEqual(links);
    expect([...left.keys()]).toEqual([]);
  });
  test.each([
    'attachments/tides.pdf',
    'C:\\papers\\tides.pdf',
    'tides.pdf',
    'javascript:alert(1)',
    'see-there',
  ])('%s is named as not taken', async (link) => {
    const { library, left } = await read(format, file(link));
    expect(library.papers[0]).toMatchObject({ keys: ['title:tides on moons'], links: [] });
    expect([...left]).toEqual([['a link that is no web address', 1]]);
  });
});

test('a file of ours names no link', async () => {
  for (const format of ['bibtex', 'ris', 'csl', 'csv'] as const) {
    const file = fileOf(format, libraryOf([{ title: 'Tides on the small moons' }]));
    expect([...(await read(format, file)).left.keys()]).not.toContain(
      'a link that is no web address',
    );
  }
});
