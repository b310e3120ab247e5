import { DEFAULT_KEYS, type Keys } from './commands';
import type { Taught } from './taught';

/** What a person may change about Gloss. Plain data and its defaults; `settings-schema.ts` parses it at the border. */

export const TREATMENTS = ['show', 'dim', 'fold'] as const;
/** How a listing page shows entries of one kind: as the page has them, in a lighter ink, or folded away. */
export type Treatment = (typeof TREATMENTS)[number];

/** Kinds of entries that a person may want to look at less, the strongest reason first. */
export const KINDS = ['muted', 'dismissed', 'seen', 'replacement', 'cross-list'] as const;
export type Kind = (typeof KINDS)[number];
export type Treatments = Record<Kind, Treatment>;

/** Corners of the window that the page bar hangs in. */
export const CORNERS = ['bottom-right', 'bottom-left', 'top-right', 'top-left'] as const;

/** The place of the page bar: a corner of the window, and how far from its edges, CSS pixels. */
export interface BarPlace {
  corner: (typeof CORNERS)[number];
  x: number;
  y: number;
}

/** What is remembered of one site, named by its host (`arxiv.org`). */
export interface SiteSettings {
  /** Differs from the treatment everywhere. */
  treatments?: Partial<Treatments> | undefined;
  bar?: BarPlace | undefined;
  isCollapsed?: boolean | undefined;
  /** Gloss does not run there by itself. */
  isOff?: boolean | undefined;
  /** What a person taught Gloss about its lists; `null` once they had it forgotten. */
  taught?: Taught | null | undefined;
}

/** Everything, as it is stored. */
export interface Settings {
  treatments: Treatments;
  /** Words and phrases; an entry whose title or abstract has one is of the kind `muted`. */
  muted: string[];
  /** Words and phrases whose entries are marked. */
  watched: string[];
  /** Names of authors whose entries are marked. */
  watchedAuthors: string[];
  keys: Keys;
  /** Triage goes on to the next entry after a decision. */
  isAdvancing: boolean;
  /** Highlights are printed with a page. */
  isPrinted: boolean;
  /** Pages show no words of a person's own: marks, and nothing of tags, notes and earlier visits beside them. */
  isDiscreet: boolean;
  /** What a saved paper lacks is asked of services by its ids. */
  isCompleting: boolean;
  /** By host. */
  sites: Record<string, SiteSettings>;
}

export const DEFAULT_BAR: BarPlace = { corner: 'bottom-right', x: 16, y: 16 };

export const DEFAULT_SETTINGS: Settings = {
  treatments: {
    muted: 'fold',
    dismissed: 'dim',
    seen: 'show',
    replacement: 'show',
    'cross-list': 'show',
  },
  muted: [],
  watched: [],
  watchedAuthors: [],
  keys: DEFAULT_KEYS,
  isAdvancing: true,
  isPrinted: false,
  isDiscreet: false,
  isCompleting: false,
  sites: {},
};

/** Settings that no file sets: they have Gloss send something. */
export const NEVER_BY_FILE = ['isCompleting'] as const satisfies (keyof Settings)[];

/** The settings that a page of one site gets; those of other sites above all stay out. */
export interface PageSettings extends Omit<Settings, 'sites'> {
  bar: BarPlace;
  isCollapsed: boolean;
  isOff: boolean;
  taught: Taught | null;
  /** The person has done nothing with a paper yet (`domain/newcomer.ts`), and may want to be told what can be done. */
  isNewcomer: boolean;
}

/** The settings as they hold on one site. */
export function settingsFor({ sites, ...all }: Settings, host: string): PageSettings {
  const site: SiteSettings = Object.hasOwn(sites, host) ? (sites[host] ?? {}) : {};
  return {
    ...all,
    treatments: { ...all.treatments, ...site.treatments },
    bar: site.bar ?? DEFAULT_BAR,
    isCollapsed: site.isCollapsed ?? false,
    isOff: site.isOff ?? false,
    taught: site.taught ?? null,
    isNewcomer: false,
  };
}

/** The host under which the settings keep a site, `file` for local files; `null` for addresses that are no web page's. */
export function settingsHost(url: string | undefined): string | null {
  if (!url || !URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  if (protocol === 'file:') return 'file';
  return /^https?:$/.test(protocol) && hostname !== '' ? hostname.replace(/^www\./, '') : null;
}

/** What is changed of the settings: whole fields; of sites those that are named, field by field, `null` to forget one. */
export type SettingsChange = {
  [K in Exclude<keyof Settings, 'sites'>]?: Settings[K] | undefined;
} & { sites?: Record<string, SiteSettings | null> | undefined };

/** Settings with a change. */
export function changeSettings(
  settings: Settings,
  { sites = {}, ...change }: SettingsChange,
): Settings {
  const own: Record<string, SiteSettings> = { ...settings.sites };
  for (const [host, site] of Object.entries(sites))
    if (site === null) delete own[host];
    else own[host] = { ...own[host], ...site };
  const given = Object.fromEntries(
    Object.entries(change).filter(([, value]) => value !== undefined),
  );
  return { ...settings, ...given, sites: own };
}
