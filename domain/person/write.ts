import { tidy } from '@/domain/text/tidy';
import { isCjk } from './cjk';
import type { Person } from './model';
import { withMembers } from './members';
import { isOthers, OTHERS } from './others';
import { areCapitals } from './capitals';
import { capitalsIn, parsePerson } from './person';

const joined = (...parts: string[]): string => parts.filter(Boolean).join(' ');

/** The family name with its particles: what lists are sorted and keys are made by. */
export const familyOf = ({ particle, family }: Person): string => joined(particle, family);

/** `van der Berg, Jr, Ann`, as BibTeX has it; a name of one part is that part. */
export const bibtexOrder = (person: Person): string =>
  [familyOf(person), person.suffix, person.given].filter(Boolean).join(', ');

/** `van der Berg, Ann, Jr`, as RIS and EndNote have it. */
export const risOrder = (person: Person): string =>
  [familyOf(person), person.given, person.suffix].filter(Boolean).join(', ');

const isSame = (a: Person, b: Person): boolean =>
  a.family === b.family &&
  a.given === b.given &&
  a.particle === b.particle &&
  a.suffix === b.suffix &&
  a.isGroup === b.isGroup;

/**
 * A name as it is kept: the given name first; where that would be read as another name (two family names), with the
 * family name before a comma.
 */
export function personText(person: Person): string {
  const { given, suffix } = person;
  if (person.isGroup || given === '') return joined(familyOf(person), suffix);
  const [tight, spaced] = [`${person.family}${given}`, `${person.family} ${given}`];
  if (isCjk(tight)) return isSame(parsePerson(tight), person) ? tight : spaced;
  const plain = joined(given, familyOf(person), suffix);
  return isSame(parsePerson(plain), person) ? plain : bibtexOrder(person);
}

/** A name as it is kept; one that begins with the family name in capitals is kept so, for its order is plain. */
function keptText(written: string, person: Person): string {
  const own = tidy(written);
  const isPlain =
    own === joined(person.family, person.given, person.suffix) &&
    areCapitals(person.family.split(' ')) &&
    isSame(parsePerson(own), person);
  return isPlain ? own : personText(person);
}

/**
 * Names of any form as they are kept, each in its own; who is not named is `et al.` at the end. `capitals` is what
 * capitals in a name are, where more names than these tell it.
 */
export function personTexts(written: readonly string[], capitals = capitalsIn(written)): string[] {
  const all = written.filter((name) => name.trim() !== '').flatMap(withMembers);
  const named = all.filter((name) => !isOthers(name));
  const texts = named.map((name) => keptText(name, parsePerson(name, capitals))).filter(Boolean);
  return named.length < all.length && texts.length > 0 ? [...texts, OTHERS] : texts;
}

/** The persons of a list of names, without the mark for others. */
export function personsOf(authors: readonly string[]): Person[] {
  const capitals = capitalsIn(authors);
  return authors.filter((name) => !isOthers(name)).map((name) => parsePerson(name, capitals));
}

/** Whether a list says that there are others. */
export const hasOthers = (authors: readonly string[]): boolean => isOthers(authors.at(-1) ?? '');
