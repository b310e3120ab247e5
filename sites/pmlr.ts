import { entriesOf } from './read/entry';
import { linksIn } from './read/links';
import { placeOf, textOf } from './read/place';
import { personNames } from '@/domain/person/list';
import { volumeIn } from './read/printed';
import type { Site } from './site';

/**
 * PMLR: the papers of a volume. Evidence: the proceedings' own theme (github.com/mlresearch): `div.paper` with
 * `p.title` (plain text, no link), `p.details > .authors` and `p.links`.
 */
export const pmlr: Site = {
  id: 'pmlr',
  name: 'PMLR',
  matches: ['https://proceedings.mlr.press/v*', 'https://proceedings.mlr.press/r*'],
  excludes: ({ pathname }) => !/^\/[vr]\d+\/?(?:index\.html)?$/.test(pathname),
  entries: (page, url) =>
    entriesOf(page.querySelectorAll('div.paper'), (paper) => ({
      title: placeOf(paper.querySelector('.title')),
      authors: personNames(textOf(paper.querySelector('.authors'))),
      links: linksIn(paper.querySelector('.links'), url, /^javascript:|^#/),
      printed: () => {
        const line = paper.querySelector('.info');
        const venue = textOf(line?.querySelector('i, em') ?? null);
        return { ...volumeIn(textOf(line)), venue };
      },
      date: /(?:19|20)\d{2}\.?$/.exec(textOf(paper.querySelector('.info')))?.[0],
      root: paper,
    })),
};
