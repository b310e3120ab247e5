import { LETTERLIKE } from '@/domain/text';
import { texCommand } from './tex';

/**
 * A text reduced to what the same words have in common wherever they are shown: no white space, no hyphens,
 * dashes, quotation marks, ellipses or TeX markup; no accents, ligatures, case or typographic variants; TeX commands
 * as their symbols. For finding a passage again, never for showing or storing it.
 */
export interface MatchForm {
  /** The text it was made of. */
  of: string;
  text: string;
  /** For each UTF-16 unit of `text`, where what it came from starts and ends. */
  starts: number[];
  ends: number[];
}

/** Left out: they differ between renderings of the same sentence. */
const UNSTABLE =
  /[\s\p{Cf}\p{Pd}\p{M}\u2043\u2212"'`´\u2018-\u201f\u2032-\u2037\u2039\u203a«»\u02b9-\u02bf\u2026\u300c-\u300f\u3008-\u300b$^_~{}*·⋅∙•∗⋆∼≈√⟨⟩\\]/u;

/** Letters without a decomposition, and signs that have a plain spelling. */
const PLAIN: Record<string, string> = {
  ...LETTERLIKE,
  ς: 'σ',
  '×': 'x',
  '→': '>',
  '⟶': '>',
  '⩽': '≤',
  '⩾': '≥',
  '‖': '∥',
  '⟂': '⊥',
  '∣': '|',
  '⁄': '/',
  '、': ',',
  '。': '.',
};

/** Entities that some pages leave as they are (https://html.spec.whatwg.org/multipage/named-characters.html). */
const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  times: 'x',
  quot: '',
  apos: '',
  nbsp: '',
  ndash: '',
  mdash: '',
  lsquo: '',
  rsquo: '',
  ldquo: '',
  rdquo: '',
  hellip: '',
};
const ENTITY = /&(?:#(\d{2,6})|#x([\da-f]{2,5})|([a-z]{2,6}));/iy;

/** The match form of a text. Linear in its length. */
export function matchForm(text: string): MatchForm {
  const form: MatchForm = { of: text, text: '', starts: [], ends: [] };
  for (let at = 0; at < text.length; ) {
    const { says, end } = next(text, at);
    for (let unit = 0; unit < says.length; unit++) {
      form.starts.push(at);
      form.ends.push(end);
    }
    form.text += says;
    at = end;
  }
  return form;
}

/** What the character or command at an offset says, and where the next one starts. */
function next(text: string, at: number): { says: string; end: number } {
  const code = text.charCodeAt(at);
  if (code === 0x5c) {
    const { says, end } = texCommand(text, at);
    return { says: spelled(says), end };
  }
  if (code === 0x26) {
    const entity = entityAt(text, at);
    if (entity) return entity;
  }
  if (code === 0x2e && text.charCodeAt(at + 1) === 0x2e)
    return { says: '', end: dotsEnd(text, at) };
  if (code < 0x80) return { says: ascii(code), end: at + 1 };
  const character = String.fromCodePoint(text.codePointAt(at) ?? code);
  return { says: spelled(character), end: at + character.length };
}

function entityAt(text: string, at: number): { says: string; end: number } | null {
  ENTITY.lastIndex = at;
  const [whole, decimal, hex, name] = ENTITY.exec(text) ?? [];
  if (!whole) return null;
  const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : null;
  const says = code === null ? ENTITIES[name?.toLowerCase() ?? ''] : String.fromCodePoint(code);
  return says === undefined ? null : { says: spelled(says), end: at + whole.length };
}

function dotsEnd(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) === 0x2e) end++;
  return end;
}

const ASCII = Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return code < 0x21 || UNSTABLE.test(character) || /[-"']/.test(character)
    ? ''
    : character.toLowerCase();
});
const ascii = (code: number): string => ASCII[code] ?? '';

function spelled(characters: string): string {
  let says = '';
  for (const piece of characters.normalize('NFKD').toLowerCase())
    if (!UNSTABLE.test(piece)) says += PLAIN[piece] ?? piece;
  return says;
}

/** Whether a text has nothing that another rendering of it must have too. */
export const saysNothing = (text: string): boolean => matchForm(text).text === '';

/** Whether an offset of a text is inside of a word. */
export function isInWord(text: string, at: number): boolean {
  return isWord(text.charAt(at - 1)) && isWord(text.charAt(at));
}

const isWord = (character: string): boolean => /[\p{L}\p{N}\p{M}]/u.test(character);
