import { type annotate, callTab, describe, type Listing } from './fixtures';

export type App = Parameters<typeof annotate>[0];

export async function described(app: App, listing: Listing) {
  const answer = await describe(app, listing);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

export const papersOf = async (app: App, listing: Listing) =>
  (await described(app, listing)).papers;

export const stateOf = async (app: App, listing: Listing, at: number) =>
  (await papersOf(app, listing))[at]?.state;

export const startTriage = (app: App, { tabId }: Listing) =>
  callTab(app, tabId, 'listing.triage', null);

export const place = ({ layer }: Listing, at: number, of: number) =>
  layer.shows('.place', `${at} of ${of}`);
