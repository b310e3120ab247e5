import type { Page } from '@playwright/test';

interface Point {
  x: number;
  y: number;
}

/**
 * Selects the beginning of a text on a page by dragging the mouse over it, as a person does.
 * @param text text of the page; the selection ends with a word
 * @param length how many characters to select, at most
 * @returns the selected text, white space in it made single spaces
 */
export async function selectPassage(page: Page, text: string, length = 90): Promise<string> {
  const ends = await page.evaluate(
    ({ start, most }): [Point, Point] | null => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const value = node.nodeValue ?? '';
        const from = value.indexOf(start);
        if (from < 0) continue;
        const to =
          from + (value.slice(from, from + most).match(/^[\s\S]*\w(?=\W)/)?.[0].length ?? 0);
        const range = document.createRange();
        // No named functions in here: the loader's mark on them is not known on the page.
        range.setStart(node, from);
        range.setEnd(node, to);
        scrollBy({
          top: range.getBoundingClientRect().top - innerHeight / 2,
          behavior: 'instant',
        });
        const lines = [...range.getClientRects()];
        const [first, last] = [lines[0], lines.at(-1)];
        if (!first || !last) return null;
        // A link that is dragged goes along: one begins beside it.
        const beside = node.parentElement?.closest('a') ? -3 : 1;
        return [
          { x: first.left + beside, y: first.top + first.height / 2 },
          { x: last.right, y: last.top + last.height / 2 },
        ];
      }
      return null;
    },
    { start: text.slice(0, 24), most: length },
  );
  if (!ends) throw new Error(`"${text.slice(0, 24)}…" was not found on the page.`);
  const [from, to] = ends;
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 8 });
  await page.mouse.up();
  const selected = await page.evaluate(() => getSelection()?.toString() ?? '');
  return selected.replace(/\s+/g, ' ').trim();
}
