import { decodeEntities } from './entities';
import { mapWords } from './formulas';
import { lowered, raised } from './scripts';
import { tidy } from './tidy';

/**
 * Elements that titles, abstracts and notes are written with: HTML, JATS and MathML, with or without a prefix
 * (https://jats.nlm.nih.gov). Anything else between angle brackets is text: "p<0.05", "<unk> tokens".
 */
const ELEMENTS =
  `a abbr abstracttext annotation annotation-xml astrobj b big blockquote bold br center cite code div em ext-link
   fixed-case font formula h1 h2 h3 h4 h5 h6 i inf inline-formula inline-graphic italic label li list list-item math
   mfrac mi mn mo mover mrow ms mspace msqrt mstyle msub msubsup msup mtext munder named-content ol p q roman s
   sans-serif sc scp sec semantics small span strike strong sub sup styled-content tex-math title tt u ul underline
   uri var xref`.trim();

const PREFIX = String.raw`(?:(?:jats|mml|xhtml|html|m|ns\d):)?`;
const NAMES = ELEMENTS.split(/\s+/).join('|');
const TAG = new RegExp(`<(/?)${PREFIX}(${NAMES})(?:\\s[^<>]{0,2000})?\\s*/?>`, 'gi');
/** Where a tag may begin, also one that is cut off. */
export const BEGUN = new RegExp(`<(?=/?(?:${PREFIX}(?:${NAMES})|jats)(?![\\w-]))`, 'gi');

/** Elements that are set apart from the text around them. */
const BLOCK = /^(?:abstracttext|p|div|br|li|list-item|sec|title|h\d|blockquote)$/;

/** The word before an abstract that a publisher sends as its heading. */
const HEADING = /^\s*<(?:jats:)?title>\s*(?:abstract|summary)\s*<\/(?:jats:)?title>/i;
const TEX =
  /<(?:[a-z]+:)?(?:annotation|tex-math)\b[^<>]*>([^<]*)<\/(?:[a-z]+:)?(?:annotation|tex-math)>/gi;
const FORMULA_BEGIN = /<((?:[a-z]+:)?(?:math|inline-formula|semantics))\b[^<>]*>/gi;

/** The body of a document of LaTeX: Springer gives each formula as a whole one. */
const DOCUMENT = /\\begin\s*\{document\}([^]*?)\\end\s*\{document\}/;

/** A formula in MathML as the TeX that it holds, where it does. */
const texOf = (formula: string): string => {
  const held = [...formula.matchAll(TEX)].at(-1)?.[1] ?? '';
  const source = (DOCUMENT.exec(held)?.[1] ?? held).trim();
  if (source === '') return formula;
  return source.startsWith('$') ? source : `$${source}$`;
};

/** A text with the formulas in it as TeX. Elements without an end are looked for once, however many there are. */
function withFormulas(text: string): string {
  const endless = new Set<string>();
  const pieces: string[] = [];
  let at = 0;
  for (const { 0: begin, 1: name = '', index } of text.matchAll(FORMULA_BEGIN)) {
    if (index < at || endless.has(name)) continue;
    const close = new RegExp(`</${name}>`, 'gi');
    close.lastIndex = index + begin.length;
    if (close.test(text)) {
      pieces.push(text.slice(at, index), texOf(text.slice(index, close.lastIndex)));
      at = close.lastIndex;
    } else endless.add(name);
  }
  return [...pieces, text.slice(at)].join('');
}

const SCRIPT = /<(?:jats:|mml:)?(sub|inf|sup)(?:\s[^<>]*)?>([^<>]{1,12})<\/(?:jats:|mml:)?\1\s*>/gi;
const CDATA = /<!\[CDATA\[([^]*?)(?:\]\]>|$)/g;
const COMMENT = /<!--[^]{0,2000}?-->/g;
/** A tag that was cut off in the middle, at the end of a text. */
const CUT_OFF = /<\/?(?:i|b|em|su[bp]|italic|bold|strong|jats|span|p)(?::[a-z]*)?\s*$/i;

const withoutTags = (text: string): string =>
  text
    .replace(CDATA, '$1')
    .replace(COMMENT, '')
    .replace(SCRIPT, (_, kind: string, inside: string) =>
      kind.toLowerCase() === 'sup' ? raised(inside) : lowered(inside),
    )
    .replace(TAG, (_, _slash: string, name: string) => (BLOCK.test(name.toLowerCase()) ? ' ' : ''))
    .replace(CUT_OFF, '');

/** A text that was marked up twice: what a publisher had escaped, another has escaped again. */
const ESCAPED_TAG = /&lt;\/?(?:[a-z]+:)?[a-z][a-z-]*\d?(?:\s[^<>&]{0,200})?\/?&gt;/i;

/** References that were escaped once more, on their way through several tools: `&amp;amp;`, `&amp;#x2013;`. */
const ESCAPED_REFERENCE = /&(?:amp;)+(?=(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,8});)/gi;

/** Springer and others write formulas as displayed ones, with spaces inside: `$$\\lambda $$`, and as MathJax has them: `\\(\\lambda \\)`. */
export const singleDollars = (text: string): string => {
  const inline = text.includes('\\(') ? text.replace(INLINE, '$$$1$$') : text;
  return inline.includes('$$')
    ? inline.replace(/(^|[\s(–-])\$\$\s*([^$]+?)\s*\$\$(?!\$)/g, '$1$$$2$$')
    : inline;
};
const INLINE = /\\\(\s*([^$]{1,500}?)\s*\\\)/g;

/**
 * A line of text as other tools and pages give it, without markup: elements of HTML, JATS and MathML go, references
 * become their characters, formulas stay TeX. What looks like markup and is none of these stays.
 */
export function fromMarkup(text: string): string {
  if (!/[<&]/.test(text)) return tidy(singleDollars(text));
  const single = text.includes('&amp;') ? text.replace(ESCAPED_REFERENCE, '&') : text;
  const once = ESCAPED_TAG.test(single) ? decodeEntities(single) : single;
  const plain = once.includes('<')
    ? mapWords(withFormulas(once.replace(HEADING, '')), withoutTags)
    : once;
  return tidy(singleDollars(decodeEntities(plain)));
}
