import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { type Browser, BUILD, ROOT } from '@/scripts/browser/extension';

/** A popup, and how its parts are found. */
export interface Popup {
  file: string;
  row: string;
  search: string;
  /** Is in the page once a search can be answered. */
  ready: string;
}

export const OURS: Popup = {
  file: 'popup.html',
  row: '[data-gloss="row"]',
  search: '[data-gloss="search"]',
  ready: '[data-gloss="row"]',
};

/** The bare popup: a page of the same extension, which reads the same database. */
export const FLOOR: Popup = {
  file: 'floor/popup.html',
  row: '#list li',
  search: '#search',
  ready: '[data-read]',
};

/** A copy of the build with the bare popup in it; the caller removes the folder. */
export function withFloor(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'gloss-bench-'));
  cpSync(BUILD, folder, { recursive: true });
  for (const name of ['popup.html', 'popup.css', 'popup.js'])
    cpSync(path.join(ROOT, 'bench/floor', name), path.join(folder, 'floor', name));
  return folder;
}

/**
 * Runs in both popups: `shown` resolves to when the frame with the first row was made, `answered` to how long a key
 * waited for the frame that shows the list changed.
 */
const inPage = (row: string): string => `
window.framed = () => new Promise((resolve) => requestAnimationFrame(() => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => resolve(performance.now());
  port2.postMessage(null);
}));
window.changed = (test, most) => new Promise((resolve, reject) => {
  const timer = setTimeout(() => { watch.disconnect(); resolve(null); }, most);
  const look = () => {
    if (!test()) return;
    watch.disconnect();
    clearTimeout(timer);
    void window.framed().then(resolve);
  };
  const watch = new MutationObserver(look);
  watch.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  look();
});
window.shown = window.changed(() => document.querySelector(${JSON.stringify(row)}), 30000);
window.listed = () => [...document.querySelectorAll(${JSON.stringify(row)})].slice(0, 5).map((one) => one.textContent).join();
window.answer = () => {
  const before = window.listed();
  window.answered = new Promise((resolve) => addEventListener('input', ({ timeStamp }) => {
    void window.changed(() => window.listed() !== before, 800)
      .then((at) => resolve(at === null ? null : at - timeStamp));
  }, { once: true, capture: true }));
};
`;

/** Opens a popup in a tab of its size, and tells when its first row showed, milliseconds after the opening. */
export async function open(browser: Browser, popup: Popup): Promise<{ page: Page; ms: number }> {
  const page = await browser.context.newPage();
  await page.setViewportSize({ width: 400, height: 600 });
  await page.addInitScript(inPage(popup.row));
  await page.goto(browser.url(popup.file), { waitUntil: 'commit' });
  const ms = await page.evaluate<number | null>('window.shown');
  if (ms === null) throw new Error(`${popup.file} showed no row.`);
  return { page, ms };
}

/** How long a key waited for its answer, milliseconds; `null` where it changed nothing that shows. */
export async function press(page: Page, key: string): Promise<number | null> {
  await page.evaluate('window.answer()');
  await page.keyboard.press(key);
  return page.evaluate<number | null>('window.answered');
}
