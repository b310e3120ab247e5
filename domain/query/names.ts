import { tagId } from '@/domain/paper/tag';
import { fold } from '@/domain/text';
import type { NameField } from './query';

/** Something that is found by its names: a tag, a site, a topic. */
export interface Nameable {
  id: string;
  names: string[];
}

/** A name as it is compared. */
export const nameForm = (field: NameField, name: string): string =>
  field === 'tag' ? tagId(name) : fold(name).trim().replace(/\s+/g, ' ');

/** Topics have names of several phrases, parted by dots: each of them is a name. */
const partsOf = (field: NameField, name: string): string[] =>
  field === 'topic' ? [name, ...name.split(' · ')] : [name];

/**
 * Ids of the things that a name means: those that are called so; else, unless it was quoted, those whose
 * name begins so, or, of topics, has it as a word's beginning.
 */
export function named(
  field: NameField,
  text: string,
  isQuoted: boolean,
  all: Iterable<Nameable>,
): string[] {
  const sought = nameForm(field, text);
  const things = [...all].map(({ id, names }) => ({
    id,
    names: names.flatMap((name) => partsOf(field, name)).map((name) => nameForm(field, name)),
  }));
  const begins = (name: string): boolean =>
    name.startsWith(sought) || (field === 'topic' && name.includes(` ${sought}`));
  const called = things.filter(({ names }) => names.includes(sought));
  const found =
    called.length > 0 || isQuoted ? called : things.filter(({ names }) => names.some(begins));
  return found.map(({ id }) => id);
}
