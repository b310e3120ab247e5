import { idsFromLink, idsFromText } from '@/domain/identity/identity-links';

/** Names of ids, what brackets hold, addresses, and every word with a digit: what a line of ids is made of. */
const OF_IDS =
  /\[[^\]]*\]|\([^)]*\)|https?:\S*|\S*\d\S*|\b(?:arxiv|e-?prints?|preprint|doi|pubmed|central|pmid|pmc(?:id)?|corpusid|cryptology|iacr|archive|report|hal|id|number|available (?:at|from|as|on)|(?:full|long|extended) version)\b/gi;

/** Characters of a line of ids at the most. */
const LONGEST_LINE = 300;

/** Ids in running text and in the addresses within it, by scheme. */
export const idsWithin = (text: string): Record<string, string> =>
  Object.assign(
    {},
    ...(text.match(/https?:\/\/[^\s()<>[\]{}"]{1,500}/gi) ?? []).map(idsFromLink),
    // A DOI may hold brackets, at which an address ends here.
    idsFromText(text),
  ) as Record<string, string>;

/** Ids of several lines; `null` where they name two papers. */
export function joinedIds(all: readonly Record<string, string>[]): Record<string, string> | null {
  const ids: Record<string, string> = {};
  for (const [scheme, id] of all.flatMap((one) => Object.entries(one)))
    if ((ids[scheme] ??= id) !== id) return null;
  return ids;
}

/**
 * The ids of a line that is made of nothing else: `arXiv:2401.00001 [cs.CL]`, `PMID: 1; PMCID: PMC2`. `null` for any
 * other line: a sentence with an id in it tells of another paper, and two ids of one scheme are a list of papers.
 */
export function idsOfLine(line: string): Record<string, string> | null {
  if (line.length > LONGEST_LINE || /\p{L}/u.test(line.replace(OF_IDS, ' '))) return null;
  const ids = joinedIds(line.split(/;(?!\d)/).map(idsWithin));
  return ids && Object.keys(ids).length > 0 ? ids : null;
}

/** The ids of several that have a value. */
export const presentIds = (
  ids: Readonly<Record<string, string | undefined>>,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(ids).flatMap(([scheme, id]) => (id?.trim() ? [[scheme, id.trim()]] : [])),
  );
