import type { Entry } from '@/domain/entry';
import { idsFromLink } from '@/domain/identity/identity-links';
import { entriesOf } from './read/entry';
import { hrefOf, linksIn } from './read/links';
import { placeOf, textOf } from './read/place';
import { oneIn } from './read/within';
import { yearIn } from './read/words';
import type { Site } from './site';

/**
 * ACL Anthology: volumes, events, people, and the embedded Google search. Evidence: the site's own templates
 * (github.com/acl-org/acl-anthology, `hugo/layouts/papers/list-entry.html`): an entry is a `.d-sm-flex` with
 * `strong > a`, authors linked to `/people/`, and its abstract in a collapsed card named after its id.
 */
export const aclAnthology: Site = {
  id: 'acl-anthology',
  name: 'ACL Anthology',
  matches: ['volumes', 'events', 'people', 'search'].map(
    (path) => `https://aclanthology.org/${path}/*`,
  ),
  entries: (page, url) => [...listed(page, url), ...searched(page, url)],
};

/** A volume's front matter is no paper: `2023.acl-long.0`, `P19-1000`, `W18-0500`. */
const FRONT_MATTER = /(?:\.0|-\d000|^w\d{2}-\d{2}00)$/i;

function listed(page: Document, url: URL): Entry[] {
  return entriesOf(page.querySelectorAll('.d-sm-flex'), (item) => {
    const link = oneIn(item, 'strong a[href]');
    const href = hrefOf(link, url);
    const id = href && idsFromLink(href)['acl'];
    if (!id || FRONT_MATTER.test(id)) return undefined;
    const abstract = page.getElementById(`abstract-${id.replaceAll('.', '--')}`);
    return {
      title: placeOf(link),
      abstract: placeOf(abstract?.querySelector('.card-body') ?? abstract),
      authors: [...item.querySelectorAll('a[href^="/people/"]')].map(textOf),
      ids: { acl: id },
      date: yearOf(id),
      printed: { venue: venueOf(id) },
      links: [href, ...linksIn(item.querySelector('.list-button-row'), url, /^#|\.(?:pdf|bib)$/)],
    };
  });
}

/** The year that an id begins with: `2023.acl-long.1`, `P19-1001`. */
function yearOf(id: string): string | undefined {
  const [, short] = /^[a-z](\d{2})-/i.exec(id) ?? [];
  return short ? `${Number(short) > 50 ? 19 : 20}${short}` : yearIn(id);
}

/** Venues by the letter that ids before 2020 begin with. */
const LETTERS: Record<string, string> = {
  c: 'COLING',
  d: 'EMNLP',
  e: 'EACL',
  j: 'Computational Linguistics',
  k: 'CoNLL',
  l: 'LREC',
  n: 'NAACL',
  p: 'ACL',
  q: 'TACL',
  s: 'SemEval',
  w: 'Workshop',
};
const NAMES: Record<string, string> = { cl: 'Computational Linguistics', conll: 'CoNLL' };

/** Where a paper appeared: `EMNLP` of `2023.emnlp-main.1`, `Findings of ACL` of `2024.findings-acl.7`. */
function venueOf(id: string): string | undefined {
  const [, letter, findings, name] =
    /^([a-z])\d{2}-|^\d{4}\.(findings-)?([a-z\d]+)/i.exec(id) ?? [];
  if (letter) return LETTERS[letter.toLowerCase()];
  if (!name) return undefined;
  const venue = NAMES[name.toLowerCase()] ?? name.toUpperCase();
  return findings ? `Findings of ${venue}` : venue;
}

const searched = (page: Document, url: URL): Entry[] =>
  entriesOf(page.querySelectorAll('.gsc-webResult.gsc-result'), (result) => {
    const link = result.querySelector('a.gs-title');
    const href = link?.getAttribute('data-ctorig') ?? hrefOf(link, url);
    const id = href && idsFromLink(href)['acl'];
    if (!id || FRONT_MATTER.test(id)) return undefined;
    return {
      title: placeOf(link, /^\s*(?:\[PDF\])?/, /\s*(?:[-|]\s*ACL Anthology)\s*$/),
      ids: { acl: id },
      date: yearOf(id),
      printed: { venue: venueOf(id) },
      links: [href],
      root: result,
    };
  });
