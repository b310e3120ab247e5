import { namedCharacter } from './entities';
import { lowered, raised } from './scripts';
import { ACCENTS, signOf } from './signs';
import {
  ARGUMENTS,
  FORMAT,
  LOST_BRACES,
  NAMES_OF_TEX,
  OF_TEXT,
  ONE_SILENT,
  SILENT_ARGUMENT,
  SPACE,
} from './tex-commands';
import { plainTex } from './tex-dialects';
import { type TexToken, texTokens } from './tex-tokens';

/** Placeholders for signs that TeX text names, so that no step takes them for markup or a formula; restored at the end. */
const KEPT: readonly [sign: string, mark: string][] = [
  ['<', '\uE000'],
  ['>', '\uE001'],
  ['&', '\uE002'],
  ['$', '\uE003'],
];
const mark = (sign: string): string => KEPT.find(([own]) => own === sign)?.[1] ?? sign;

/** Restores the signs that `fromTex` marked as text; call it after the markup was read. */
export const unmarked = (text: string): string =>
  /[\uE000-\uE003]/.test(text)
    ? KEPT.reduce((all, [sign, stand]) => all.replaceAll(stand, sign), text)
    : text;

/** Signs that TeX makes of several (The TeXbook, chapter 9). */
const LIGATURES: readonly [pattern: RegExp, sign: string][] = [
  [/---/g, '—'],
  [/--/g, '–'],
  [/``/g, '“'],
  [/''/g, '”'],
  [/,,/g, '„'],
  [/\?`/g, '¿'],
  [/!`/g, '¡'],
  [/`/g, '‘'],
  [/~/g, ' '],
];

const ligatures = (text: string): string =>
  /[-`',?!~]/.test(text)
    ? LIGATURES.reduce((all, [ligature, sign]) => all.replace(ligature, sign), text)
    : text;

/** A formula with its dollar signs; its line ends are spaces, and a formula of nothing is nothing. */
function formula(inside: string): string {
  const text = inside.replace(/\s+/g, ' ').trim();
  return text === '' ? '' : `$${text}$`;
}

/** Groups and arguments within each other that are read as such. */
const DEEPEST = 100;

/** Reads tokens by descent. */
class Reader {
  private at = 0;
  private depth = 0;
  constructor(private readonly tokens: readonly TexToken[]) {}

  /** Up to the end of the group or of the text. */
  group(): string {
    let text = '';
    for (let token = this.next(); token && token.is !== 'close'; token = this.next())
      text += this.said(token);
    return text;
  }

  whole(): string {
    let text = '';
    // A brace that nothing opened closes nothing.
    while (this.at < this.tokens.length) text += this.group();
    return text;
  }

  /** Reads what is inside of something; what is nested deeper than anybody writes is read as if it were not nested. */
  private within(read: () => string): string {
    if (this.depth >= DEEPEST) return '';
    this.depth += 1;
    const text = read();
    this.depth -= 1;
    return text;
  }

  private next(): TexToken | undefined {
    return this.tokens[this.at++];
  }

  private said(token: TexToken): string {
    if (token.is === 'open') return this.within(() => this.group());
    if (token.is === 'formula') return this.formula(token.text);
    if (token.is === 'command') return this.command(token.name, token.isSpaced);
    if (token.is !== 'text') return '';
    return token.text === '$' ? mark('$') : ligatures(token.text);
  }

  private formula(inside: string): string {
    // Mendeley's way to write the sign between two words.
    if (inside.trim() === '\\slash') return '/';
    return this.isSign(inside) ? mark(inside) : formula(inside);
  }

  /** `$<$1 %`: a sign in a formula because TeX's old fonts lack it, before a number. */
  private isSign(inside: string): boolean {
    const next = this.tokens[this.at];
    return /^[<>]$/.test(inside) && next?.is === 'text' && /^\d/.test(next.text);
  }

  /** The argument of a command: a group, a command, or the next letter. */
  private argument(): string {
    const token = this.tokens[this.at];
    if (token?.is !== 'text')
      return token && token.is !== 'close' ? this.within(() => this.said(this.take())) : '';
    const text = token.text.trimStart();
    const [first = ''] = text;
    this.rest(text.slice(first.length));
    return first;
  }

  private take(): TexToken {
    const token = this.tokens[this.at] as TexToken;
    this.at += 1;
    return token;
  }

  /** Puts what is left of a text token in its place. */
  private rest(text: string): void {
    (this.tokens as TexToken[])[this.at] = { is: 'text', text };
  }

  private isOpen(): boolean {
    return this.tokens[this.at]?.is === 'open';
  }

  /** A pair of braces with nothing in it, which only ends a command. */
  private skipEmpty(): boolean {
    if (!this.isOpen() || this.tokens[this.at + 1]?.is !== 'close') return false;
    this.at += 2;
    return true;
  }

  /** Options in square brackets. */
  private skipOptions(): void {
    const token = this.tokens[this.at];
    const options = token?.is === 'text' ? /^\s*\[[^\]]*\]/.exec(token.text)?.[0] : undefined;
    if (options === undefined || token?.is !== 'text') return;
    if (options === token.text) this.at += 1;
    else this.rest(token.text.slice(options.length));
  }

  private command(name: string, isSpaced: boolean): string {
    const accent = Object.hasOwn(ACCENTS, name) ? ACCENTS[name] : undefined;
    if (accent !== undefined) return this.accented(accent, name);
    if (SPACE.test(name) && !SILENT_ARGUMENT.test(name)) return ' ';
    const sign = signOf(name);
    // `\textless{}` is the sign itself; `{\textless}` is how reference managers escape an element of HTML.
    if (sign !== undefined) {
      const said = this.skipEmpty() || !/[<>]/.test(sign) ? mark(sign) : sign;
      return isSpaced && !OF_TEXT.test(name) ? `${said} ` : said;
    }
    if (/^[^A-Za-z]$/.test(name)) return this.escaped(name);
    return this.named(name, isSpaced);
  }

  private escaped(name: string): string {
    // `\&{}` is how an ampersand is written that begins no reference.
    if (name === '&') return this.skipEmpty() ? mark('&') : '&';
    if (name === '$') return mark('$');
    return /[-/!@]/.test(name) ? '' : name;
  }

  private named(name: string, isSpaced: boolean): string {
    if (name === 'textsuperscript') return raised(this.argument());
    if (name === 'textsubscript') return lowered(this.argument());
    if (name === 'ensuremath') return formula(this.raw());
    const several = ARGUMENTS.get(name);
    if (several) return this.oneOf(...several);
    if (SILENT_ARGUMENT.test(name)) {
      this.skipOptions();
      if (this.isOpen()) this.argument();
      return ONE_SILENT.test(name) && this.isOpen() ? this.argument() : '';
    }
    if (FORMAT.test(name)) {
      this.skipOptions();
      return this.isOpen() ? this.argument() : '';
    }
    const character = NAMES_OF_TEX.test(name) ? undefined : namedCharacter(name);
    if (character !== undefined) return /[<>]/.test(character) ? character : mark(character);
    if (!this.skipEmpty() && this.isOpen()) return this.argument();
    // An unknown command is a macro of the author's: its name stays as text, without the command that lost its braces.
    return `${name.replace(LOST_BRACES, '')}${isSpaced ? ' ' : ''}`;
  }

  /** The text among a command's arguments, each in braces; options may be before any of them. */
  private oneOf(count: number, text: number): string {
    let said = '';
    for (let at = 0; at < count; at += 1) {
      this.skipOptions();
      if (!this.isOpen()) break;
      const argument = this.argument();
      if (at === text) said = argument;
    }
    return said;
  }

  /** The argument as TeX, for what is a formula without dollar signs. */
  private raw(): string {
    if (!this.isOpen()) return this.argument();
    let depth = 0;
    let text = '';
    do {
      const token = this.take();
      if (token.is === 'open') text += depth++ === 0 ? '' : '{';
      else if (token.is === 'close') text += --depth === 0 ? '' : '}';
      else if (token.is === 'command')
        text += `\\${token.name}${/\w$/.test(token.name) ? ' ' : ''}`;
      else text += token.is === 'text' || token.is === 'formula' ? token.text : '';
    } while (depth > 0 && this.at < this.tokens.length);
    return text;
  }

  private accented(accent: string, name: string): string {
    if (name === '~' && this.skipEmpty()) return '~';
    if (name === '^' && this.skipEmpty()) return '^';
    const base = this.argument();
    const [first = '', ...others] = base;
    if (first === '') return '';
    const letter = first === 'ı' ? 'i' : first === 'ȷ' ? 'j' : first;
    return `${letter}${accent}${others.join('')}`.normalize('NFC');
  }
}

/**
 * TeX text as it would be read: letters with their accents, signs, no braces and no commands; formulas stay TeX
 * between dollar signs. What `<`, `>` and `&` a command named is marked (`unmarked`), for markup is read after this.
 */
export const fromTex = (tex: string): string =>
  /[\\{}$~`'-]/.test(tex) ? new Reader(texTokens(plainTex(tex))).whole() : tex;

/** An address, a DOI or a name of a file in TeX: its signs are unescaped and nothing is read into it. White space stays. */
export const fromVerbatimTex = (tex: string): string =>
  tex
    .trim()
    // Escaped twice.
    .replace(/\\+(?=\\[_%&#])/g, '')
    .replace(/^\\(?:url|path|nolinkurl)\s*\{([^]*)\}$/, '$1')
    .replace(/^\\href\s*\{([^{}]*)\}[^]*$/, '$1')
    .replace(/\{?\\textasciitilde\s*(?:\{\})?\}?|\\~(?:\{\})?|\$\\sim\$|\{\\sim\}/g, '~')
    .replace(/\{?\\textunderscore\s*(?:\{\})?\}?/g, '_')
    .replace(/\{?\\(?:text)?less(?:than)?\s*(?:\{\})?\}?/g, '<')
    .replace(/\{?\\(?:text)?greater(?:than)?\s*(?:\{\})?\}?/g, '>')
    .replace(/\$\\?([<>_])\$/g, '$1')
    .replace(/\{\\([_%&#$])\}|\\([_%&#${}])/g, '$1$2')
    .replace(/\{([^{}]*)\}/g, '$1')
    .replace(/[{}]/g, '');
