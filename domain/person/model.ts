/** A name in its parts. Whatever a part lacks is empty. */
export interface Person {
  /** Without particles. Of a group, and of who has one name, it is the whole name. */
  family: string;
  given: string;
  /** Words before the family name that are written small: `van der`. */
  particle: string;
  /** `Jr`, `III`. */
  suffix: string;
  /** A collaboration, an institution: its name has no parts. */
  isGroup: boolean;
}

/** A name of the parts that are given. */
export const person = (parts: Partial<Person>): Person => ({
  family: '',
  given: '',
  particle: '',
  suffix: '',
  isGroup: false,
  ...parts,
});
