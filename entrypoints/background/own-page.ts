import { browser } from '#imports';

/** Opens one of the extension's own pages in a tab. */
export const openOwnPage = (page: 'library' | 'welcome'): Promise<unknown> =>
  browser.tabs.create({ url: browser.runtime.getURL(`/${page}.html`) });
