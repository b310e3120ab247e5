import { between, pattern } from './phrases';

/** Commands whose first argument is no part of the text. */
export const SILENT_ARGUMENT =
  /^(?:color|hspace|vspace|label|ref|[hv]?phantom|[lr]lap|cite[a-z]*|footnote(?:mark|text)?|thanks|noopsort|selectlanguage|rule|index|begin|end|protect@?)$/;
/** Of these only the first argument is left out: what follows is the text. */
export const ONE_SILENT = /^(?:color|noopsort|hspace|selectlanguage)$/;

/** Commands with several arguments: how many there are, and which one is the text; -1 where none is. */
export const ARGUMENTS: ReadonlyMap<string, readonly [count: number, text: number]> = new Map([
  // The second is the title for a PDF's outline, which has no formulas.
  ['texorpdfstring', [2, 0]],
  ['href', [2, 1]],
  ['hyperref', [1, 0]],
  ['textcolor', [2, 1]],
  ['colorbox', [2, 1]],
  ['fcolorbox', [3, 2]],
  ['foreignlanguage', [2, 1]],
  ['raisebox', [2, 1]],
  ['scalebox', [2, 1]],
  ['rotatebox', [2, 1]],
  ['resizebox', [3, 2]],
  ['parbox', [2, 1]],
  ['fontsize', [2, -1]],
]);
/** Commands that are read as a space. */
export const SPACE =
  /^(?:quad|qquad|enspace|enskip|thinspace|space|newline|linebreak|par|item|hfill|hskip|hspace|vspace|[ ,:;>\\\n\t])$/;
/** Commands that say nothing of their own: what they format follows in braces, or up to the end of the group. */
export const FORMAT = pattern(
  '',
  between(
    '^',
    `
    emph, text(?:it|bf|tt|sc|rm|sf|sl|up|md|lf|sw|ulc|ssc|style|upright), math[a-z]{2,8}, bm, boldsymbol, mbox, hbox, fbox, makebox, underline, uline, url,
    path, nolinkurl, uppercase, lowercase, MakeUppercase, MakeLowercase, it, bf, rm, em, sf, tt, sc, sl, up, md,
    itshape, bfseries, rmfamily, sffamily, ttfamily, scshape, slshape, upshape, normalfont, normalsize, small,
    footnotesize, large, Large, LARGE, huge, tiny, scriptsize, bgroup, egroup, begingroup, endgroup, relax,
    protect, left, right, big[lrg]*, Big[lrg]*, displaystyle, textstyle, limits, nolimits, ignorespaces, unskip,
    leavevmode, boldmath, unboldmath, nobreak, allowbreak, operatorname, textnormal, fixedcase, fixcase, nocase, natexlab, acro, ac,
    enquote, ce, SI, num, xspace, ensuremath, break
  `,
    '$',
  ),
);

/**
 * Letters and signs of TeX's text: the space after their command belongs to it. A sign of formulas in a text has lost
 * its dollar signs, and the space after it is one.
 */
export const OF_TEXT =
  /^(?:text\w+|quot\w+|guil\w+|aa|AA|ae|AE|oe|OE|o|O|l|L|ss|SS|i|j|dh|DH|th|TH|dj|DJ|ng|NG|S|P|dd?ag|copyright|pounds|euro|hyphen|slash|[gf][lr]qq?)$/;

/** `\textitword`: what OpenReview makes of `\textit{word}`. */
export const LOST_BRACES = /^(?:text(?:it|bf|tt|sc|rm|sf)|emph)(?=[A-Za-z])/;

/** Commands of TeX that HTML names another character by. All other names of HTML are read as ADS writes them, `{\rsquo}`. */
export const NAMES_OF_TEX = /^(?:and|or|not|sup|sub)$/;
