import { SCHEMA_VERSION } from './format';

/** What is upgraded by itself, item by item, so that a file never has to be in memory as a whole. */
export type ItemKind = 'paper' | 'tag' | 'shared' | 'sighting';

/**
 * From one version of the format to the next: a pure function for each kind of item that changed. Version 1
 * is the first; the step from version n has index n - 1, and never changes once it is released.
 */
export type Upgrade = Partial<Record<ItemKind, (item: unknown) => unknown>>;

const UPGRADES: readonly Upgrade[] = [];

/** An item of an older version as this version has it. */
export const upgrade = (
  kind: ItemKind,
  item: unknown,
  version: number,
  ladder: readonly Upgrade[] = UPGRADES,
): unknown =>
  ladder
    .slice(version - 1, SCHEMA_VERSION + ladder.length)
    .reduce((value, step) => step[kind]?.(value) ?? value, item);
