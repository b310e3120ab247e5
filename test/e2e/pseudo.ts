import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { BUILD } from '@/scripts/browser/extension';

/** Every text of the stretched language ends with it. */
const END = '⟧';

const LONGER: Record<string, string> = { a: 'aá', e: 'eé', i: 'ií', o: 'oó', u: 'uú' };

/** A text as long as in the longest languages: half as long again as English. */
const stretched = (text: string): string =>
  text
    .split(' | ')
    .map((form) => `⟦${form.replaceAll(/[aeiou]/g, (vowel) => LONGER[vowel] ?? vowel)}${END}`)
    .join(' | ');

/** A copy of the build whose English is stretched; the caller removes the folder. */
export function stretchedBuild(): string {
  const copy = mkdtempSync(path.join(tmpdir(), 'gloss-stretched-'));
  cpSync(BUILD, copy, { recursive: true });
  const file = path.join(copy, '_locales/en/messages.json');
  const messages = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { message: string }>;
  for (const [key, text] of Object.entries(messages))
    if (key !== 'language') text.message = stretched(text.message);
  writeFileSync(file, JSON.stringify(messages));
  return copy;
}

/**
 * Texts below an element whose end is out of sight: cut off by a box that hides what does not fit, or beyond the
 * window's side. What can be scrolled to is in sight. `root` is an expression.
 */
export const cutOff = (root: string): string => `(() => {
  const ends = [];
  const root = ${root};
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === 3) {
      const at = node.data.lastIndexOf('${END}');
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      ends.push({ text: node.data, of: node.parentElement, box: range.getBoundingClientRect() });
    } else if (node.dataset?.text?.endsWith('${END}'))
      ends.push({ text: node.dataset.text, of: node, box: node.getBoundingClientRect() });
  }
  const isCut = ({ of, box }) => {
    if (box.width === 0) return false;
    for (let at = of; at; at = at.parentElement ?? at.getRootNode().host ?? null) {
      const style = getComputedStyle(at);
      const inside = at.getBoundingClientRect();
      // For screen readers alone.
      if (style.clipPath !== 'none') return false;
      const [across, down] = [style.overflowX, style.overflowY];
      if (/hidden|clip/.test(across) && (box.right > inside.right + 1 || box.left < inside.left - 1)) return true;
      if (/hidden|clip/.test(down) && (box.bottom > inside.bottom + 2 || box.top < inside.top - 2)) return true;
      if (/auto|scroll/.test(across)) return false;
    }
    return box.right > document.documentElement.clientWidth + 1 || box.left < -1;
  };
  return [...new Set(ends.filter(isCut).map(({ text, of }) => of.className + ': ' + text))];
})()`;
