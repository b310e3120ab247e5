import type { Entry, Place, Section } from '@/domain/entry';
import { entriesOf, entryOf, type Reading } from './read/entry';
import { keptOf } from './read/kept';
import { linksIn } from './read/links';
import { type Placed, placeOf, textOf } from './read/place';
import { acceptedAt, type Printed, referenced } from './read/printed';
import { versionIn } from '@/domain/identity/versions';
import { isoDate } from './read/words';
import { allIn, oneIn } from './read/within';
import type { Site } from './site';
import { excludes, list, resultId, resultTitle, rowId, rowLink, rowTitle } from './skims/arxiv';
import { FIRST } from './skims/matches';

/**
 * arXiv's lists (`/list/…`: new, recent, past week, a month; `/catchup/…`; authors' pages `/a/…`) and search
 * results. Evidence: the site's templates (github.com/arXiv/arxiv-browse) and served pages of 2023 and 2025.
 * A list is `dl > dt + dd` with section headings (`h3`) inside or before the `dl`; a search result is
 * `li.arxiv-result` that holds its abstract cut and whole.
 */
export const arxiv: Site = {
  id: 'arxiv',
  name: 'arXiv',
  matches: FIRST.arxiv,
  excludes,
  entries: (page, url) => [...listed(page, url), ...found(page, url)],
  list,
};

/** Addresses in an entry that are not about its paper: name searches, arXiv's own furniture. */
const FURNITURE = /^#|\/search\/|[?&]searchtype=|arxiv\.org\/a\/|^\/(?:a|abs|pdf|ps|format|html)\//;

const ownPage = (id: string): string => `https://arxiv.org/abs/${id}`;

function listed(page: Document, url: URL): Entry[] {
  const entries: Entry[] = [];
  const kept = keptOf(page);
  let section: Section | undefined;
  let date: string | undefined;
  const heed = (heading: string): void => {
    section = sectionNamed(heading);
    date = isoDate(heading) ?? (section ? date : undefined);
  };
  const terms = [...page.querySelectorAll('dl > dt')];
  // Asked for apart: headings are few, and one question for both takes a browser several times as long.
  const headings = [...page.querySelectorAll('h2, h3')].map((heading) => ({
    text: textOf(heading),
    from: firstAfter(heading, terms),
  }));
  let read = 0;
  for (const [at, dt] of terms.entries()) {
    // An entry is under the headings that come before it and after the entry before, in its list or out of it.
    for (let next = headings[read]; next && next.from <= at; next = headings[++read])
      heed(next.text);
    const entry = kept.of(dt, () => listing(dt, url, section, date));
    if (entry) entries.push(entry);
  }
  return entries;
}

/** The index of the first of elements in document order that comes after another, by halving. */
function firstAfter(element: Element, elements: readonly Element[]): number {
  let [low, high] = [0, elements.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = elements[middle];
    const isAfter =
      other && element.compareDocumentPosition(other) & element.DOCUMENT_POSITION_FOLLOWING;
    if (isAfter) high = middle;
    else low = middle + 1;
  }
  return low;
}

function sectionNamed(heading: string): Section | undefined {
  if (/^new submissions/i.test(heading)) return 'new';
  if (/^cross(?:-?\s?lists?|[ -]submissions)/i.test(heading)) return 'cross-list';
  return /^replace/i.test(heading) ? 'replacement' : undefined;
}

function listing(dt: Element, url: URL, section?: Section, date?: string): Entry | undefined {
  const dd = dt.nextElementSibling;
  const link = rowLink(dt);
  const id = rowId(link);
  if (!id || dd?.localName !== 'dd') return undefined;
  return entryOf(new Row(dd, url, id, link, section, date));
}

/** A row of a list. A class, because lists have thousands: fields that are never asked for are not even prepared. */
class Row implements Reading {
  get isEnglish(): true {
    return true;
  }

  readonly title: Placed;
  readonly ids: { arxiv: string };

  constructor(
    private readonly dd: Element,
    private readonly url: URL,
    id: string,
    private readonly link: Element | null,
    readonly section: Section | undefined,
    readonly date: string | undefined,
  ) {
    this.title = rowTitle(dd);
    this.ids = { arxiv: id };
  }

  get page(): string {
    return ownPage(this.ids.arxiv);
  }

  get version(): string | undefined {
    return versionIn([this.link?.textContent ?? '', this.link?.getAttribute('href') ?? '']);
  }

  printed(): Printed {
    return printedIn(this.dd, '.list-journal-ref', '.list-comments');
  }

  abstract(): Place {
    return placeOf(this.dd.querySelector('p.mathjax'));
  }

  authors(): string[] {
    return allIn(this.dd, '.list-authors a').map(textOf);
  }

  links(): string[] {
    return linksIn(this.dd, this.url, FURNITURE);
  }
}

/** Where a paper appeared: by its reference, else by its authors' comment. */
function printedIn(item: Element, reference: string, comments: string): Printed {
  const [journal, said] = [reference, comments].map((selector) =>
    textOf(item.querySelector(selector)).replace(/^(?:Journal[- ]ref|Comments):\s*/i, ''),
  );
  return journal ? referenced(journal) : { venue: acceptedAt(said ?? '') };
}

/** What is said of a search result under one of its labels. */
const labelled = (result: Element, label: string): string => {
  const lines = [...result.querySelectorAll('.comments')].map(textOf);
  return lines.find((line) => line.startsWith(label))?.slice(label.length) ?? '';
};

const found = (page: Document, url: URL): Entry[] =>
  entriesOf(page.querySelectorAll('li.arxiv-result'), (result) => {
    const id = resultId(result);
    return id ? new Result(result, url, id) : undefined;
  });

/** A search result; as of a row, nothing but its title and id is read before it is asked for. */
class Result implements Reading {
  get isEnglish(): true {
    return true;
  }

  readonly title: Place;
  readonly ids: { arxiv: string };

  constructor(
    readonly root: Element,
    private readonly url: URL,
    id: string,
  ) {
    this.title = resultTitle(root);
    this.ids = { arxiv: id };
  }

  get page(): string {
    return ownPage(this.ids.arxiv);
  }

  get date(): string | undefined {
    return submitted(this.root);
  }

  private get short(): Element | null {
    return this.root.querySelector('.abstract-short');
  }

  private get full(): Element | null {
    return this.root.querySelector('.abstract-full');
  }

  abstract(): Place {
    return placeOf(this.full ?? this.short, /^\s*/, /\s*[△▽][^△▽]*$/);
  }

  excerpt(): Place {
    return placeOf(this.full && this.short, /^[\s…]*/, /[\s…]*[△▽][^△▽]*$/);
  }

  authors(): string[] {
    return allIn(this.root, '.authors a').map(textOf);
  }

  links(): string[] {
    return [
      ...[...this.root.querySelectorAll('.comments')].flatMap((comments) =>
        linksIn(comments, this.url, FURNITURE),
      ),
      ...linksIn(oneIn(this.root, '.list-title + .tags'), this.url, FURNITURE),
    ];
  }

  printed(): Printed {
    const journal = labelled(this.root, 'Journal ref:');
    return journal ? referenced(journal) : { venue: acceptedAt(labelled(this.root, 'Comments:')) };
  }
}

/** The date of "Submitted 2 December, 2025; originally announced December 2025." */
const submitted = (result: Element): string | undefined => {
  const line = [...result.querySelectorAll('p.is-size-7')].map(textOf);
  return isoDate(line.find((text) => text.startsWith('Submitted')) ?? '');
};
