import { mapWords } from './formulas';
import { TEX_SIGNS } from './signs';

/** Quotation marks of TeX that a tool for reviews carried over from BibTeX into other formats: ``…{''}. */
const TEX_QUOTES = /``([^`]{1,500}?)\{''\}/g;

/** Signs in braces of their own, as tools for reviews have them from BibTeX: `{[}OR]`. */
const BRACED = /\{(''|[[\]&%#])\}/g;

/** A sign that the Web of Science spells out, for its files have none of their own: `PM2<middle dot>5`, `<alpha>`. */
const SPELLED = /<(middle dot|[A-Za-z]{2,10})>/g;

/** A line of text without what databases and tools put in the place of signs, whatever format it is in. */
export const withSigns = (text: string): string =>
  mapWords(text, (words) =>
    words
      .replace(TEX_QUOTES, '“$1”')
      .replace(BRACED, (_, sign: string) => (sign === "''" ? '”' : sign)),
  ).replace(SPELLED, (whole, name: string) =>
    name === 'middle dot' ? '·' : ((GREEK.test(name) ? TEX_SIGNS.get(name) : undefined) ?? whole),
  );

const GREEK =
  /^(?:alpha|beta|gamma|delta|epsilon|zeta|eta|theta|iota|kappa|lambda|mu|nu|xi|pi|rho|sigma|tau|upsilon|phi|chi|psi|omega)$/i;
