import { mergeExtra } from '@/domain/identity/extra';
import { LIMITS } from '@/domain/limits';
import { isSame } from '@/domain/same';
import { weightOf } from '@/domain/weight';

/** Sections of files that this version does not know, by name. */
export type Sections = Readonly<Record<string, unknown>>;

/** Why a section or a value is left out. */
export const TOO_LARGE = 'more than this Gloss keeps of what it does not know (4 MB)';

/**
 * Sections of a file beside those that the library has. Those that there is no room for, of all together, stay as the
 * library has them, and are named in `left`.
 */
export function mergeSections(
  known: Sections,
  brought: Sections,
  room: number = LIMITS.sections,
): { merged: Sections; changed: string[]; left: string[] } {
  const merged: Record<string, unknown> = { ...known };
  const [changed, left]: [string[], string[]] = [[], []];
  let weight = weightOf(merged, room);
  for (const name of Object.keys(brought).toSorted()) {
    const pick = (sections: Sections): Sections =>
      Object.hasOwn(sections, name) ? { [name]: sections[name] } : {};
    const { extra = {} } = mergeExtra(
      { extra: pick(known), stamps: {} },
      { extra: pick(brought), stamps: {} },
    );
    if (Object.hasOwn(known, name) && isSame(known[name], extra[name])) continue;
    const more = weightOf(extra, room) - weightOf(pick(known), room);
    if (weight + more > room) {
      left.push(name);
      continue;
    }
    weight += more;
    merged[name] = extra[name];
    changed.push(name);
  }
  return { merged, changed, left };
}
