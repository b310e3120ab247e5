import type { Entry } from '@/domain/entry';
import { entriesOf } from './read/entry';
import { hrefOf } from './read/links';
import { placeOf, textOf } from './read/place';
import { personNames } from '@/domain/person/list';
import type { Printed } from './read/printed';
import { allIn, oneIn } from './read/within';
import type { Site } from './site';

/** The countries whose Scholar researchers use most; a match pattern has no wildcard for an ending. */
const HOSTS =
  'com ca co.uk com.au de fr es it nl be ch at se no dk fi pl pt cz ie co.in co.jp co.kr com.br com.mx com.ar com.tr com.hk com.sg com.tw co.il co.za co.nz ru gr hu ro'
    .split(' ')
    .map((ending) => `scholar.google.${ending}`);

/**
 * Google Scholar: results and "my library" (`/scholar?…`), an author's profile (`/citations?user=…`).
 * Evidence: served pages of 2020 and 2026. A result is `.gs_r.gs_or` with `h3.gs_rt`, where markers
 * ([PDF], [CITATION]) precede the title; a citation has no link. The text under it is a snippet of
 * the text and no abstract, so none is read. A profile's row is `tr.gsc_a_tr`.
 */
export const googleScholar: Site = {
  id: 'google-scholar',
  name: 'Google Scholar',
  matches: HOSTS.flatMap((host) => [`https://${host}/scholar?*`, `https://${host}/citations?*`]),
  excludes: ({ pathname, searchParams }) =>
    pathname === '/citations' &&
    (!searchParams.has('user') || searchParams.get('view_op') === 'view_citation'),
  entries: (page, url) => [...results(page, url), ...profile(page, url)],
  list: (page) => page.querySelector('#gs_res_ccl_mid, #gsc_a_b'),
};

const results = (page: Document, url: URL): Entry[] =>
  entriesOf(page.querySelectorAll('.gs_r.gs_or'), (result) => {
    const heading = result.querySelector('h3.gs_rt');
    const link = heading?.querySelector('a[href]');
    const title = link ?? oneIn(heading, ':scope > span[id]') ?? heading;
    // "Authors - Venue, Year - Publisher"
    const line = textOf(result.querySelector('.gs_a'));
    const side = allIn(result, '.gs_or_ggsm a[href]').map((a) => hrefOf(a, url));
    return {
      title: placeOf(title, /^\s*(?:\[\w+\]\s*)*/),
      authors: personNames(line.split(/\s[-–]\s/)[0] ?? ''),
      links: [hrefOf(link, url), ...side],
      date: /\b(?:19|20)\d{2}\b(?!.*\b(?:19|20)\d{2}\b)/.exec(line)?.[0],
      printed: { venue: venueIn(line.split(/\s[-–]\s/)[1] ?? '') },
      root: result,
    };
  });

/** The venue of "Venue, Year"; what is cut, or stands for a preprint, is none. */
const venueIn = (text: string): string | undefined => {
  const venue = text.replace(/,?\s*(?:19|20)\d{2}\s*$/, '').replace(/^(?:19|20)\d{2}$/, '');
  return /…|\.\.\.$/.test(venue) ? undefined : venue;
};

/** "Journal 12 (3), 45-67, 2020" of a profile. */
function profiled(text: string): Printed {
  const [, venue, volume, issue, pages] =
    /^(.*?)(?:\s(\d{1,4})(?:\s\(([\w-]+)\))?)?(?:,\s(?!(?:19|20)\d{2}$)(\d[\d-]*))?(?:,\s(?:19|20)\d{2})?$/.exec(
      text,
    ) ?? [];
  return { venue: venueIn(venue ?? ''), volume, issue, pages };
}

const profile = (page: Document, url: URL): Entry[] =>
  entriesOf(page.querySelectorAll('tr.gsc_a_tr'), (row) => ({
    title: placeOf(row.querySelector('a.gsc_a_at')),
    authors: personNames(textOf(row.querySelector('.gs_gray')).replace(/,?\s*\.\.\.$/, '')),
    links: [hrefOf(row.querySelector('a.gsc_a_at'), url)],
    date: /\d{4}/.exec(textOf(row.querySelector('.gsc_a_y')))?.[0],
    printed: () => profiled(textOf(row.querySelectorAll('.gs_gray')[1] ?? null)),
    root: row,
  }));
