import { idsFromLink } from '@/domain/identity/identity-links';
import { paperKey } from '@/domain/identity/paper-key';
import { notUnderstood } from './dates';

/** What the fields and columns for ids say. */
export interface StatedIds {
  /** Ids by scheme. */
  ids: Record<string, string>;
  /** Values that are no id of their scheme, and name no paper as an address either. */
  unread: [scheme: string, value: string][];
}

/** Reads the values of fields for ids, by scheme; an address in place of an id names the paper that it leads to. */
export function readIds(stated: Readonly<Record<string, string>>): StatedIds {
  const ids: Record<string, string> = {};
  const unread: StatedIds['unread'] = [];
  for (const [scheme, value] of Object.entries(stated)) {
    if (paperKey(scheme, value) !== undefined) {
      ids[scheme] = value;
      continue;
    }
    const linked = Object.entries(idsFromLink(value));
    for (const [name, id] of linked) ids[name] ??= id;
    if (linked.length === 0) unread.push([scheme, value]);
  }
  return { ids, unread };
}

/** A short DOI (https://shortdoi.org), which tells its DOI to nobody but the resolver. */
const SHORT_DOI =
  /^(?:doi:\s*|(?:https?:\/\/)?(?:dx\.)?(?:doi\.org|shortdoi\.org)\/)?10\/[a-z\d]+$/i;

/** How the preview names the value of an id's field that is not understood. Short DOIs have one name: a file may have thousands. */
export const unreadId = (field: string, value: string): string[] =>
  SHORT_DOI.test(value.trim()) ? ['short DOIs (10/…)'] : notUnderstood(field, value);
