import { browser } from '#imports';
import { i18n } from '#i18n';
import { idsFromLink, linkTarget } from '@/domain/identity/identity-links';
import { isStrong, keysOf } from '@/domain/identity/paper-key';
import type { PaperRef } from '@/domain/paper/paper';
import { fail, type Result } from '@/domain/result';

/** A link that a person saves from the menu, and the page that holds it. */
export interface LinkOnPage {
  href: string;
  page: string;
  title: string;
  /** Milliseconds since 1970. */
  at: number;
}

/**
 * The paper that a link leads to. It has no title until a list tells one. Fails with `missing` where the address names
 * no paper: nothing but the page behind it could, and Gloss doesn't ask for pages.
 */
export function paperBehind({ href, page, title, at }: LinkOnPage): Result<PaperRef> {
  const keys = keysOf(idsFromLink(href), '');
  if (!keys.some(isStrong)) return fail('missing', 'The link names no paper.');
  return {
    ok: true,
    value: {
      keys,
      title: '',
      authors: [],
      abstract: '',
      links: [linkTarget(href)],
      listing: { site: 'link', url: page, title, at },
    },
  };
}

/** How long the toolbar's button says what a press in the menu came to, milliseconds. */
const SAID = 4_000;

/** Says in the toolbar what became of a link: there is no other place that every page leaves to Gloss. */
export async function tellOfLink(tabId: number, done: Result<unknown>): Promise<void> {
  const action = browser.action ?? browser.browserAction;
  const before = {
    text: await action.getBadgeText({ tabId }),
    title: await action.getTitle({ tabId }),
  };
  const why = done.ok ? null : done.error.reason === 'missing' ? 'unknown' : 'failed';
  await action.setBadgeText({ tabId, text: why === null ? '✓' : '!' });
  await action.setTitle({ tabId, title: i18n.t(`menu.link.${why ?? 'saved'}`) });
  await new Promise((resolve) => setTimeout(resolve, SAID));
  await action.setBadgeText({ tabId, text: before.text });
  if (done.ok) await action.setTitle({ tabId, title: before.title });
}
