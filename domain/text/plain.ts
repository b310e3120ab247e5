import type { Place } from '@/domain/entry';
import { tidy } from './tidy';

/** White space of any kind collapsed to single spaces, ends trimmed. Most texts need no more than a look. */
export function collapse(text: string): string {
  const trimmed = text.trim();
  return /[^\S ]| {2}/.test(trimmed) ? trimmed.replace(/\s+/gu, ' ') : trimmed;
}

/** The text of a place, as an entry's title or abstract holds it. */
export function placeText(place: Place): string {
  let all = '';
  for (const { node, start, end, glued } of place) {
    const text = node.textContent ?? '';
    const part = start === undefined && end === undefined ? text : text.slice(start, end);
    all = all === '' ? part : `${all}${glued ? '' : ' '}${part}`;
  }
  return tidy(all);
}
