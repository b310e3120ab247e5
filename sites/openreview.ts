import { entriesOf } from './read/entry';
import { hrefOf, linksIn } from './read/links';
import { placeOf, textOf } from './read/place';
import { isoDate } from './read/words';
import { personNames } from '@/domain/person/list';
import type { Site } from './site';

/**
 * OpenReview: groups and venues with their tabs, profiles, search. One application in one page, so the whole
 * host is matched. Evidence: a saved page of 2018 (`li.note`) and the site's own components
 * (github.com/openreview/openreview-web, `components/Note.js`): `div.note > h4 > a[href^="/forum?id="]`,
 * `.note-authors`, `.note-meta-info`, and fields as `.note-content-field` before `.note-content-value`.
 */
export const openreview: Site = {
  id: 'openreview',
  name: 'OpenReview',
  matches: ['https://openreview.net/*'],
  excludes: ({ pathname }) => !/^\/(?:group|venue|submissions|search|profile)\/?$/.test(pathname),
  entries: (page, url) =>
    entriesOf(page.querySelectorAll('.note'), (note) => {
      const link = note.querySelector('h4 a[href*="/forum?id="], h5 a[href*="/forum?id="]');
      const href = hrefOf(link, url);
      const { id, noteId } = idsOf(href);
      // Lists of activity have comments and reviews under their own titles.
      if (!link || !href || !id || (noteId && noteId !== id)) return undefined;
      const outside = [...note.querySelectorAll('a.html-link')].map((a) => hrefOf(a, url));
      return {
        title: placeOf(link),
        abstract: placeOf(fieldOf(note, /^abstract:?$/i)),
        authors: authors(note.querySelector('.note-authors')),
        ids: { openreview: id },
        links: [`https://openreview.net/forum?id=${id}`, ...outside],
        date: isoDate(textOf(note.querySelector('.note-meta-info'))),
        printed: () => ({ venue: venueIn(note.querySelector('.note-meta-info')) }),
        code: linksIn(fieldOf(note, /^code/i), url)[0],
        root: note,
      };
    }),
  list: (page) => page.querySelector('#content, main'),
};

/** The venue among dates and readers, where the paper was taken: `ICLR` of `ICLR 2024 poster`. */
const venueIn = (line: Element | null): string | undefined =>
  [...(line?.querySelectorAll('li, span') ?? [])]
    .map(textOf)
    .find(
      (text) =>
        /^[A-Z][\w.@ -]{1,60} (?:19|20)\d{2}\b[\w ]{0,30}$/.test(text) &&
        !/submi(?:ssion|tted)|withdrawn|reject/i.test(text),
    )
    ?.replace(/\s+(?:19|20)\d{2}\b/, '')
    .replace(/(?:\s+(?:oral|poster|spotlight|notable|main))+$/i, '');

function idsOf(href: string | undefined): { id?: string | null; noteId?: string | null } {
  if (!href) return {};
  const { searchParams } = new URL(href);
  return { id: searchParams.get('id'), noteId: searchParams.get('noteId') };
}

/** The value of a field that a note shows, by its label. */
function fieldOf(note: Element, label: RegExp): Element | undefined {
  for (const name of note.querySelectorAll('.note-content-field'))
    if (label.test(textOf(name)))
      return name.parentElement?.querySelector('.note-content-value') ?? undefined;
  return undefined;
}

/** Names are in links and spans inside one another; older notes and blind ones have them as text. */
function authors(line: Element | null): string[] {
  const named = [...(line?.querySelectorAll('a, span') ?? [])].filter(
    (element) => element.childElementCount === 0,
  );
  const names = named.length > 0 ? named.map(textOf) : personNames(textOf(line));
  return names.filter((name) => !/^(?:anonymous|et al|\(|[, ]*$)/i.test(name));
}
