import { idsFromLink, idsFromText } from '@/domain/identity/identity-links';
import { arxivId } from '@/domain/identity/paper-key';
import { titleOfField } from '@/domain/text/page-title';

/** An arXiv id before a title, or as the name of a file. */
const ARXIV =
  /^\s*\[?(?:arxiv[:_])?((?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?)(?:\]|\s*[:|–-]\s|(?:\.pdf)?\s*$)/i;

/**
 * The ids by scheme that a tool wrote before a title or in its place: `[2401.00001] Tides`, `2401.00001v2.pdf`, an
 * address, a DOI. Empty for a title of words.
 */
export function idsOfTitle(text: string): Record<string, string> {
  const arxiv = arxivId(ARXIV.exec(text)?.[1] ?? '');
  if (arxiv) return { arxiv };
  return titleOfField(text) === '' ? { ...idsFromText(text), ...idsFromLink(text.trim()) } : {};
}
