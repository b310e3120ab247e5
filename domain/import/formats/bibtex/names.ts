import { personNames } from '@/domain/person/list';
import { withMembers } from '@/domain/person/members';
import { person } from '@/domain/person/model';
import { hasMoreNames, isOthers, OTHERS, withoutMore } from '@/domain/person/others';
import {
  areSuffixes,
  areWholeNames,
  capitalsIn,
  isGroup,
  parsePerson,
} from '@/domain/person/person';
import { personTexts, personText } from '@/domain/person/write';
import { bibText } from './text';

/** A TeX value, cut at each match of a pattern outside of braces. */
function outside(value: string, pattern: RegExp): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < value.length; at += 1) {
    const sign = value.charAt(at);
    if (sign === '\\' && !/[{}]/.test(value.charAt(at + 1))) at += 1;
    else if (sign === '{') depth += 1;
    else if (sign === '}') depth -= 1;
    else if (depth === 0) {
      pattern.lastIndex = at;
      const found = pattern.exec(value)?.[0];
      if (found === undefined) continue;
      parts.push(value.slice(from, at));
      at += found.length - 1;
      from = at + 1;
    }
  }
  return [...parts, value.slice(from)].map((part) => part.trim()).filter(Boolean);
}

/** Whether braces enclose a whole name: an institution, or a person of one name. */
const isWhole = (source: string): boolean => /^\{[^{}]*\}$/.test(source);

/** biblatex's names by parts: `family=van der Berg, given=Ann, prefix=van der, useprefix=true`. */
function byParts(source: string): string | null {
  if (!/(?:^|,)\s*(?:family|given)\s*=/.test(source)) return null;
  const parts = new Map(
    outside(source, /,/y).map((part) => {
      const [label = '', value = ''] = part.split(/=(.*)/s);
      return [label.trim(), bibText(value.trim().replace(/^"(.*)"$/, '$1'))];
    }),
  );
  return personText(
    person({
      family: parts.get('family') ?? '',
      given: parts.get('given') ?? '',
      particle: parts.get('prefix') ?? '',
      suffix: parts.get('suffix') ?? '',
    }),
  );
}

/** Parts of a name at the most: `Family, Jr., Given`. */
const MOST_PARTS = 3;

/** `Jr.`, `Jr. III`, `père`: BibTeX's part between the family name and the given one. */
const isBetween = (part = ''): boolean => /^\p{Ll}/u.test(part) || areSuffixes(part);

/** A name whose family name its braces tell: `Per {Brinch Hansen}`. */
const WITH_FAMILY = /^([^{},]+)\s\{([^{},()\\]+\s[^{},()\\]+)\}$/;

/** Such a name with its family name first; a group's keeps its order. */
const inItsParts = (source: string): string =>
  isGroup(source.replace(/[{}]/g, '')) || hasMoreNames(source.replace(/[{}]/g, ''))
    ? source
    : source.replace(WITH_FAMILY, '{$2}, $1');

/** Whether commas part more than a name has: BibTeX's three parts have a suffix among them, and two are no whole names. */
const areNames = (parts: readonly string[]): boolean =>
  parts.length > MOST_PARTS ||
  (parts.length === MOST_PARTS && !isBetween(parts[1]) && !areSuffixes(parts[2])) ||
  (parts.length === 2 && areWholeNames(parts));

/** A mark for a footnote or an affiliation, set as a raised formula. */
const RAISED = /\$\s*\^\s*(?:\{[^{}]*\}|[^\s{}])\s*\$/g;

/** An accent over one letter, set as a formula: `$\\ddot{\\mbox{o}}$`. */
const ACCENT =
  /\$\s*\\(acute|grave|ddot|hat|check|tilde|bar|breve|dot|mathring)\s*\{?\s*(?:\\(?:mbox|hbox|text|mathrm|rm)\s*)?\{?\s*\\?([A-Za-z])(?:math)?\s*\}*\s*\$/g;
const OF_TEXT: Readonly<Record<string, string>> = {
  acute: "'",
  grave: '`',
  ddot: '"',
  hat: '^',
  check: 'v',
  tilde: '~',
  bar: '=',
  breve: 'u',
  dot: '.',
  mathring: 'r',
};

/** A name's source with its letters as letters. */
const lettered = (source: string): string =>
  source.includes('$')
    ? source
        .replace(ACCENT, (_, accent: string, letter: string) => `{\\${OF_TEXT[accent]}{${letter}}}`)
        .replace(RAISED, '')
    : source;

/** A name whose source tells its parts, as it is kept; `null` where its words do. */
const plainName = (source: string): string | null =>
  byParts(source) ?? (isWhole(source) ? bibText(source) : null);

/** The names of a source as they are written. A comma within braces parts nothing: it is the plain text of its part. */
function writtenIn(source: string): string[] {
  const cut = outside(inItsParts(lettered(source)), /,/y)
    .map(bibText)
    .filter(Boolean);
  return areNames(cut) ? personNames(cut.join(', ')) : [cut.join(', ')];
}

/** What people part names by beside BibTeX's `and`. A semicolon may also end a reference to a character, or belong to a family name before its comma. */
const SEPARATOR = /(?<!&#?\w{1,8});(?!\s*,)|[；、，]/y;
const AMPERSAND = /\s\\?&\s/y;

/** The names that an ampersand joins; a group keeps its own: `Department of Health \& Care`, `Ernst \& Young`. */
function joined(source: string): string[] {
  const sides = outside(source, AMPERSAND);
  const arePersons = sides.every(
    (side) => !isWhole(side) && /[\s,]/.test(side) && !parsePerson(bibText(side)).isGroup,
  );
  return arePersons ? sides : [source];
}

/** An option of biblatex among the names: `nosortothers=true`. */
const OPTION = /^[a-z]+\s*=\s*(?:true|false|\w+)$/i;

/** The sources of the names in a value: parted by BibTeX's `and`, and by the signs that people write in its place. */
function sourcesIn(value: string): string[] {
  return outside(value.replace(/^\s*(?:and\s+)+|(?:\sand)+\s*$/gi, ''), /\sand(?=\s)/iy)
    .flatMap((source) => (byParts(source) === null ? outside(source, SEPARATOR) : source))
    .flatMap(joined)
    .filter((source) => !OPTION.test(source));
}

/**
 * The names of an `author` field as they are kept (http://www.bibtex.org/SpecialSymbols, biblatex's manual 2.3.3); also
 * where people and tools part them by other signs than `and`.
 */
export function bibNames(value: string): string[] {
  const line = value.replace(/\s+/g, ' ');
  const sources = sourcesIn(withoutMore(line));
  const named = sources.filter((source) => !isOthers(source));
  const found = named.map((source) => plainName(source) ?? writtenIn(source));
  const capitals = capitalsIn(
    found.flatMap((names) => (typeof names === 'string' ? [] : names)),
    'family',
  );
  // `et al.` in braces or in a command is seen once TeX is text.
  const read = found
    .flatMap((names) => (typeof names === 'string' ? names : personTexts(names, capitals)))
    .flatMap(withMembers);
  const names = read.filter((name) => name !== '' && !isOthers(name));
  const isCut = hasMoreNames(line) || named.length < sources.length || names.length < read.length;
  return isCut && names.length > 0 ? [...names, OTHERS] : names;
}
