import type { Page } from '@playwright/test';
import { annotate, type Listing } from './fixtures';

export async function papersOf(app: Page, listing: Listing) {
  const answer = await annotate(app, listing);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value.papers;
}

/** What is painted, by the name it is painted under. */
export const painted = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(() =>
    Object.fromEntries(
      [...CSS.highlights]
        .filter(([name]) => name.startsWith('gloss-'))
        .map(([name, ranges]) => [
          name,
          [...ranges].map((range) => (range as Range).toString()).join('|'),
        ]),
    ),
  );

/** Clicks a word of an abstract, where nothing is selected. */
export async function clickWord(page: Page, word: string): Promise<void> {
  const at = await page.evaluate((wanted) => {
    getSelection()?.removeAllRanges();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const start = node.nodeValue?.indexOf(wanted) ?? -1;
      if (start < 0 || !node.nodeValue?.includes('We consider')) continue;
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, start + wanted.length);
      const { left, top, width, height } = range.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    }
    throw new Error(`"${wanted}" is not on the page`);
  }, word);
  await page.mouse.click(at.x, at.y);
}
