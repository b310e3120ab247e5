import { idsFromLink } from '@/domain/identity/identity-links';
import { arxivId, doi, isStrong, keysOf, paperKey } from '@/domain/identity/paper-key';
import type { Chunks } from '@/domain/import/chunks';
import { wholeText } from '@/domain/import/chunks';
import { foreignItems, type ForeignPaper } from '@/domain/import/foreign';
import type { Incoming } from '@/domain/import/incoming';
import { Unreadable } from '@/domain/import/unreadable';

/** Longer lines are no link and no id, characters. */
const LONGEST_LINE = 10_000;

/** What one line names: a link, an arXiv id, a DOI, or a paper key. */
function named(line: string): ForeignPaper | null {
  const link = /https?:\/\/[^\s<>"')\]]+/i.exec(line)?.[0];
  if (link) {
    const ids = idsFromLink(link);
    return keysOf(ids, '').some(isStrong) ? { links: [link], ids } : null;
  }
  const arxiv = arxivId(line.replace(/^\W+|[\s,;.]+$/g, ''));
  if (arxiv) return { ids: { arxiv } };
  const found = doi(line);
  if (found) return { ids: { doi: found } };
  const [, scheme = '', value = ''] = /^\s*([a-z0-9]+):(\S+)\s*$/.exec(line) ?? [];
  return paperKey(scheme, value) ? { ids: { [scheme]: value } } : null;
}

/** Reads a list of links or ids, one a line. Lines that name no paper are rejected by themselves; fails (`Unreadable`) when none does. */
export async function* readLinks(chunks: Chunks, now: number): AsyncGenerator<Incoming> {
  let first = '';
  let count = 0;
  for (const [index, line] of (await wholeText(chunks)).split(/\r\n?|\n/).entries()) {
    if (line.trim() === '' || line.trim().startsWith('#')) continue;
    const paper = line.length > LONGEST_LINE ? null : named(line);
    const place = `line ${index + 1}`;
    first ||= place;
    if (paper) yield* foreignItems({ ...paper, status: 'saved' }, place, now);
    else yield { kind: 'rejected', place, value: 'no link or id that names a paper' };
    if (paper) count += 1;
  }
  if (count === 0)
    throw new Unreadable(`${first || 'line 1'}: expected a link, an arXiv id or a DOI`);
}
