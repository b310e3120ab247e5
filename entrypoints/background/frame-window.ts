import { browser } from '#imports';
import { fail, ok, type Result } from '@/domain/result';

/** As large as a note card with its window around it, pixels. */
const SIZE = { width: 400, height: 420 };

/** Opens the frame's page in a small window, for a tab whose page allows no frame of ours. */
export async function openFrameWindow(tabId: number, nonce: string): Promise<Result<null>> {
  try {
    const url = browser.runtime.getURL(`/frame.html?tab=${tabId}#${nonce}`);
    await browser.windows.create({ url, type: 'popup', ...SIZE });
    return ok(null);
  } catch (error) {
    return fail('forbidden', `The browser opens no window: ${String(error)}`);
  }
}
