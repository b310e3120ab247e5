import { browser } from '#imports';
import { fail, ok, type Result } from '@/domain/result';
import { tabCall } from '@/rpc/client';

/** Where WXT puts the script for any page, and the content script's style sheet; `scripting` takes them by path. */
export const SCRIPT = 'any-page.js';
export const STYLES = 'content-scripts/listing.css';

/** Starts Gloss on a tab's page. The browser allows it where the person asked for it, or allowed the site before. */
export async function annotateTab(tabId: number): Promise<Result<null>> {
  try {
    await browser.scripting.insertCSS({ target: { tabId }, files: [STYLES] });
    await browser.scripting.executeScript({ target: { tabId }, files: [`/${SCRIPT}`] });
    return ok(null);
  } catch (error) {
    return fail('forbidden', `The browser does not allow Gloss on this page: ${String(error)}`);
  }
}

/** Has a tab's page read by the digest detector, whatever its address. */
export async function digestTab(tabId: number): Promise<Result<null>> {
  const started = await annotateTab(tabId);
  return started.ok ? tabCall(tabId, 'listing.read', { by: 'digest' }) : started;
}
