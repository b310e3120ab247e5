import type { Reading } from './reading';

/** Traits of an entry that do not depend on its markup. */
const TRAITS: readonly ((reading: Reading) => boolean)[] = [
  ({ authors }) => authors.length > 0,
  ({ authorsAt }) => authorsAt === 'beside',
  ({ authorsAt }) => authorsAt === 'behind',
  ({ authorsAt }) => authorsAt === 'before',
  ({ words }) => words >= 20,
  ({ identified }) => identified,
  ({ venue }) => venue,
  ({ resources }) => resources > 0,
];

/** The share of a list's entries from which on a trait is the list's own. */
const OWN = 0.8;
/** Where hardly an entry has one author alone, none has. */
const NEARLY_ALL = 0.95;
const isJoint = ({ authors }: Reading): boolean => authors.length > 1;

/**
 * Whether an entry is like those of a list: it has whatever nearly all of them have, where they have it. The tags
 * around it do not count. A list without such a trait has no likes.
 */
export function likeness(list: readonly Reading[]): (reading: Reading) => boolean {
  const own = TRAITS.filter((has) => list.filter(has).length >= list.length * OWN);
  if (list.filter(isJoint).length >= list.length * NEARLY_ALL) own.push(isJoint);
  return (reading) => own.length > 0 && own.every((has) => has(reading));
}
