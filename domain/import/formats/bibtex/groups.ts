import { decodeEntities } from '@/domain/text/entities';
import { sourcesOf } from './spans';

/** Groups that a file keeps outside of its entries. */
export interface Groups {
  /** Names of groups by the key of an entry in them. */
  named: ReadonlyMap<string, readonly string[]>;
  /** Groups that a search or a rule fills, as the preview names them; each once. */
  byRule: readonly string[];
}

/** A group and the keys of the entries in it. */
interface Group {
  name: string;
  keys: string[];
}

const JABREF = /^@\s*comment\s*[{(]\s*jabref-meta:\s*(?:groupstree|grouping):/i;
const BIBDESK = /^@\s*comment\s*[{(]\s*BibDesk (Static|Smart) Groups\s*\{/i;

/** The parts of a text between semicolons that no backslash escapes, without one level of backslashes. */
const partsOf = (text: string): string[] =>
  (text.match(/(?:\\[^]|[^;\\])+/g) ?? []).map((part) => part.replace(/\\([^])/g, '$1'));

/**
 * JabRef's tree of groups. Up to version 3.7 it names the entries, which later name their groups: `1 ExplicitGroup:name\;0\;key\;key\;;`. A semicolon in a name is
 * escaped twice. JabRef breaks its lines anywhere (https://docs.jabref.org/finding-sorting-and-cleaning-entries/groups).
 */
function jabrefGroups(tree: string): { groups: Group[]; hasRules: boolean } {
  const groups: Group[] = [];
  let hasRules = false;
  for (const unit of partsOf(tree.replace(/[\r\n]+/g, ''))) {
    const [, kind = '', said = ''] = /^\s*\d+\s+(\w+):([^]*)$/.exec(unit) ?? [];
    const [name = '', , ...keys] = partsOf(said);
    if (kind === 'ExplicitGroup') groups.push({ name, keys });
    else hasRules ||= /^(?:Keyword|Search)Group$/.test(kind);
  }
  return { groups, hasRules };
}

const BIBDESK_NAME = /<key>group name<\/key>\s*<string>([^<]*)<\/string>/;
const BIBDESK_KEYS = /<key>keys<\/key>\s*<string>([^<]*)<\/string>/;

/** BibDesk's static groups, which it writes as a property list of Apple's: a name, and keys parted by commas. */
const bibdeskGroups = (list: string): Group[] =>
  list.split('<dict>').flatMap((group) => {
    const name = decodeEntities(BIBDESK_NAME.exec(group)?.[1] ?? '').trim();
    const keys = decodeEntities(BIBDESK_KEYS.exec(group)?.[1] ?? '').split(',');
    return name === '' ? [] : [{ name, keys }];
  });

/** The groups that JabRef and BibDesk keep in comments of a BibTeX file. They come after the entries. */
export function groupsIn(text: string): Groups {
  const named = new Map<string, string[]>();
  const byRule = new Set<string>();
  if (!/jabref-meta:|BibDesk (?:Static|Smart) Groups/i.test(text)) return { named, byRule: [] };
  const groups: Group[] = [];
  for (const { source } of sourcesOf(text)) {
    const tree = JABREF.exec(source)?.[0];
    const bibdesk = BIBDESK.exec(source)?.[1]?.toLowerCase();
    if (tree !== undefined) {
      const read = jabrefGroups(source.slice(tree.length, -1));
      groups.push(...read.groups);
      if (read.hasRules) byRule.add('groups of JabRef that a search fills');
    } else if (bibdesk === 'static') groups.push(...bibdeskGroups(source));
    else if (bibdesk === 'smart') byRule.add('smart groups of BibDesk');
  }
  for (const { name, keys } of groups)
    for (const key of new Set(keys.map((one) => one.trim()).filter(Boolean))) {
      const names = named.get(key);
      if (names) names.push(name);
      else named.set(key, [name]);
    }
  return { named, byRule: [...byRule] };
}
