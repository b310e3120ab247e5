import { classedIn } from './classed';
import type { Facts } from './facts';
import type { Block } from './model';
import { leadingNames, namesBeforeVenue, signedNames } from './led-names';
import { citedAs, namesIn } from './names';
import { partsOf } from './parts';
import { isLabel, isVenue } from './wording';

/** A block beside a title, and what it says. */
export interface Told {
  block: Block;
  facts: Facts;
}

/** Who wrote a paper, by the text beside its title. */
export interface Authors {
  authors: string[];
  /** Their place: in the title's own block, or in others behind or before it. */
  authorsAt: 'beside' | 'behind' | 'before' | undefined;
  /** Whether each author has a box alone. */
  scattered: boolean;
}

/** Authors: names beside the title, a field or block of names behind it, or blocks of a name each. */
export function authorsOf(
  others: readonly Told[],
  around: readonly string[],
  title: number,
): Authors {
  const behind = others.filter(({ block }) => block.index > title);
  const before = others.filter(({ block }) => block.index < title);
  const ordered = [...behind, ...before].filter(({ facts: { words } }) => words < 900);
  const own = beside(around);
  // One name beside the title may be a journal's, where another line is a list of names.
  if (own && (own.length > 1 || !listedIn(ordered)))
    return { authors: own, authorsAt: 'beside', scattered: false };
  const from = (told: Told, authors: string[], scattered = false): Authors => ({
    authors,
    authorsAt: told.block.index > title ? 'behind' : 'before',
    scattered,
  });
  const listed =
    fieldOfAuthors(others) ?? classedAs(ordered) ?? nextIn(behind, title) ?? listedIn(ordered);
  if (listed) return from(...listed);
  const singles = ordered.filter(
    ({ block, facts }) =>
      facts.names?.length === 1 && facts.field === undefined && block.heading === 0,
  );
  const [single] = singles;
  if (single) {
    const authors = singles.flatMap(({ facts: { names } }) => names ?? []).slice(0, 60);
    return from(single, authors, singles.length > 1);
  }
  const leading = longer(markedIn(ordered), leadingIn(ordered));
  return leading ? from(...leading) : { authors: [], authorsAt: undefined, scattered: false };
}

type Listed = [told: Told, authors: string[]];

/** The field of that name. */
function fieldOfAuthors(others: readonly Told[]): Listed | undefined {
  const field = others.find(({ facts }) => facts.field === 'authors');
  const names =
    field && (namesIn(field.facts.text) ?? leadingNames(`${field.facts.text}. X`)?.names);
  return field && names ? [field, names] : undefined;
}

/** The names that markup says to be the authors': `<span class="authors">A. Author, B. Author</span>`. */
function classedAs(ordered: readonly Told[]): Listed | undefined {
  for (const told of ordered) {
    if (told.facts.field !== undefined || told.facts.words > 300) continue;
    const names = classedNames(told.block, 0, told.block.raw.length);
    if (names) return [told, names];
  }
  return undefined;
}

/** The names in the stretches of a block that markup calls authors, between two places. */
function classedNames(block: Block, from: number, to: number): string[] | undefined {
  const texts = classedIn(block, 'authors', from, to);
  const names = texts.flatMap(
    (text) => namesIn(text) ?? leadingNames(`${text.trim()} `)?.names ?? [],
  );
  return names.length > 0 ? names : undefined;
}

/** The names in the title's own block: of several stretches of text, those of the one with the most. */
function beside(around: readonly string[]): string[] | undefined {
  let best: string[] | undefined;
  for (const text of around) {
    const names = namesBeside(text);
    if (names && names.length > (best?.length ?? 0)) best = names;
  }
  return best;
}

function namesBeside(text: string): string[] | undefined {
  if (isLabel(text)) return undefined;
  const bare = text.replace(LABEL, '');
  const cited = isVenue(text) ? undefined : citedAs(text);
  // `Lovelace, Babbage (1843)`: two surnames, no name turned round.
  if (cited && cited.length > 1) return cited;
  const names =
    namesIn(bare) ??
    namesIn(bare.replace(/[,(]?\s*(?:19|20)\d\d[).,\s]*$/, '')) ??
    signedNames(bare) ??
    leadingOf(bare);
  if (!names) return cited;
  const isSure = names.length > 1 || /(?:19|20)\d\d|^by\b/i.test(text) || isShort(text);
  return isSure ? names : undefined;
}

/** What a line of names is called, in capitals: `SHORT TALK: A. Author and B. Author`. */
const LABEL = /^\W*(?:\p{Lu}{2,}[\s/-]?){1,4}\d{0,3}:\s+(?=\p{Lu})/u;

const isShort = (text: string): boolean => text.replace(/\([^()]*\)/g, '').length < 40;

/** Blocks behind a title within which a list of names is nearer than one name directly behind it. */
const NEXT = 2;

/** One name directly behind the title, where no list of names follows it. */
function nextIn(behind: readonly Told[], title: number): Listed | undefined {
  const [next] = behind;
  const names = next?.facts.names;
  if (!next || names?.length !== 1 || next.block.index !== title + 1) return undefined;
  if (next.facts.field !== undefined || next.block.heading > 0) return undefined;
  return behind.slice(1, 1 + NEXT).some(({ facts }) => facts.names) ? undefined : [next, names];
}

function listedIn(ordered: readonly Told[]): Listed | undefined {
  for (const told of ordered) {
    const { names, field } = told.facts;
    // The name of a session, or of a track, may read as one of people.
    if (field !== undefined && field !== 'authors') continue;
    if (names && names.length > 1) return [told, names];
  }
  return undefined;
}

/** Of two lists of names the one with more. */
const longer = (one: Listed | undefined, other: Listed | undefined): Listed | undefined =>
  (one?.[1].length ?? 0) > (other?.[1].length ?? 0) ? one : other;

/** The names that markup sets apart in one of the next blocks: `<span>A. Author, B. Author</span> in Journal`. */
function markedIn(ordered: readonly Told[]): Listed | undefined {
  for (const told of ordered.slice(0, 4)) {
    const { block, facts } = told;
    if (facts.words > 80) continue;
    const parts = partsOf(block, 0, block.raw.length);
    const names = parts.map((part) => namesIn(part) ?? []).find((list) => list.length > 1);
    if (parts.length > 1 && names) return [told, names];
  }
  return undefined;
}

/** The names that a line begins with: up to what ends a list of names, or between commas up to a venue. */
function leadingOf(text: string): string[] | undefined {
  const lead = leadingNames(`${text} `)?.names;
  const listed = namesBeforeVenue(text);
  return (listed?.length ?? 0) > (lead?.length ?? 0) ? listed : lead;
}

/** The names that one of the next blocks begins with. */
function leadingIn(ordered: readonly Told[]): Listed | undefined {
  for (const told of ordered.slice(0, 4)) {
    const { facts } = told;
    if (facts.isParagraph || facts.words > 80) continue;
    const names = signedNames(facts.named) ?? leadingOf(facts.named);
    if (names && names.length > 0) return [told, names];
  }
  return undefined;
}
