import type { Part, Place } from '@/domain/entry';
import { isOtherThanEnglish } from '@/domain/text/languages';
import { placeText } from '@/domain/text/plain';
import { tidy } from '@/domain/text/tidy';
import { hasReplaced } from './translated';

/*
 * A page's own words and a translator's. Translators add their text beside the page's, in elements whose names, classes
 * or attributes say so; or they put it in the place of the page's, and say so there, on the root, by the page's
 * language, or not at all.
 */

/** Extensions that translate, as their classes and elements begin. */
const TRANSLATORS =
  'immersive-translate|kiss|read-frog|fluent-read|trancy|xt|deepl|papago|youdao|cyxy|caiyun|sogou|tencent|baidu|relingo|saladict|linguist|transover|bergamot|openai-translator';
const NAME = new RegExp(
  String.raw`^(?:${TRANSLATORS})-(?!.*(?:orig|source|src))|translat(?:ion|ed|or)|bilingual|[-_](?:trans|trs)(?:[-_](?:target|result|text|dst)|$)`,
  'i',
);
const ATTRIBUTE = /translat(?:ion|ed)\b|bergamot/i;

/** An element of Yandex, which holds the text that it has replaced. */
const WITH_ORIGINAL = 'ya-tr-span[data-value]';

/** Elements of text that was replaced: Edge's, and those of Google's script and of extensions that use it. */
const REPLACED = '[_msttexthash], [_mstmutation], font[style*="inherit"]';

const isElement = (node: Node): node is Element => node.nodeType === 1;

const elementOf = (node: Node): Element | null => (isElement(node) ? node : node.parentElement);

/** Whether an attribute says that its element's text is a translation. */
const saysSo = (element: Element): boolean =>
  element.attributes.length > 0 &&
  element.getAttributeNames().some((name) => name !== 'class' && ATTRIBUTE.test(name));

/** Whether an element is a translation of what is beside it, or the gloss of a word. */
const isAdded = (element: Element): boolean =>
  /^r[tp]$/.test(element.localName) ||
  (element.localName.includes('-') &&
    !element.matches(WITH_ORIGINAL) &&
    NAME.test(element.localName)) ||
  (element.className !== '' && [...element.classList].some((name) => NAME.test(name))) ||
  (!element.matches(WITH_ORIGINAL) && saysSo(element));

/** The most elements between a text and the one that says it is a translation. */
const DEEPEST = 4;

/** Whether a text is in a translation: in an element that says so and holds hardly more than the text. */
function isWithin(node: Node, length: number): boolean {
  let at = elementOf(node);
  for (let level = 0; at && level < DEEPEST; level += 1, at = at.parentElement)
    if (isAdded(at)) return at.textContent.length <= length * 2;
  return false;
}

/** The part of a place that a text node holds, and what it says. */
interface Piece {
  part: Part;
  text: string;
}

/** The text of a node: of what Yandex has replaced the original, once. */
function saidBy(node: Node): string | undefined {
  const replaced = node.parentElement?.closest(WITH_ORIGINAL);
  if (!replaced) return undefined;
  const first = replaced.ownerDocument.createTreeWalker(replaced, 4).nextNode();
  return first === node ? (replaced.getAttribute('data-value') ?? '') : '';
}

/** The text nodes of a part, but for those in elements that are left out. */
function piecesOf(part: Part, isOut: (element: Element) => boolean): Piece[] {
  const { node, start = 0, end = Number.POSITIVE_INFINITY } = part;
  if (!isElement(node)) return [{ part, text: saidBy(node) ?? placeText([part]) }];
  const pieces: Piece[] = [];
  let at = 0;
  const read = (parent: Element, isLeftOut: boolean): void => {
    for (const child of parent.childNodes) {
      if (isElement(child)) read(child, isLeftOut || isOut(child));
      if (child.nodeType !== 3) continue;
      const text = child.textContent ?? '';
      const [from, to] = [Math.max(0, start - at), Math.min(text.length, end - at)];
      at += text.length;
      if (isLeftOut || from >= to) continue;
      const glued = pieces.length > 0 || part.glued ? ({ glued: true } as const) : {};
      const cut = from > 0 || to < text.length ? { start: from, end: to } : {};
      pieces.push({
        part: { node: child, ...cut, ...glued },
        text: saidBy(child) ?? text.slice(from, to),
      });
    }
  };
  read(node, false);
  return pieces;
}

/** Whether an element holds anything that a translator has put there. */
const isTouched = (element: Element): boolean =>
  [...element.getElementsByTagName('*')].some(
    (inner) => isAdded(inner) || inner.matches(WITH_ORIGINAL),
  );

/**
 * A place and its text in the page's own words: without translations beside them, and with the originals that a
 * translator kept. Where nothing but a translation is there, that (`isTranslatedPlace` tells).
 */
export function inOwnWords(place: Place, text: string): { place: Place; text: string } {
  const isClean = place.every(({ node }) =>
    isElement(node) ? !isTouched(node) : saidBy(node) === undefined && !isWithin(node, text.length),
  );
  if (isClean) return { place, text };
  const pieces = place
    .flatMap((part) => piecesOf(part, isAdded))
    .filter(({ part }) => !isWithin(part.node, text.length));
  const own = pieces.filter((piece) => piece.text.trim() !== '');
  if (own.length === 0) {
    const all = place.flatMap((part) => piecesOf(part, () => false));
    return { place: all.filter((piece) => piece.text.trim() !== '').map(({ part }) => part), text };
  }
  const said = pieces.map(({ part, text: words }) => (part.glued ? words : ` ${words}`)).join('');
  return { place: own.map(({ part }) => part), text: tidy(said) };
}

/** Whether a node is within an element of a kind, or holds one. What is beside a text node is not its own. */
const touches = (node: Node, kind: string): boolean =>
  Boolean(elementOf(node)?.closest(kind) ?? (isElement(node) && node.querySelector(kind)));

const LETTERS = /\p{L}/gu;
const FOREIGN = /[^\P{L}\p{Script=Latin}\p{Script=Greek}]/gu;
const count = (text: string, sign: RegExp): number => text.match(sign)?.length ?? 0;

/** Whether a text on a page of a site in English is in another language, as the page, the script of its letters or its words say. */
function isForeign(page: Document | null, text: string): boolean {
  const language = page?.documentElement.lang.split(/[-_]/)[0]?.toLowerCase() ?? '';
  // Others than Firefox say of each text whether they have replaced it.
  if (page && !['', 'en'].includes(language) && !hasReplaced(page)) return true;
  return count(text, FOREIGN) * 2 > count(text, LETTERS) || isOtherThanEnglish(text);
}

/**
 * Whether a translator wrote the text of a place. `isEnglish`: the site has all of its texts in English, so that a text
 * in another language is none of its own.
 */
export function isTranslatedPlace(place: Place, text: string, isEnglish: boolean): boolean {
  if (place.length === 0) return false;
  const page = place[0]?.node.ownerDocument ?? null;
  if (place.every(({ node }) => saidBy(node) !== undefined)) return false;
  const isMarked = /\btranslated-(?:ltr|rtl)\b/.test(page?.documentElement.className ?? '');
  const kind = isMarked ? `${REPLACED}, font` : REPLACED;
  if (place.some(({ node }) => touches(node, kind))) return true;
  if (place.every(({ node }) => isWithin(node, text.length))) return true;
  return isEnglish && isForeign(page, text);
}
