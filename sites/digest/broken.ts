import { INLINE } from './markup';

/** Line breaks from which on an element may be text that a mail program broke into lines. */
const MANY = 30;
/** The longest line that is broken by hand or by a program, characters. */
const LONGEST = 110;
/** A full line has so much of the longest one, and so many of the lines are full. */
const FULL = 0.8;
const FULL_LINES = 0.4;

/** Characters of each line; `undefined` where anything but text and what runs through it is within. */
function lengthsOf(element: Element): number[] | undefined {
  const lengths: number[] = [0];
  for (let node = element.firstChild; node; node = node.nextSibling) {
    const name = node.nodeType === 1 ? (node as Element).localName : '';
    if (name === 'br') lengths.push(0);
    else if (name !== '' && !INLINE.has(name)) return undefined;
    else
      lengths[lengths.length - 1] =
        (lengths.at(-1) ?? 0) + (node.textContent ?? '').replace(/\s+/g, ' ').length;
  }
  return lengths.filter((length) => length > 1);
}

/**
 * Whether an element is text as a mail program sends it: broken into lines of nearly one length by `<br>`, as webmail
 * shows arXiv's lists. Lists of short lines are none: their lines are as long as what they say.
 */
export function isBrokenText(element: Element): boolean {
  if (element.childElementCount < MANY) return false;
  const lengths = lengthsOf(element);
  if (!lengths || lengths.length < MANY) return false;
  const longest = Math.max(...lengths);
  const full = lengths.filter((length) => length >= longest * FULL).length;
  return longest <= LONGEST && full >= lengths.length * FULL_LINES;
}
