import { cardEntries } from './read/cards';
import { textOf } from './read/place';
import { personNames } from '@/domain/person/list';
import { yearIn } from './read/words';
import type { Site } from './site';

const HOSTS = [
  'iclr.cc',
  'icml.cc',
  'neurips.cc',
  'nips.cc',
  'mlsys.org',
  'cvpr.thecvf.com',
  'iccv.thecvf.com',
  'eccv.ecva.net',
];

/** What each is called, by the first part of its host. */
const VENUES: Record<string, string> = {
  iclr: 'ICLR',
  icml: 'ICML',
  neurips: 'NeurIPS',
  nips: 'NeurIPS',
  mlsys: 'MLSys',
  cvpr: 'CVPR',
  iccv: 'ICCV',
  eccv: 'ECCV',
};

/**
 * The virtual sites of ICLR, ICML, NeurIPS, MLSys, CVPR, ICCV and ECCV: lists of papers, events, a day's sessions.
 * Evidence: their common addresses `/virtual/YEAR/poster|oral|spotlight/ID`; the cards are found by those links.
 * Authors are in `.author-str` or a card's subtitle, separated by commas or middle dots.
 */
export const virtualConference: Site = {
  id: 'virtual-conference',
  name: 'Virtual conference',
  matches: HOSTS.flatMap((host) => [`https://${host}/virtual/*`, `https://www.${host}/virtual/*`]),
  excludes: ({ pathname }) =>
    !/^\/virtual\/\d{4}\/(?:papers\.html|events\/|session\/|calendar|day\/|search|loc\/)/.test(
      pathname,
    ),
  entries: (page, url) =>
    cardEntries(page, url, {
      selector: 'a[href*="/poster/"], a[href*="/oral/"], a[href*="/spotlight/"]',
      scheme: 'virtual',
      more: (card) => ({
        printed: { venue: VENUES[url.hostname.replace(/^www\./, '').split('.')[0] ?? ''] },
        date: yearIn(url.pathname),
        authors: personNames(
          textOf(card.querySelector('.author-str, .card-subtitle, .cards-authors')).replace(
            /\s*[·⋅]\s*/g,
            '; ',
          ),
        ),
      }),
    }),
};
