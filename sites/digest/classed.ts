import { anyOf, between, pattern } from '@/domain/text/phrases';
import type { Field } from './fields';
import type { Block, Frame } from './model';

const CLASSES: Partial<Record<Field, string>> = {
  authors: `authors?, auth, byline, auteurs?, autor(?:en|es)?, autori, creators?, contributors?, co-?authors?`,
  venue: `venue, journal, conference, booktitle, publisher, periodical, zeitschrift, revista, revue`,
};
/** What a class may say behind the field's name: that it holds the whole of it. */
const WHOLE = 'names?, list, line, info, text, string, block';

const PATTERNS = Object.entries(CLASSES).map(
  ([field, names]) =>
    [
      field as Field,
      pattern('iu', between(String.raw`(?:^|[\s_-])`, names, `(?:[_-]+${anyOf(WHOLE)})?(?:\\s|$)`)),
    ] as const,
);

/** The words of class names, `paperAuthors` as `paper-Authors`. */
const spelt = (named: string): string => named.replace(/(\p{Ll})(?=\p{Lu})/gu, '$1-');

/** The field that a mark (`span.paper-authors`), or the classes of an element, name. */
function fieldOfClass(mark: string): Field | undefined {
  if (mark === '' || mark.includes(':')) return undefined;
  const words = spelt(mark.replace(/^[\w-]*\./, ''));
  return PATTERNS.find(([, named]) => named.test(words))?.[0];
}

const classOf = ({ element }: Frame): string => element?.getAttribute('class') ?? '';

/** The field that the box of a block says it is. */
export const fieldOfBox = ({ frame }: Block): Field | undefined => fieldOfClass(classOf(frame));

/** The stretches of a block between two places that markup says to be one field; those that touch are one. */
export function classedIn({ raw, runs }: Block, field: Field, from: number, to: number): string[] {
  const texts: string[] = [];
  let last: number | undefined;
  for (const { start, end, mark } of runs) {
    if (start < from || end > to || !mark.includes('.') || fieldOfClass(mark) !== field) continue;
    const text = raw.slice(start, end);
    if (last === start) texts.push(`${texts.pop() ?? ''}${text}`);
    else if (/\S/.test(text)) texts.push(text);
    last = end;
  }
  return texts;
}
