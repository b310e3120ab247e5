import { stretches } from './formulas';
import { fromTex, unmarked } from './from-tex';
import { lowered, raised } from './scripts';

/** What has no form in one line of text: matrices, one thing over another that is no fraction. */
const STACKED =
  /\\(?:begin|[a-z]*binom|choose|over|atop|(?:over|under)(?:set|brace)|overline|stackrel|x[a-z]*arrow|substack)(?![a-z])/;

/** Names of functions: TeX parts them from a letter that follows. */
const FUNCTION =
  /\\(log|ln|exp|min|max|arg|sin|cos|tan|det|dim|lim|sup|inf|deg|gcd|ker|Pr)(?![A-Za-z])\s*(?=(\\?[A-Za-z])?)/g;

/** Accents over a letter of a formula, as combining characters. */
const ACCENTS: Readonly<Record<string, string>> = {
  bar: '\u0304',
  hat: '\u0302',
  widehat: '\u0302',
  tilde: '\u0303',
  widetilde: '\u0303',
  vec: '\u20d7',
  dot: '\u0307',
  ddot: '\u0308',
};

/** Letters with a doubled stroke that have a sign of their own. */
const DOUBLED: Readonly<Record<string, string>> = {
  R: 'ℝ',
  N: 'ℕ',
  Z: 'ℤ',
  Q: 'ℚ',
  C: 'ℂ',
  P: 'ℙ',
  E: '𝔼',
  F: '𝔽',
};

/** Signs that TeX would read once more, and what holds their places until all is read. */
const HELD: readonly [sign: string, place: string][] = [
  ['^', '\uE010'],
  ['_', '\uE011'],
  ['{', '\uE012'],
  ['}', '\uE013'],
];
const held = (text: string): string =>
  HELD.reduce((all, [sign, place]) => all.replaceAll(sign, place), text);
const released = (text: string): string =>
  HELD.reduce((all, [sign, place]) => all.replaceAll(place, sign), text);

const inBrackets = (text: string): string =>
  /^(?:[\p{L}\p{N}\p{M}.]*|[*′†∗⋆∘]|\(.*\))$/u.test(text) ? text : `(${text})`;

/** A raised or lowered part in signs where all of it has such signs, else after its `^` or `_`. */
function script(sign: string, part: string): string {
  const text = read(part);
  if (/^′+$/.test(text)) return text;
  if (sign === '^' && text === '∘') return '°';
  const small = sign === '^' ? raised(text) : lowered(text);
  return small === text ? held(sign) + inBrackets(text) : small;
}

function accented(name: string, part: string): string {
  const text = read(part);
  // Over several letters there is none.
  return /^.$/u.test(text) ? text + (ACCENTS[name] ?? '') : held(`{${text}}`);
}

/** A root's sign covers nothing: brackets say how far it goes. */
const root = (inside: string): string =>
  /^(?:.|\d+)$/u.test(inside) ? `√${inside}` : `√(${inside})`;

/** What is written within something else, and how it is read; the innermost comes first. */
const NESTED: readonly [RegExp, (...groups: string[]) => string][] = [
  // arXiv's own name for a dash and other signs.
  [/\\unicode\s*\{x([\da-f]{2,5})\}/gi, (_, code = '') => String.fromCodePoint(parseInt(code, 16))],
  [
    /\\(?:mathcal|mathbf|mathrm|mathsf|mathfrak|boldsymbol|bm)\s*\{([A-Za-z])\}/g,
    (_, letter = '') => letter,
  ],
  [/\\mathbb\s*\{?([A-Z])(?![A-Za-z])\}?/g, (_, letter = '') => DOUBLED[letter] ?? letter],
  [
    /\\(bar|hat|widehat|tilde|widetilde|vec|d?dot)(?![A-Za-z])\s*(?:\{([^{}]*)\}|(\\[A-Za-z]+|[A-Za-z]))/g,
    (_, name = '', group, one) => accented(name, group ?? one ?? ''),
  ],
  [
    /([_^])\s*(?:\{([^{}]*)\}|(\\[A-Za-z]+|[^\s{}\\]))/g,
    (_, sign = '', group, one) => script(sign, group ?? one ?? ''),
  ],
  [
    /\\[cdt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g,
    (_, above = '', below = '') => `${inBrackets(read(above))}/${inBrackets(read(below))}`,
  ],
  [/\\sqrt\s*\{([^{}]*)\}/g, (_, inside = '') => root(read(inside))],
  [/\\pmod\s*\{([^{}]*)\}/g, (_, inside = '') => `(mod ${read(inside)})`],
];

/** No formula of a title is nested deeper. */
const DEEPEST = 30;

/** TeX of a formula as one line, with places held. */
function read(tex: string): string {
  let text = tex.replace(FUNCTION, (_, name: string, letter?: string) =>
    letter === undefined ? name : `${name} `,
  );
  for (let step = 0; step < DEEPEST; step += 1) {
    const before = text;
    for (const [pattern, said] of NESTED) text = text.replace(pattern, said);
    if (text === before) break;
  }
  return unmarked(fromTex(text));
}

/** A formula without its dollar signs as one line; `null` where it has no such form. */
function plainFormula(tex: string): string | null {
  if (STACKED.test(tex)) return null;
  const signs = tex.replaceAll("'", '′').replace(/\\[{}]/g, (sign) => held(sign.slice(1)));
  const plain = read(signs).replace(/\s+/g, ' ').trim();
  return plain === '' || /[\\{}$]/.test(plain) ? null : released(plain).normalize('NFC');
}

/**
 * A text whose formulas between dollar signs are in letters and signs of Unicode, for a line where none can be drawn:
 * `$O(n^2)$` is `O(n²)`. A formula that has no such form stays as it is written.
 */
export const withPlainFormulas = (text: string): string =>
  stretches(text)
    .map((part) =>
      part.is === 'words' ? part.text : (plainFormula(part.text.slice(1, -1)) ?? part.text),
    )
    .join('');
