import { type LibraryPaper, unknownState } from '@/domain/paper/paper';

/** A paper of the library that has nothing but its id and a title. */
export const libraryPaper = (id: string): LibraryPaper => ({
  ...unknownState([`arxiv:${id}`]),
  id,
  title: id,
  authors: [],
  abstract: '',
  links: [],
  facts: {},
  listings: [],
  createdAt: 0,
  updatedAt: 0,
});
