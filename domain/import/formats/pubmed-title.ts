/** PubMed ends its titles by a full stop, and encloses those that it has translated in brackets. */
export const titleOfPubMed = (title: string): string =>
  title
    .trim()
    .replace(/(?<!\.)\.$/, '')
    .replace(/^\[([^[\]]+)\]$/, '$1');
