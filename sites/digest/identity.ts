import type { Candidate } from './candidate';
import type { FactReader } from './facts';
import type { Block } from './model';
import type { ListRecord } from './records';

/** Which paper a record names. */
export interface Identity {
  ids: { [scheme: string]: string };
  /** Whether the record names one paper, by a link or in words; several papers name none. */
  identified: boolean;
  /** Whether the title itself is the link that names it. */
  titleNames: boolean;
}

/** A link of Google Scholar's alerts: it leads on to a paper, whatever the paper's own address is. */
const SCHOLAR = /^https?:\/\/scholar\.google\.[\w.]+\/scholar_url\?/i;

/** Ids that a record names, by links and in words; those of its title's own links first. */
export function identityOf(record: ListRecord, own: readonly Block[], facts: FactReader): Identity {
  const { span } = record.title;
  const named: [string, string][] = [];
  let linked = 0;
  for (const { href, start, end } of span.block.runs) {
    const shared = Math.min(end, span.end) - Math.max(start, span.start);
    if (href === undefined || shared <= 0) continue;
    const ids = facts.idsOf(href);
    if (ids.length > 0 || SCHOLAR.test(href)) linked += shared;
    named.push(...ids);
  }
  const seen = new Map<string, Set<string>>();
  const ids: { [scheme: string]: string } = {};
  for (const [scheme, id] of [...named, ...own.flatMap((block) => facts.of(block).ids)]) {
    ids[scheme] ??= id;
    seen.set(scheme, (seen.get(scheme) ?? new Set()).add(id));
  }
  const titleNames = linked > (span.end - span.start) * 0.8;
  const several = [...seen.values()].some((found) => found.size > 2);
  if (several && named.length === 0) return { ids: {}, identified: false, titleNames };
  return { ids: several ? Object.fromEntries(named) : ids, identified: seen.size > 0, titleNames };
}

/** The addresses that a title links to, as the page writes them. */
export const hrefsOf = ({ span }: Candidate): string[] =>
  span.block.runs.flatMap(({ href, start, end }) =>
    href !== undefined && start < span.end && end > span.start ? [href] : [],
  );

/** Addresses of a record, its title's first, those that name the paper before others. */
export function linksOf(title: Candidate, own: readonly Block[], facts: FactReader): string[] {
  const first = hrefsOf(title).flatMap((href) => facts.absolute(href));
  const rest = own.flatMap((block) => facts.of(block).links);
  const naming = rest.filter((link) => facts.idsOf(link).length > 0);
  return [...new Set([...first, ...naming, ...rest])].slice(0, 40);
}
