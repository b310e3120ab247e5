import { browser } from '#imports';

/** Brings the library page to the front, a new one where none is open. */
export async function openLibraryPage(hash: string): Promise<void> {
  const url = browser.runtime.getURL('/library.html');
  const open = await browser.tabs.query({ url });
  const [tab] = open;
  if (tab?.id === undefined) {
    await browser.tabs.create({ url: `${url}${hash}` });
    return;
  }
  await browser.tabs.update(tab.id, { active: true, ...(hash === '' ? {} : { url: url + hash }) });
  await browser.windows.update(tab.windowId, { focused: true });
}

/**
 * What opens the side panel, Firefox's sidebar; `null` where there is none. The browser opens it in answer to
 * a click alone, before anything is waited for, so the window is asked for beforehand.
 */
export function sidePanelOpener(): (() => void) | null {
  if (import.meta.env.FIREFOX) {
    return () => {
      // Firefox alone has it, and the types are Chromium's
      // (https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/sidebarAction/open).
      const { sidebarAction } = browser as unknown as {
        sidebarAction: { open: () => Promise<void> };
      };
      void sidebarAction.open();
      window.close();
    };
  }
  let windowId: number | undefined;
  void browser.windows.getCurrent().then(({ id }) => {
    windowId = id;
  });
  return () => {
    if (windowId === undefined) return;
    void browser.sidePanel.open({ windowId }).then(() => window.close());
  };
}
