import { browser } from '#imports';
import { i18n } from '#i18n';
import type { PaperRef } from '@/domain/paper/paper';
import type { Result } from '@/domain/result';
import { type Lesson, LESSONS } from '@/domain/taught';
import { tabCall } from '@/rpc/client';
import { annotateTab } from './annotate';
import { openOwnPage } from './own-page';
import { paperBehind, tellOfLink } from './save-link';

interface MenuPorts {
  /** Saves a paper; all open pages learn of it. */
  save: (paper: PaperRef) => Promise<Result<unknown>>;
  /** Milliseconds since 1970. */
  now: () => number;
}

type Menu = Parameters<typeof browser.contextMenus.create>[0];

/** The entries of the context menu. The toolbar's button has a name of its own in each manifest version. */
const MENUS = (): (Menu & { id: MenuId })[] => [
  { id: 'highlight', title: i18n.t('menu.highlight'), contexts: ['selection'] },
  ...LESSONS.map((lesson) => ({
    id: `teach-${lesson}` as const,
    title: i18n.t(`teach.${lesson}`),
    contexts: ['selection' as const] satisfies Menu['contexts'],
  })),
  { id: 'annotate', title: i18n.t('menu.annotate'), contexts: ['page'] },
  { id: 'link', title: i18n.t('menu.link.save'), contexts: ['link'] },
  {
    id: 'library',
    title: i18n.t('menu.library'),
    contexts: ['page', browser.action ? 'action' : 'browser_action'],
  },
];

type MenuId = 'highlight' | 'annotate' | 'link' | 'library' | `teach-${Lesson}`;

/** What a person starts from the browser's own places: keyboard commands and the context menu. */
export function addMenus({ save, now }: MenuPorts): void {
  browser.runtime.onInstalled.addListener(() => {
    // An update finds the entries of the version before.
    void browser.contextMenus.removeAll().then(() => {
      for (const menu of MENUS()) browser.contextMenus.create(menu);
    });
  });
  browser.contextMenus.onClicked.addListener(({ menuItemId, linkUrl }, tab) => {
    if (menuItemId === 'library') void openOwnPage('library');
    if (tab?.id === undefined) return;
    if (menuItemId === 'highlight') void withGloss(tab.id, highlight);
    if (menuItemId === 'annotate') void annotate(tab.id);
    const taught = LESSONS.find((lesson) => menuItemId === `teach-${lesson}`);
    if (taught) void withGloss(tab.id, (id) => tabCall(id, 'listing.teach', { lesson: taught }));
    if (menuItemId === 'link' && linkUrl !== undefined) {
      const { url: page = '', title = '' } = tab;
      const paper = paperBehind({ href: linkUrl, page, title, at: now() });
      const done = paper.ok ? save(paper.value) : Promise.resolve(paper);
      void done.then((answer) => tellOfLink(tab.id ?? 0, answer));
    }
  });
  browser.commands.onCommand.addListener((command, tab) => {
    if (tab?.id === undefined) return;
    if (command === 'triage') void withGloss(tab.id, triage);
    if (command === 'annotate') void annotate(tab.id);
  });
}

const highlight = (tabId: number): Promise<unknown> =>
  tabCall(tabId, 'listing.highlight', { colour: 'amber' });

const triage = (tabId: number): Promise<unknown> => tabCall(tabId, 'listing.triage', null);

/** Starts Gloss as a person asks for it. Where the browser forbids it, the toolbar button says so. */
async function annotate(tabId: number): Promise<void> {
  if ((await annotateTab(tabId)).ok) return;
  const action = browser.action ?? browser.browserAction;
  await action.setBadgeText({ tabId, text: '!' });
  await action.setTitle({ tabId, title: i18n.t('menu.forbidden') });
}

/** Starts Gloss on the page first where it does not run yet. */
async function withGloss(
  tabId: number,
  action: (tabId: number) => Promise<unknown>,
): Promise<void> {
  const running = await tabCall(tabId, 'listing.describe', null);
  if (!running.ok && !(await annotateTab(tabId)).ok) return;
  await action(tabId);
}
