import { browser } from '#imports';

/** What browsers have of the toolbar's button, by their versions; none of it is in all of them. */
interface ToolbarButton {
  openPopup?: () => Promise<void>;
  getUserSettings?: () => Promise<{ isOnToolbar?: boolean }>;
}

const button = (): ToolbarButton => browser.action ?? browser.browserAction;

/** Whether a person keeps the button in the toolbar; `null` where the browser doesn't tell. */
export async function isOnToolbar(): Promise<boolean | null> {
  const settings = await button()
    .getUserSettings?.()
    .catch(() => null);
  return settings?.isOnToolbar ?? null;
}

/** What opens the popup in answer to a click; `null` where no page may. */
export function popupOpener(): (() => void) | null {
  const { openPopup } = button();
  return openPopup ? () => void openPopup.call(button()).catch(() => undefined) : null;
}
