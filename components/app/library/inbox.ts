import { HOME, type Route } from './route';

/**
 * The search that the inbox is: papers of the library that nothing was decided about. Papers that were only seen are no
 * part of it: the library keeps their ids alone, no title.
 */
export const INBOX = 'status:none';

export const isInbox = ({ view, query }: Route): boolean =>
  view === HOME.view && query.trim() === INBOX;
