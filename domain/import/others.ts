import { COMMANDS } from '@/domain/commands';
import type { TagRecord } from '@/domain/paper/record';
import { added, isSame } from '@/domain/same';
import { DEFAULT_SETTINGS, KINDS, type Settings, type SiteSettings } from '@/domain/settings';
import { parseSettings } from '@/domain/settings-schema';

/*
 * What a file changes beside papers, as a person reads it before they import it.
 */

/** One thing that changes; each has a label in the interface. */
export interface OtherChange {
  field:
    | Exclude<keyof Settings, 'isCompleting'>
    /** Whether Gloss is off on a site. */
    | 'siteOff'
    | 'search'
    | 'tag'
    | 'topic'
    /** A value of another kind, or of a newer version. */
    | 'value'
    /** A whole section that a newer version wrote. */
    | 'section';
  /** Which of several: a command, a kind of entries; empty where there is one. */
  name: string;
  /** Empty where there was nothing. */
  from: string;
  to: string;
}

type Change = Omit<OtherChange, 'field' | 'name'>;

/** Letters of a text that are shown. */
const SHOWN = 200;

const shortened = (change: OtherChange): OtherChange => ({
  ...change,
  from: change.from.slice(0, SHOWN),
  to: change.to.slice(0, SHOWN),
});

/** Members that came and went, one each. */
const membersOf = (before: readonly string[], after: readonly string[]): Change[] => [
  ...added(before, after).map((to) => ({ from: '', to })),
  ...added(after, before).map((from) => ({ from, to: '' })),
];

/** Values of a table that changed, by name. */
const tableOf = <Name extends string>(
  names: readonly Name[],
  before: Readonly<Record<Name, string>>,
  after: Readonly<Record<Name, string>>,
): (Change & { name: Name })[] =>
  names.flatMap((name) =>
    before[name] === after[name] ? [] : [{ name, from: before[name], to: after[name] }],
  );

type Sites = Settings['sites'];

function siteChanges(before: Sites, after: Sites): OtherChange[] {
  const of = (sites: Sites, host: string): SiteSettings | undefined =>
    Object.hasOwn(sites, host) ? sites[host] : undefined;
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((host) => {
    const [was, is] = [of(before, host), of(after, host)];
    const { isOff: wasOff = false, ...old } = was ?? {};
    const { isOff = false, ...now } = is ?? {};
    const off: OtherChange[] =
      wasOff === isOff
        ? []
        : [{ field: 'siteOff', name: '', from: wasOff ? host : '', to: isOff ? host : '' }];
    const rest: OtherChange[] = isSame(old, now)
      ? []
      : [{ field: 'sites', name: '', from: is ? '' : host, to: is ? host : '' }];
    return [...off, ...rest];
  });
}

const onOff = (is: boolean): string => (is ? 'on' : 'off');

function settingChanges(name: keyof Settings, before: Settings, after: Settings): OtherChange[] {
  switch (name) {
    case 'muted':
    case 'watched':
    case 'watchedAuthors':
      return membersOf(before[name], after[name]).map((one) => ({ field: name, name: '', ...one }));
    case 'keys':
      return tableOf(COMMANDS, before.keys, after.keys).map((one) => ({ field: name, ...one }));
    case 'treatments':
      return tableOf(KINDS, before.treatments, after.treatments).map((one) => ({
        field: name,
        ...one,
      }));
    case 'sites':
      return siteChanges(before.sites, after.sites);
    case 'isAdvancing':
    case 'isPrinted':
    case 'isDiscreet':
      return before[name] === after[name]
        ? []
        : [{ field: name, name: '', from: onOff(before[name]), to: onOff(after[name]) }];
    case 'isCompleting':
      return [];
  }
}

const isSetting = (name: string): name is keyof Settings => Object.hasOwn(DEFAULT_SETTINGS, name);

/** A value that travels with the library in a few words: the name that it has, else the one that it is under. */
function wordsOf(value: unknown, name: string): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string' && value !== '') return value;
  const { name: own, query } = value as Record<string, unknown>;
  return [own, query].filter((one) => typeof one === 'string' && one !== '').join(': ') || name;
}

const KIND: Partial<Record<string, OtherChange['field']>> = {
  search: 'search',
  topic: 'topic',
  theme: 'topic',
};

/** What a person sees change when a value that travels with the library is set; `null` where it is not there. */
export function sharedChanges(key: string, before: unknown, after: unknown): OtherChange[] {
  const at = key.indexOf(':');
  const [kind, name] = [key.slice(0, at), key.slice(at + 1)];
  if (kind === 'settings' && isSetting(name)) {
    const settings = (value: unknown): Settings =>
      parseSettings(value === null ? {} : { [name]: value });
    return settingChanges(name, settings(before), settings(after)).map(shortened);
  }
  const known = KIND[kind];
  const label = known ? name : key;
  const [from, to] = [wordsOf(before, label), wordsOf(after, label)];
  if (isSame(before, after) || (from === '' && to === '')) return [];
  return [shortened({ field: known ?? 'value', name: '', from: from === to ? '' : from, to })];
}

/** Tags that are renamed or deleted; new ones come with their papers. */
export function tagChanges(before: TagRecord | undefined, after: TagRecord): OtherChange[] {
  if (!before) return [];
  const nameOf = ({ name, removed }: TagRecord): string => (removed ? '' : name);
  const [from, to] = [nameOf(before), nameOf(after)];
  return from === to ? [] : [shortened({ field: 'tag', name: '', from, to })];
}

/** That a section of a newer version is new, or another. */
export const sectionChange = (name: string): OtherChange =>
  shortened({ field: 'section', name: '', from: '', to: name });
