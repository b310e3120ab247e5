import type { Entry, Place, Section } from '@/domain/entry';
import { withDerivedIds } from '@/domain/identity/paper-key';
import { type Field, FIELDS } from '@/domain/paper/paper';
import { venueIn } from '@/domain/paper/venues';
import { placeText } from '@/domain/text';
import { tidy } from '@/domain/text/tidy';
import { keptOf } from './kept';
import { codeLink, idsFromLinks, isPdf } from './links';
import type { Placed } from './place';
import type { Printed } from './printed';
import { versionIn } from '@/domain/identity/versions';
import { inOwnWords, isTranslatedPlace } from './translations';

type Links = readonly (string | undefined)[];

/**
 * What an adapter read of one entry; whatever the page does not give is left out. Abstract and authors may be
 * given as functions: on a list of thousands they are read only for the entries that are looked at. So may links
 * where `ids` tells the paper without them.
 */
export interface Reading {
  title: Place | Placed;
  /** The place of the whole abstract. A page that shows none, or a cut one, may still tell it: `abstractText`. */
  abstract?: Place | (() => Place);
  /** The part of the abstract that the page shows while it hides the whole. */
  excerpt?: Place | (() => Place);
  /** The whole abstract where the page holds it outside its text (its state, its metadata). */
  abstractText?: string | undefined;
  authors?: readonly string[] | (() => readonly string[]);
  ids?: Readonly<Record<string, string | undefined>>;
  /** The paper's own page, where `ids` says already whose it is. */
  page?: string;
  /** Addresses of this paper and no other, its own page first. */
  links?: Links | (() => Links);
  section?: Section | undefined;
  date?: string | undefined;
  /** Where it appeared; as functions where that costs something to read. */
  printed?: Printed | (() => Printed);
  version?: string | undefined;
  code?: string | undefined;
  pdf?: string | undefined;
  /** Whether it is in a part of the page that is closed. */
  hidden?: boolean;
  root?: Element | null;
  /** All texts of the site are English: one in another language is a translator's. */
  isEnglish?: true;
}

/** What is given, or what the reading's own function gives. */
const given = <T>(reading: Reading, value: T | (() => T)): T =>
  typeof value === 'function' ? (value as () => T).call(reading) : value;

/** The abstract's text and its place. */
function abstractOf(reading: Reading): { text: string; place: Place } {
  const whole = given(reading, reading.abstract ?? []);
  const { place, text: shown } = inOwnWords(whole, placeText(whole));
  const text = tidy(reading.abstractText ?? '') || shown;
  // A place that holds less than the abstract can't hold its highlights.
  return { text, place: text && shown === text ? place : [] };
}

/** The entry's addresses, those that tell of the paper and all of them, its own page first. */
function linksOf(reading: Reading): { others: string[]; all: string[] } {
  const { page } = reading;
  const links = given(reading, reading.links ?? []).filter((link) => link !== undefined);
  const others = [...new Set(links)];
  return {
    others,
    all: page === undefined ? others : [page, ...others.filter((link) => link !== page)],
  };
}

/** An entry as the contract wants it, or `undefined` for a reading without a title. Identities that the links name are added. */
export function entryOf(reading: Reading): Entry | undefined {
  const { title } = reading;
  const shown = 'text' in title ? title : { place: title, text: placeText(title) };
  const { place, text } = inOwnWords(shown.place, shown.text);
  return text ? new ReadEntry(reading, text, place) : undefined;
}

/** Reads what costs something when it is first asked for; until then of thousands nothing but the title is made. */
class ReadEntry implements Entry {
  // Declared alone: a field that is set up to be empty costs each of thousands more than it ever saves.
  declare private abstractRead?: ReturnType<typeof abstractOf>;
  declare private authorsRead?: string[];
  declare private linksRead?: ReturnType<typeof linksOf>;
  declare private printedRead?: Printed;
  declare private idsRead?: Record<string, string>;

  constructor(
    private readonly reading: Reading,
    readonly title: string,
    readonly titlePlace: Place,
  ) {}

  private isTranslated(field: Field): boolean {
    const place = field === 'title' ? this.titlePlace : this.abstractPlace;
    return isTranslatedPlace(place, this[field], this.reading.isEnglish === true);
  }

  get isTitleTranslated(): boolean {
    return this.isTranslated('title');
  }

  get translated(): readonly Field[] | undefined {
    const fields = FIELDS.filter((field) => this.isTranslated(field));
    return fields.length > 0 ? fields : undefined;
  }

  get section(): Section | undefined {
    return this.reading.section;
  }

  get date(): string | undefined {
    return this.reading.date || undefined;
  }

  get hidden(): true | undefined {
    return this.reading.hidden === true || undefined;
  }

  get root(): Element | undefined {
    return this.reading.root ?? undefined;
  }

  get ownIds(): Record<string, string> | undefined {
    const { ids, links } = this.reading;
    return ids && typeof links === 'function' ? defined(ids) : undefined;
  }

  private get linked(): ReturnType<typeof linksOf> {
    return (this.linksRead ??= linksOf(this.reading));
  }

  get ids(): Record<string, string> {
    return (this.idsRead ??= withDerivedIds({
      ...idsFromLinks(this.linked.others),
      ...defined(this.reading.ids ?? {}),
    }));
  }

  get links(): string[] {
    return this.linked.all;
  }

  private get printed(): Printed {
    return (this.printedRead ??= given(this.reading, this.reading.printed ?? {}));
  }

  get venue(): string | undefined {
    const { venue } = this.printed;
    return venue ? venueIn(venue) : undefined;
  }

  get volume(): string | undefined {
    return this.printed.volume || undefined;
  }

  get issue(): string | undefined {
    return this.printed.issue || undefined;
  }

  get pages(): string | undefined {
    return this.printed.pages || undefined;
  }

  get version(): string | undefined {
    const ids = Object.values(this.ids);
    // An entry may link to other papers, whose versions are not its own.
    const isOwn = (link: string): boolean => ids.some((id) => link.toLowerCase().includes(id));
    return (
      this.reading.version ?? versionIn(this.links.filter((link, at) => at === 0 || isOwn(link)))
    );
  }

  get pdf(): string | undefined {
    return this.reading.pdf ?? this.links.find(isPdf);
  }

  get code(): string | undefined {
    return this.reading.code ?? codeLink(this.links.slice(1));
  }

  get abstract(): string {
    return (this.abstractRead ??= abstractOf(this.reading)).text;
  }

  get abstractPlace(): Place {
    return (this.abstractRead ??= abstractOf(this.reading)).place;
  }

  get excerptPlace(): Place | undefined {
    const { excerpt } = this.reading;
    return excerpt && given(this.reading, excerpt);
  }

  get authors(): string[] {
    return (this.authorsRead ??= given(this.reading, this.reading.authors ?? [])
      .map(tidy)
      .filter(Boolean));
  }
}

function defined(ids: Readonly<Record<string, string | undefined>>): Record<string, string> {
  if (areDefined(ids)) return ids;
  const all: Record<string, string> = {};
  for (const scheme in ids) {
    const id = ids[scheme];
    if (id) all[scheme] = id;
  }
  return all;
}

function areDefined(
  ids: Readonly<Record<string, string | undefined>>,
): ids is Record<string, string> {
  for (const scheme in ids) if (!ids[scheme]) return false;
  return true;
}

/**
 * The entries of a page's items in their order; items that could not be read are left out. Where the page is
 * watched, an item that did not change is not read again (`kept.ts`).
 */
export const entriesOf = (
  items: Iterable<Element>,
  read: (item: Element) => Reading | undefined,
): Entry[] => {
  const entries: Entry[] = [];
  for (const item of items) {
    const entry = keptOf(item.ownerDocument).of(item, () => {
      const reading = read(item);
      return reading && entryOf(reading);
    });
    if (entry) entries.push(entry);
  }
  return entries;
};
