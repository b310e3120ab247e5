import { isName, namesIn, SEPARATOR } from './names';
import { isVenue } from './wording';

const AFTER_INITIAL = /(?:^|[\s.,-])(?:\p{Lu}|Jr|Sr|St|al)$/u;
const isInitialled = (name: string): boolean =>
  /^(?:\p{Lu}\.?[\s-]?){1,3}\s|\s(?:\p{Lu}\.?[\s-]?){1,3}$/u.test(name);

/** `Ada L. Byron`: what looked like a surname and its initial is the first half of a name. */
const MIDDLE_INITIAL = /^\p{Lu}[\p{Ll}'’-]+ (?:\p{Lu}\.[\s-]?){1,3}\p{Lu}\p{Ll}[\p{L}'’-]*$/u;

/** Whether the last name so far goes on behind its initial, with nothing but names behind it. */
const isSpeltOut = (before: readonly string[], names: readonly string[], head: string): boolean =>
  names.length > before.length &&
  MIDDLE_INITIAL.test(names[before.length - 1] ?? '') &&
  head.split(SEPARATOR).filter(Boolean).length === names.length;

const YEAR = /(?:19|20)\d\d/;

/** `Lovelace A`: a surname, and initials behind it. */
const endsInInitials = (name: string): boolean =>
  /^[^\s.]{2,}(?:\s[^\s.]{2,}){0,3}\s(?:\p{Lu}\.?[\s-]?){1,4}$/u.test(name);

/**
 * Whether names read up to a later full stop are the same list, gone on. Where all have initials so far, what has none is the
 * title already (`Lovelace A. Engines That Think. …`), or the journal behind the last initial (`Lovelace A. NARGAB 1843`).
 */
function goesOn(before: readonly string[], names: readonly string[], head: string): boolean {
  if (names.length < before.length) return false;
  if (isSpeltOut(before, names, head)) return true;
  if (before.every(endsInInitials)) return names.every(endsInInitials);
  return !before.every(isInitialled) || names.every(isInitialled);
}

/** What may end a list of names: a full stop, a colon, a dash, a quotation, the year. */
const NAMES_END =
  /^([^]{1,1500}?)(?:\s*[(（]?(?:19|20)\d\d[a-z]?[)）]?[.:,，]\s|\s*[(（](?:19|20)\d\d|\.\s+(?=["“'‘«„*_]{0,3}[\p{Lu}\p{Script=Han}\d])|(?<=[\s.]\p{Lu})\.(?=\p{Lu}\p{Ll}{2}|[AO]\s)|:\s|\s[-–—]\s|[,，.]\s*["“«„「『]|\s+(?=["“„「『])|。)/u;
/** An initial with which a name begins: `…, and M`. */
const OPEN_INITIAL =
  /(?:^|[,;，；、]|\s(?:and|&|und|et|y|e|и))\s*(?:(?:and|&|und|et|y|e|и)\s+)?(?:\p{Lu}\.?[\s-]?){0,3}\p{Lu}$/u;
/** Initials behind a surname: `…, Lovelace, A`, `de Morgan, A`. */
const OF_SURNAME =
  /(?:^|[,;，；、&]|\s(?:and|und|et|y|e|и))\s*(?:(?:van|von|der|den|de|del|della|di|da|dos|das|do|du|la|le|el|al|ter|ten|zu)\s)*\p{L}[\p{L}\p{M}'’-]+,\s*(?:\p{Lu}\.?[\s-]?){1,4}$/iu;
/** One name with the surname first. */
const SURNAME_FIRST =
  /^\s*([\p{Lu}][\p{L}'’-]+(?: \p{L}[\p{L}'’-]+)?), ((?:\p{Lu}[\p{L}.'’-]*\s?){1,3})$/u;

/** The one person that a text names with the surname first: `Lovelace, Ada`. It reads as two names where no year follows. */
function surnameFirst(text: string): string[] | undefined {
  const [, surname = '', given = ''] = SURNAME_FIRST.exec(text) ?? [];
  const name = `${given.trim()} ${surname}`;
  return surname && isName(name) ? [name] : undefined;
}

/** Full stops behind names that are tried, and characters within which they are. */
const MOST_TRIES = 12;
const MOST_LEAD = 1_500;

/** The list of names that a longer text begins with, and where it ends: `A. Lovelace, C. Babbage. On engines. …`. */
export function leadingNames(text: string): { names: string[]; end: number } | undefined {
  let end = 0;
  let best: { names: string[]; end: number } | undefined;
  // A full stop may belong to an initial: the names go on behind it. A few tries suffice.
  for (let tries = 0; tries < MOST_TRIES && end < MOST_LEAD; ) {
    const match = NAMES_END.exec(text.slice(end, end + MOST_LEAD + 100));
    if (!match) break;
    const head = text.slice(0, end + (match[1]?.length ?? 0));
    end += match[0].length;
    const isStop = match[0].slice(match[1]?.length).startsWith('.');
    const isYear = YEAR.test(match[0]) || /^(?:19|20)\d\d/.test(text.slice(end, end + 4));
    // Between two initials, or between an initial and the surname behind it, no list ends.
    if (isStop && /(?:^|[\s.,-])\p{Lu}$/u.test(head) && /^\p{Lu}\./u.test(text.slice(end)))
      continue;
    if (isStop && OPEN_INITIAL.test(head) && !OF_SURNAME.test(head)) continue;
    tries += 1;
    const names = namesIn(head) ?? (isYear ? surnameFirst(head) : undefined);
    if (names && (!best || goesOn(best.names, names, head))) best = { names, end };
    else if (best) break;
    // A year behind names ends them: `Lovelace A (1843) Engines: How They Think`.
    if (best && (isYear || !AFTER_INITIAL.test(match[1] ?? ''))) break;
  }
  return best;
}

/** Names between commas at most, and characters within which they are. */
const MOST = 60;
const NEARBY = 2_500;

const COMMA = /\s*[,;，；、]\s*(?:(?:and|&|und|et|y|e|и)\s+)?|\s(?:and|&|und|et|y|e|и)\s/gu;

/**
 * The names that a line begins with, parted by commas from the venue behind them: `A Author, B. C. Author, Proc. of Rivers,
 * 2009`. `undefined` where no venue or number follows, for a title may begin with what looks like names.
 */
export function namesBeforeVenue(text: string): string[] | undefined {
  const names: string[] = [];
  let from = 0;
  const sample = text.slice(0, NEARBY);
  for (const { index, 0: comma } of sample.matchAll(COMMA)) {
    const piece = sample.slice(from, index).trim();
    if (!isName(piece) || names.length === MOST) break;
    names.push(piece);
    from = index + comma.length;
  }
  const rest = sample.slice(from, from + 160);
  if (names.length < 2 || !(isVenue(rest) || /\d/.test(rest))) return undefined;
  return names;
}

const SIGNED = /^\W*(?:by|von|par|por|di|av|door)\s+(?=\p{Lu})/iu;
const JOINING =
  /^(?:and|&|und|et|y|e|og|och|van|von|der|den|de|del|della|di|da|dos|das|do|du|la|le|el|al|bin|ibn|ben|ter|ten|zu|af)$/u;

/** Whom a line says to have written something, whatever it goes on to say: `by Ada Quill in 2019 under the supervision of …`. */
export function signedNames(text: string): string[] | undefined {
  const lead = SIGNED.exec(text)?.[0].length;
  if (lead === undefined) return undefined;
  const words = text.slice(lead, lead + NEARBY).split(/\s+/);
  const end = words.findIndex((word) => !/^[\p{Lu}\p{Lo}]/u.test(word) && !JOINING.test(word));
  const said = (end < 0 ? words : words.slice(0, end)).join(' ').replace(/[\s,;(]+$/u, '');
  return namesIn(said);
}
