import { LIMITS } from '@/domain/limits';
import { between, pattern } from '@/domain/text/phrases';
import { tidy } from '@/domain/text/tidy';
import { cjkPerson, isCjk } from './cjk';
import { spokenFor, undressed, withoutAlias } from './dress';
import { countLeading } from './capitals';
import { type Capitals, capitalsOf, initialsIn, isLast, leadingIn } from './initials';
import { type Person, person } from './model';
import { isOthers } from './others';

const PARTICLE =
  /^(?:van|von|vom|vander|vanden|der|den|des|de|del|della|delle|degli|dei|di|da|das|do|dos|du|d|la|las|le|lo|los|te|ter|ten|af|av|zu|zum|zur|op|al|el|bin|ibn|ben|abu|'t|’t)$/i;
/** Words that join two family names: "Ramón y Cajal". */
const JOINT = /^[yi]$/;
const SUFFIX = /^(?:jr|sr|ii|iii|iv|2nd|3rd|4th|filho|neto|júnior|père|fils)\.?$/i;

const GROUP = pattern(
  'i',
  between(
    String.raw`\b`,
    `
    team, groups?, collaborations?, consorti(?:um|a), initiative, project, committee, commission, council,
    organi[sz]ation, association, society, agency, institut(?:e|ion), universit(?:y|ies|ät|é),
    laborator(?:y|ies), department, ministry, foundation, network, cent(?:er|re), investigators, authors, research, labs?,
    deepmind, contributors, developers, bureau, office, alliance, federation, academy, company, inc, ltd, gmbh, corp, llc,
    soc, gr(?:ou)?p, trialists, editors, news, congress, government, movement
  `,
    String.raw`\b\.?`,
  ),
);

/** Words for groups in other languages, within a word too. */
const FOREIGN_GROUP =
  /\p{L}{4}(?:amt|anstalt)(?!\p{L})|gemeinschaft|gesellschaft|arbeitsgruppe|minist(?:ère|erio|ério|erium)|organi[sz]ación|organização|organisation (?:mondiale|des)|laboratoire|asociación|sociedad|société|大学|大學|学院|學院|研究所|研究院|委员会|委員会|協会|协会|学会|대학교|연구소/iu;

/** Firms that sign papers with a name like a person's. */
const FIRM = /^(?:google|meta|microsoft|mistral|stability|together|scale) ai$/i;

/** Whether a name is that of many: it says so, or is no person's by the words between its words. */
export const isGroup = (name: string): boolean =>
  GROUP.test(name) ||
  FIRM.test(name) ||
  FOREIGN_GROUP.test(name) ||
  /\s(?:of|for|and|&|on)\s/.test(name) ||
  /^the\s/i.test(name);

const hasNumber = (name: string): boolean => /\d(?!(?:st|nd|rd|th)\b)/.test(name);

/** Whether a word is a suffix of names: `Jr.`, `III`. */
export const isSuffix = (word: string | undefined): boolean => SUFFIX.test(word ?? '');
/** Whether a text is nothing but suffixes: `Jr.`, `Jr. III`. */
export const areSuffixes = (text = ''): boolean => text.split(' ').every(isSuffix);
const isSmall = (word: string): boolean => /^['’]?\p{Ll}/u.test(word);

/** A family name with the small words at its beginning apart. */
function familyParts(words: readonly string[]): Pick<Person, 'family' | 'particle'> {
  let small = 0;
  while (small < words.length - 1 && isSmall(words[small] ?? '')) small += 1;
  return { particle: words.slice(0, small).join(' '), family: words.slice(small).join(' ') };
}

/** `AW` as `A. W.`, so that every tool finds the initials. */
const spacedInitials = (initials: string): string =>
  initials
    .replaceAll('.', '')
    .split('-')
    .map((part) => Array.from(part, (letter) => `${letter}.`).join(' '))
    .join('-');

/** `Senio AW`, `Senio A. W.`: the family name before initials, as PubMed and Scopus have it. */
function initialled(words: readonly string[], suffix: string, capitals: Capitals): Person | null {
  const count = initialsIn(words, capitals);
  if (count === 0) return null;
  const given = words.slice(-count).map(spacedInitials).join(' ');
  const family = words.slice(0, -count);
  // PubMed writes `Doe J Jr`, others `Doe Jr J`.
  const own = family.length > 1 && isSuffix(family.at(-1)) ? family.pop() : undefined;
  return person({ ...familyParts(family), given, suffix: own ?? suffix });
}

/** `ZHANG Wei`: the family name first, in capitals, as lists of many countries have it. */
function leading(words: readonly string[], suffix: string, capitals: Capitals): Person | null {
  const count = leadingIn(words, capitals);
  if (count === 0) return null;
  return person({
    family: words.slice(0, count).join(' '),
    given: words.slice(count).join(' '),
    suffix,
  });
}

/** The words of a name without its suffix. */
function wordsOf(name: string): string[] {
  const words = name.split(' ');
  return words.length > 2 && isSuffix(words.at(-1)) ? words.slice(0, -1) : words;
}

/** Whether a name by itself is a family name before initials: `van der Berg C`, `Senio A. W. Jr`. */
export const isInitialled = (name: string): boolean => initialsIn(wordsOf(name), 'open') > 0;

/** The ways in which the capitals of a name tell that it has both its parts. */
const WHOLE: readonly ((words: readonly string[]) => boolean)[] = [
  (words) => initialsIn(words, 'open') > 0,
  (words) => /^\p{Lu}\.$/u.test(words[0] ?? '') && /\p{Ll}/u.test(words.at(-1) ?? ''),
  (words) => countLeading(words) > 0,
  isLast,
];

/** Whether each text is a name with both its parts, all in one way: `Senio AW`, `A. Senio`, `LI Na`, `Na LIN`. */
export const areWholeNames = (texts: readonly string[]): boolean =>
  WHOLE.some((isWhole) =>
    texts.every((text) => !isSuffix(text.split(' ').at(-1)) && isWhole(text.split(' '))),
  );

/** Where the family name begins in a name that has the given names first: at its first small word, as BibTeX has it. */
function familyStart(words: readonly string[]): number {
  const last = words.length - 1;
  const small = words.findIndex((word, at) => at > 0 && at < last && isSmall(word));
  if (small > 1 && JOINT.test(words[small] ?? '')) return small - 1;
  let start = small > 0 ? small : last;
  // One capital letter is an initial: "Ann D Example". "Guy Van den Broeck" has all of its particles.
  while (start > 1 && PARTICLE.test(words[start - 1] ?? '') && words[start - 1] !== 'D') start -= 1;
  return start;
}

const PATRONYMIC = /\p{Script=Cyrillic}(?:[оеё]вич|ьич|[оеё]вна|ична|инична)$/u;

/** Whether a name is written as Russian libraries have it, family name first: `Иванов Иван Иванович`. */
const endsInPatronymic = (words: readonly string[]): boolean =>
  words.length === 3 && PATRONYMIC.test(words[2] ?? '') && !PATRONYMIC.test(words[1] ?? '');

function inReadingOrder(name: string, capitals: Capitals, given = ''): Person {
  const words = name.split(' ');
  const hasSuffix = words.length > 2 && isSuffix(words.at(-1));
  const suffix = given || (hasSuffix ? (words.pop() ?? '') : '');
  const early = initialled(words, suffix, capitals) ?? leading(words, suffix, capitals);
  if (early) return early;
  if (endsInPatronymic(words))
    return person({ family: words[0] ?? '', given: words.slice(1).join(' '), suffix });
  const start = Math.max(0, familyStart(words));
  return person({
    ...familyParts(words.slice(start)),
    given: words.slice(0, start).join(' '),
    suffix,
  });
}

/**
 * `LAFD` after `Gonzalez,`. Four and more capitals are a given name where the family name is in capitals too; five are one
 * where they can be spoken.
 */
const isInitials = (given: string, family: string): boolean =>
  /^\p{Lu}{2,3}$/u.test(given) ||
  (/\p{Ll}/u.test(family) && /^(?:\p{Lu}{4}|(?!.*[AEIOUY].*[AEIOUY])[A-Z]{5})$/u.test(given));

/** `Family, Given`, `Family, Jr., Given` (BibTeX), `Family, Given, Jr.` (RIS), `Given Family, Jr.` */
function withCommas(parts: readonly string[]): Person {
  const [family = '', second = '', ...others] = parts;
  if (others.length === 0 && areSuffixes(second)) return inReadingOrder(family, 'open', second);
  const suffixAt = [second, ...others].findIndex((part) => areSuffixes(part));
  const given = [second, ...others].filter((_, at) => at !== suffixAt).join(' ');
  const words = given.split(' ');
  const own = suffixAt < 0 && words.length > 1 && isSuffix(words.at(-1)) ? words.pop() : undefined;
  const names = family.split(' ');
  const early =
    suffixAt < 0 && names.length > 1 && isSuffix(names.at(-1)) ? names.pop() : undefined;
  const isShort = words.length === 1 && isInitials(words[0] ?? '', family);
  return person({
    ...familyParts(names),
    given: isShort ? spacedInitials(words.join('')) : words.join(' '),
    suffix: early ?? own ?? [second, ...others][suffixAt] ?? '',
  });
}

/** Signs before and after a name, and dblp's number where a tool took it for a family name: `0002, Ann Example`. */
const AROUND = /^(?:[\s,;]+|\d{4}\s*,\s*)(?=\S)|[\s;]+$/g;

/** A name without what is around it, and whether it says that it is a group's. */
function readable(written: string): { name: string; isOfMany: boolean } {
  const whole = spokenFor(tidy(written).replace(AROUND, ''));
  const isOfMany = isGroup(withoutAlias(whole));
  return { name: isOfMany ? whole : undressed(whole), isOfMany };
}

/**
 * A name as pages, files and databases write it: given name first, `Family, Given`, `Family, Jr., Given`, `Senio AW`,
 * Chinese, Japanese and Korean names, groups. Titles, degrees, numbers and signs around the name are dropped. A text too
 * long for a name is kept as a group's: the patterns of the others take time by the square of its length.
 * `capitals` is what capitals in it are, where its list tells (`capitalsIn`).
 */
export function parsePerson(written: string, capitals: Capitals = 'open'): Person {
  if (written.length > LIMITS.author) return person({ family: tidy(written), isGroup: true });
  const { name, isOfMany } = readable(written);
  const parts = name.split(/\s*[,，]\s*/).filter(Boolean);
  // EndNote's sign for an institution is a comma with nothing after it.
  if (parts.length < 2 && (name.endsWith(',') || isOfMany || hasNumber(name)))
    return person({ family: parts[0] ?? name, isGroup: true });
  if (isCjk(name)) return cjkPerson(parts);
  if (parts.length > 1 && isOfMany && !/^\S+$/.test(parts[0] ?? ''))
    return person({ family: name, isGroup: true });
  return parts.length > 1 ? withCommas(parts) : inReadingOrder(name, capitals);
}

/** The words of a name of several whose order its capitals tell. */
function orderless(written: string): string[][] {
  if (written.length > LIMITS.author || isOthers(written)) return [];
  const { name, isOfMany } = readable(written);
  const words = name.split(' ');
  if (isOfMany || /[,，]/.test(name) || hasNumber(name) || isCjk(name)) return [];
  if (words.length > 2 && isSuffix(words.at(-1))) words.pop();
  return words.length > 1 ? [words] : [];
}

/**
 * What capitals in names are in a list. `single` is what they are in a list of one: in BibTeX the family
 * name, for its grammar has the given name first.
 */
export const capitalsIn = (
  names: readonly string[],
  single: 'open' | 'family' = 'open',
): Capitals => capitalsOf(names.flatMap(orderless), single);
