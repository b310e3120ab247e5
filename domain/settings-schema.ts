import * as z from 'zod/mini';
import type { Incomplete, Nothing } from './whole';
import { COMMANDS } from './commands';
import {
  CORNERS,
  DEFAULT_SETTINGS,
  KINDS,
  type Settings,
  type SettingsChange,
  type SiteSettings,
  TREATMENTS,
} from './settings';
import { CUTS, LONGEST_SELECTOR, MOST_PATTERNS, type Taught } from './taught';

const text = (max: number) => z.string().check(z.maxLength(max));
const words = z.array(text(200)).check(z.maxLength(2_000));
const distance = z.number().check(z.minimum(0), z.maximum(100_000));
const treatment = z.enum(TREATMENTS);

const selector = text(LONGEST_SELECTOR);
const taught = z.object({
  papers: z
    .array(
      z.object({
        selector,
        line: z.optional(z.int().check(z.minimum(0), z.maximum(1_000))),
        cut: z.optional(z.enum(CUTS)),
      }),
    )
    .check(z.maxLength(MOST_PATTERNS)),
  others: z.array(selector).check(z.maxLength(MOST_PATTERNS)),
  isAll: z.boolean(),
}) satisfies z.ZodMiniType<Taught>;

/** What one site remembers. */
export const siteSchema = z.object({
  treatments: z.optional(z.partialRecord(z.enum(KINDS), treatment)),
  bar: z.optional(z.object({ corner: z.enum(CORNERS), x: distance, y: distance })),
  isCollapsed: z.optional(z.boolean()),
  isOff: z.optional(z.boolean()),
  taught: z.optional(z.nullable(taught)),
}) satisfies z.ZodMiniType<SiteSettings>;

const fields = {
  treatments: z.record(z.enum(KINDS), treatment),
  muted: words,
  watched: words,
  watchedAuthors: words,
  keys: z.record(z.enum(COMMANDS), text(40)),
  isAdvancing: z.boolean(),
  isPrinted: z.boolean(),
  isDiscreet: z.boolean(),
  isCompleting: z.boolean(),
  sites: z.record(text(260), siteSchema),
} satisfies { [K in keyof Settings]-?: z.ZodMiniType<Settings[K]> };

/** A setting that its schema forgets does not compile, though it be optional. */
export type SettingsAreWhole = Nothing<
  Incomplete<
    Settings & { site: SiteSettings; taught: Taught },
    typeof fields & { site: typeof siteSchema; taught: typeof taught }
  >
>;

/** A change of any fields. */
export const settingsChange = z.partial(
  z.object({ ...fields, sites: z.record(text(260), z.nullable(siteSchema)) }),
) satisfies z.ZodMiniType<SettingsChange>;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads stored settings. A field that an older version did not know, or that does not have its shape, is the
 * default: settings never keep Gloss from starting.
 */
export function parseSettings(stored: unknown): Settings {
  const given = isObject(stored) ? stored : {};
  const read = Object.entries(fields).map(([name, schema]) => {
    const fallback = DEFAULT_SETTINGS[name as keyof Settings];
    const value = given[name];
    // A command or kind that came later has its default beside what was chosen before.
    const whole = isObject(fallback) && isObject(value) ? { ...fallback, ...value } : value;
    const parsed = (schema as z.ZodMiniType).safeParse(whole);
    return [name, parsed.success ? parsed.data : fallback];
  });
  return Object.fromEntries(read) as Settings;
}
