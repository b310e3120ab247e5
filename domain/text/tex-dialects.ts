import { unescapedQuotes } from './tex-quotes';
import { withUnits } from './tex-units';

/** What TeX sets within a formula, and what outside of one: `\ifmmode \acute{c}\else \'{c}\fi{}`, as APS writes letters. */
const OF_MODE =
  /\\ifmmode(?![a-z])\s*([^]{0,200}?)\\else(?![a-z])\s*([^]{0,200}?)\\fi(?![a-z])(?:\s*\{\})?/gi;

/** TeX with what it chooses by the place chosen. */
const inItsMode = (tex: string): string =>
  tex.includes('\\ifmmode')
    ? tex.replace(OF_MODE, (_, inFormula: string, words: string, at: number) => {
        const dollars = tex.slice(0, at).match(/(?<!\\)\$/g)?.length ?? 0;
        return dollars % 2 === 1 ? inFormula : `{${words}}`;
      })
    : tex;

/** A formula between two dollar signs, and the same one after it, as tools have both. */
const TWICE = /\$\$([^$]+)\$\$(?:\s?\$([^$]+)\$)?/g;

/** SpringerLink's BibTeX, which has the formulas of its pages escaped: `{\$}{\$}{\backslash}mu {\$}{\$}`. */
const fromSpringer = (tex: string): string =>
  tex
    .replaceAll('{\\backslash}', '\\')
    .replace(/\{\\?([${}_^&])(?:\{\})?\}/g, '$1')
    .replace(TWICE, (_, own: string, other = own) =>
      own.replace(/\s/g, '') === other.replace(/\s/g, '')
        ? `$${own.trim()}$`
        : `$${own.trim()}$ $${other}$`,
    );

/** A backslash that a tool took for a sign, before the letters of its command. */
const TWICE_ESCAPED =
  /(?:\{?\$\\backslash\$\}?|\{\\textbackslash\}|\\ensuremath\{\\backslash\})(?=[A-Za-z])/g;

/** TeX that a tool took for text and escaped: `$\backslash$alpha`, `{\textbackslash}alpha`. */
const unescapedTwice = (tex: string): string => {
  if (!tex.includes('backslash')) return tex;
  const plain = tex.replace(TWICE_ESCAPED, '\\');
  return /\{\\backslash\}[A-Za-z]/.test(plain) ? fromSpringer(plain) : plain;
};

/** TeX without what tools do to it on the way: quotation marks and commands that were escaped, choices by the place. */
export const plainTex = (tex: string): string =>
  unescapedQuotes(withUnits(inItsMode(unescapedTwice(tex))));
