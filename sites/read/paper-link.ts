import { idsFromLink } from '@/domain/identity/identity-links';

/** Identities of things that are no papers: Nature's news pieces (`d41586-…`), deposits of software and data. */
const NO_PAPER = /^10\.(?:1038\/d\d{5}-|5281\/zenodo)/;

/** Whether a link out of a mixed list (news, posts) goes to a paper. */
export const isPaperLink = (href: string): boolean => {
  const ids = idsFromLink(href);
  return Object.keys(ids).length > 0 && !NO_PAPER.test(ids['doi'] ?? '');
};
