import { signal } from '@preact/signals';
import { i18n } from '#i18n';
import { settingsHost } from '@/domain/settings';
import { problem, type Problem } from '@/components/app/notices/problem';
import type { Ports } from './ports';

/** What Gloss does on the site of a page by itself. */
export type SiteKind =
  /** An adapter reads it. */
  | 'known'
  /** A person turned Gloss off there. */
  | 'off'
  /** A person allowed it. */
  | 'allowed'
  /** Nothing. */
  | 'strange';

export interface SiteOfPage {
  tabId: number;
  /** As the settings name it. */
  host: string;
  /** The pattern of its pages, as permissions name it. */
  pattern: string;
  is: SiteKind;
}

/** What a person wants of Gloss on the site under the popup, once and for all. */
export function createSite(
  { call, callTab, permissions }: Ports,
  report: (problem: Problem | null) => void,
) {
  const site = signal<SiteOfPage | null>(null);

  /** `is` as the page's content script tells it, `strange` where none runs. */
  async function load(tabId: number, url: string | undefined, is: SiteKind): Promise<void> {
    const host = settingsHost(url);
    if (host === null || url === undefined || host === 'file') {
      site.value = null;
      return;
    }
    const { protocol, hostname } = new URL(url);
    const pattern = `${protocol}//${hostname}/*`;
    const isAllowed = is === 'strange' && (await permissions.has(pattern));
    site.value = { tabId, host, pattern, is: isAllowed ? 'allowed' : is };
  }

  /** Asks the browser, which asks the person: call it in answer to a click, before anything is waited for. */
  async function allow(of: SiteOfPage): Promise<boolean> {
    report(null);
    const isAllowed = await permissions.request(of.pattern);
    if (isAllowed) site.value = { ...of, is: 'allowed' };
    return isAllowed;
  }

  async function disallow(of: SiteOfPage): Promise<void> {
    if (!(await permissions.remove(of.pattern))) return;
    await callTab(of.tabId, 'listing.leave', null);
    site.value = { ...of, is: 'strange' };
  }

  async function turn(of: SiteOfPage, isOff: boolean): Promise<void> {
    report(null);
    const answer = await call('settings.save', { sites: { [of.host]: { isOff } } });
    if (answer.ok) site.value = { ...of, is: isOff ? 'off' : 'known' };
    else report(problem(i18n.t('popup.couldnt.site'), answer.error));
  }

  return { site, load, allow, disallow, turn };
}
