import { browser } from '#imports';
import { fail, ok, type Result } from '@/domain/result';

/** As large as a note card with its window around it, pixels. */
const SIZE = { width: 400, height: 420 };

/**
 * Opens the frame's page in a small window, for a tab whose page has no frame of ours; shows the one that was `opened`
 * for it before, where that is still there.
 */
export async function openFrameWindow(
  tabId: number,
  { nonce, opened }: { nonce: string; opened: number | null },
): Promise<Result<{ id: number }>> {
  if (opened !== null && (await isShown(opened))) return ok({ id: opened });
  try {
    const url = browser.runtime.getURL(`/frame.html?tab=${tabId}#${nonce}`);
    const id = (await browser.windows.create({ url, type: 'popup', ...SIZE }))?.id;
    return id === undefined ? noWindow('It has no id.') : ok({ id });
  } catch (error) {
    return noWindow(error);
  }
}

const noWindow = (error: unknown): Result<never> =>
  fail('forbidden', `The browser opens no window: ${String(error)}`);

/** Brings a window to the front; `false` where it is gone. */
const isShown = (id: number): Promise<boolean> =>
  browser.windows.update(id, { focused: true }).then(
    () => true,
    () => false,
  );
