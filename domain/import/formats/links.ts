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

/** What one line names: a link, an id as sites print it, or a paper key. */
function named(line: string): ForeignPaper | null {
  const link = addressesIn(line)[0]
    ?.replace(/'.*$/s, '')
    .replace(/[)\].,;]+$/, closed);
  if (link) {
    const ids = idsFromLink(link);
    return keysOf(ids, '').some(isStrong) ? { links: [linkTarget(link)], ids } : null;
  }
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
    const paper =
      line.length > LONGEST_LINE ? null : isOfPubMed ? { ids: { pmid: line } } : named(line);
    const place = `line ${index + 1}`;
    first ||= place;
    if (paper)
      yield* foreignItems(
        { ...paper, status: 'saved', written: { texts: [line], source: 'links' } },
        place,
        now,
      );
    else yield { kind: 'rejected', place, value: 'no link or id that names a paper' };
    if (paper) count += 1;
  }
  if (count === 0)
    throw new Unreadable(`${first || 'line 1'}: expected a link, an arXiv id or a DOI`);
}
