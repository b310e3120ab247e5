import { readersOf } from '@/domain/identity/addresses/hosts';
import { idsFromLink } from '@/domain/identity/identity-links';
import { arxivId, doi } from '@/domain/identity/paper-key';
import { LIMITS } from '@/domain/limits';
import { webAddress } from '@/domain/web-address';
import { idsOfLine } from './id-lines';

/** What an entry's fields for links say. */
export interface ReadLinks {
  /** http(s) addresses, each once. */
  links: string[];
  /** Ids by scheme that the links name, or that are in place of one; of several the first. */
  ids: Record<string, string>;
  /** Whether a field says something else. */
  isUnread: boolean;
}

/** An address without its scheme. */
const BARE = /^((?:[a-z\d-]+\.)+[a-z]{2,})\/\S*$/i;
/** Ends of hosts that are no ends of file names. */
const TOP = /\.(?:com|org|net|edu|gov|info|int|io|ai|dev|press|science|[a-z]{2})$/i;
/** What tools write where there is no link. */
const NOTHING = /^(?:n\/?a|none|null|nan|-|–)?$/i;

/** The address in a field for one, with the scheme that people leave out. */
function addressIn(text: string): string | undefined {
  const host = BARE.exec(text)?.[1]?.toLowerCase();
  const isBare =
    host !== undefined &&
    (host.startsWith('www.') || TOP.test(host) || readersOf(host).length > 0) &&
    !/^10\.\d/.test(text);
  const address = webAddress(isBare ? `https://${text}` : text);
  return address !== undefined && address.length <= LIMITS.link ? address : undefined;
}

/** An id in place of an address: `10.1000/a`, `arXiv:2401.00001`, `2401.00001`. */
function idIn(text: string): Record<string, string> {
  const number = arxivId(text);
  if (number) return { arxiv: number };
  const bare = /^(?:doi:?\s*)?10\.\d{4,9}\/\S+$/i.test(text) ? doi(text) : undefined;
  return bare ? { doi: bare } : (idsOfLine(text) ?? {});
}

/** Reads the values of an entry's fields for links. */
export function readLinks(values: readonly (string | undefined)[]): ReadLinks {
  const links = new Set<string>();
  const all: Record<string, string>[] = [];
  let isUnread = false;
  for (const value of values) {
    const text = value?.trim() ?? '';
    const address = addressIn(text);
    if (address !== undefined) links.add(address);
    const ids = address === undefined ? idIn(text) : idsFromLink(address);
    all.push(ids);
    if (address === undefined && Object.keys(ids).length === 0) isUnread ||= !NOTHING.test(text);
  }
  const ids = Object.assign({}, ...all.toReversed()) as Record<string, string>;
  return { links: [...links], ids, isUnread };
}
