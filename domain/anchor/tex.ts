import { TEX_SIGNS } from '@/domain/text/signs';

/** Commands that only format what follows: they say nothing themselves. */
const FORMAT = new Set(
  `emph text textbf textit textrm textsf textsc texttt textsl textnormal textup underline mathbf mathit
   mathrm mathsf mathtt mathcal mathbb mathfrak mathscr mathnormal mbox hbox boldsymbol bm pmb operatorname
   ensuremath left right big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr middle it bf rm em sf tt sc
   displaystyle textstyle scriptstyle limits nolimits rm frac dfrac tfrac sqrt binom hat widehat tilde
   widetilde bar overline vec dot ddot acute grave check breve quad qquad hspace vspace xspace noindent
   protect ldots dots cdots textellipsis cdot bullet ast star sim approx textasciitilde prime langle rangle
   boldmath bfseries itshape ttfamily textsuperscript textsubscript url href footnote cite citep citet ref label textcolor`.split(
    /\s+/,
  ),
);

const COMMAND = /\\([A-Za-z]+)\*?/y;
/** An accent on the letter that follows, an environment's head or foot, or spacing. */
const SILENT = /\\(?:["'`^~=.]|[uvHtcdbkr](?=\s*\{)|(?:begin|end)\s*\{[a-z]+\*?\}|[,;:! ])/y;

/** What a TeX command says, and where it ends. */
export interface TexCommand {
  says: string;
  end: number;
}

/** Formats that stay glued to what they format where a page has dropped the braces: `\\textbfWord`. */
const GLUED =
  /^(?:text(?:bf|it|tt|sc|rm|sf)|emph|underline|math(?:bf|cal|rm|bb|it|sf|tt|frak|scr))/;

/** Reads the command whose backslash is at an offset; of an unknown one only the backslash, so that its name stays as text. */
export function texCommand(text: string, at: number): TexCommand {
  SILENT.lastIndex = at;
  const silent = SILENT.exec(text);
  if (silent) return { says: '', end: at + silent[0].length };
  COMMAND.lastIndex = at;
  const [whole, name] = COMMAND.exec(text) ?? [];
  if (!whole || !name) return { says: '', end: at + 1 };
  const says = FORMAT.has(name) ? '' : TEX_SIGNS.get(name);
  if (says !== undefined) return { says, end: at + whole.length };
  return { says: '', end: at + 1 + (GLUED.exec(name)?.[0].length ?? 0) };
}
