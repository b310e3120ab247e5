import {
  addressesIn,
  idsFromLink,
  idsFromText,
  linkTarget,
} from '@/domain/identity/identity-links';
import { arxivId, doi, isStrong, keysOf, paperKey } from '@/domain/identity/paper-key';
import type { Chunks } from '@/domain/import/chunks';
import { wholeText } from '@/domain/import/chunks';
import { foreignItems, type ForeignPaper } from '@/domain/import/foreign';
import type { Incoming } from '@/domain/import/incoming';
import { Unreadable } from '@/domain/import/unreadable';

/** Longer lines are no link and no id, characters. */
const LONGEST_LINE = 10_000;

/** Signs between two addresses that are written without a space. */
const TOGETHER = /[,;|](?=https?:)/i;

/** The addresses of a line, without the signs of the text around them. */
const linksIn = (line: string): string[] =>
  addressesIn(line)
    .flatMap((address) => address.split(TOGETHER))
    .map((address) => address.replace(/'.*$/s, '').replace(/[)\].,;:!?]+$/, closed));

/** The papers of a line's addresses, each once. */
function linked(links: readonly string[]): ForeignPaper[] {
  const papers = new Map<string, ForeignPaper>();
  for (const link of links) {
    const ids = idsFromLink(link);
    const key = keysOf(ids, '').find(isStrong);
    const known = key === undefined ? undefined : papers.get(key);
    if (known) known.links?.push(linkTarget(link));
    else if (key !== undefined) papers.set(key, { links: [linkTarget(link)], ids });
  }
  return [...papers.values()];
}

/** What one line names: links, an id as sites print it, or a paper key. */
function named(line: string): ForeignPaper[] {
  const links = linksIn(line);
  return links.length > 0 ? linked(links) : [byId(line) ?? []].flat();
}

/** The paper that a line without a link names. */
function byId(line: string): ForeignPaper | null {
  const arxiv = arxivId(line.replace(/^\W+|[\s,;.]+$/g, ''));
  if (arxiv) return { ids: { arxiv } };
  const [, scheme = '', value = ''] = /^\s*([a-z0-9]+):(\S+)\s*$/.exec(line) ?? [];
  if (paperKey(scheme, value)) return { ids: { [scheme]: value } };
  const ids = idsFromText(line);
  const found = ids['doi'] ?? doi(line);
  const all = { ...ids, ...(found ? { doi: found } : {}) };
  return Object.keys(all).length > 0 ? { ids: all } : null;
}

/** Of the signs behind an address, those that belong to it: a closing bracket that the address opened. */
function closed(end: string, at: number, text: string): string {
  const opened = text.slice(0, at).split('(').length - text.slice(0, at).split(')').length;
  return end.startsWith(')') && opened > 0 ? ')' : '';
}

/** Numbers alone, as PubMed saves a list of its own: one of them at least is as long as most. */
const arePmids = (lines: readonly string[]): boolean =>
  lines.every((line) => /^\d{1,8}$/.test(line)) && lines.some((line) => line.length > 6);

/** Reads a list of links or ids, one a line. Lines that name no paper are rejected by themselves; fails (`Unreadable`) when none does. */
export async function* readLinks(chunks: Chunks, now: number): AsyncGenerator<Incoming> {
  let first = '';
  let count = 0;
  const lines = (await wholeText(chunks)).split(/\r\n?|\n/).map((line) => line.trim());
  const isOfPubMed = arePmids(lines.filter(Boolean));
  for (const [index, line] of lines.entries()) {
    if (line === '' || line.startsWith('#')) continue;
    const papers =
      line.length > LONGEST_LINE ? [] : isOfPubMed ? [{ ids: { pmid: line } }] : named(line);
    const place = `line ${index + 1}`;
    first ||= place;
    for (const paper of papers)
      yield* foreignItems(
        { ...paper, status: 'saved', written: { texts: [line], source: 'links' } },
        place,
        now,
      );
    if (papers.length === 0)
      yield { kind: 'rejected', place, value: 'no link or id that names a paper' };
    count += papers.length;
  }
  if (count === 0)
    throw new Unreadable(`${first || 'line 1'}: expected a link, an arXiv id or a DOI`);
}
