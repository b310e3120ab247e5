/** A listing page that everybody may read: something to try Gloss on. */
export const LIST_TO_START = 'https://arxiv.org/list/cs.LG/new';
