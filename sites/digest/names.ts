import { TIMES } from './times';
import { anyOf, between, pattern, stems } from '@/domain/text/phrases';
import { TOPICAL } from './research';

/** Particles that are written in lower case within a name. */
const PARTICLE =
  /^(?:van|von|der|den|de|del|della|di|da|dos|das|do|du|la|le|el|al|ul|ur|ud|bin|ibn|bint|abu|ben|ter|ten|zu|zum|zur|vom|af|av|y|e|i|['’]t|st\.?|jr\.?|sr\.?|ii|iii)$/i;

/** One part of a Western name: capitalised, an initial, in capitals, hyphenated, with an apostrophe or a particle (`dePaiva`). */
const NAME_WORD =
  /^(?:\p{Lu}\.?(?:-?\p{Lu}\.?){0,3}|\p{Lu}[\p{L}\p{M}'’`´¨.-]*|[dlO]['’]\p{Lu}[\p{L}'’-]+|ʻ?\p{Lu}[\p{L}'’ʻ-]+|(?:d[aei]|v[ao]n|l[ae]|el|al|mac|mc)\p{Lu}\p{Ll}[\p{L}'’-]*)$/u;
/** Names of scripts without case: a few characters, with or without a gap. */
const CJK_NAME =
  /^(?:[\p{Script=Han}々]{2,4}|[\p{Script=Han}々]{1,3}[ ·・][\p{Script=Han}々\p{Script=Hiragana}\p{Script=Katakana}]{1,4}|[\p{Script=Hangul}]{2,4}|[\p{Script=Hangul}]{1,2} [\p{Script=Hangul}]{1,3}|[\p{Script=Katakana}ー・]{4,16})$/u;
const UNCASED_NAME =
  /^[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}]{2,}(?: [\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}]{2,}){1,3}$/u;

const ET_AL =
  /,?\s*(?:\bet\s*\.?\s*al\b\.?|\band (?:\d+ )?(?:others|more)\b|等|ほか|他(?![\p{L}\p{M}])|외 \d+명|и др\.?|u\. ?a\.).*$/iu;
const LEAD =
  /^\s*(?:(?:(?:joint(?:ly)?(?: work)?|co-?authored|together) )?with|by|mit|avec|con|com|authors?|von|par|por|autor(?:en|es)?|auteurs?|作者|著者|저자|авторы?)\s*[:：]?\s+|^\s*(?:作者|著者|저자)\s*[:：]/iu;
/** What says, behind the last name, that another kind of name follows: `… and G. Perez Speaker: …`. */
const NEXT_LABEL = /\s(?:speakers?|presenters?|discussants?|chairs?)\s*$|[,\s(]+eds?\.?\)?$/iu;
/** What counts or labels a line of names: when they speak, a number, a kind, a link: `9:00`, `3B-2`, `[PT]`, `P14-1001 [bib]:`. */
const COUNT = new RegExp(
  String.raw`^[\s\p{Zs}]*(?:(?:${TIMES}|[[(][\p{L}\d: .-]{1,20}[\])]|\p{Lu}{0,3}\d{1,4}[A-Z]?(?:[-.]\d{1,4})?(?![\p{L}\d]))[\s:.,|–-]*)+(?=\p{L})`,
  'iu',
);
/** A bracket around all of it: `(with A. Author and B. Author)`. */
const BRACKETED = /^\s*[([（]([^()[\]（）]*)[)\]）][.,;]?\s*$/u;
/** When they wrote it, behind the names: `Lovelace A, Babbage C, 1843`, `…, 2026-06-05`. */
const DATED = /\s*[,，]\s*(?:19|20)\d\d(?:[-./]\d{1,2}){0,2}\s*$/u;
/** Characters of a day, and of names before one, at most. */
const DAY = 24;
const MOST_DATED = 2_000;
/** One name that no word of a title is: with an initial, or in a script without case. */
const SURE_NAME =
  /^(?:\p{Lu}\.?[\s-]){1,3}\p{Lu}|\s(?:\p{Lu}\.?){1,3}$|^[\p{Script=Han}\p{Script=Hangul}]/u;
/** Words from which on a piece between commas is no name and no place, but a title. */
const TITLE_LONG = 6;
export const SEPARATOR =
  /\s*[,;，；、،؛|•‧]\s*(?:(?:and|&|und|et|y|e|и)\s+)?|\s+(?:and|&|und|et|y|и|·)\s+|\s+\/\s+/u;
/** Affiliations in brackets, notes as raised signs and numbers, dblp's numbers of namesakes, mail addresses. */
const NOTES =
  /\([^()]{0,200}\)|\[[^[\]]{0,200}\]|（[^（）]{0,100}）|<[^<>]{0,100}>|[*†‡§¶∗⋆★✉○◎●◯△▲☆⁰¹²³⁴-⁹#…]|(?<=\p{L})\d+(?:,\d+)*|(?<=\p{L}\.?) 0\d{3}(?!\d)/gu;

/** Where people work, as it is written between their names. */
const AFFILIATION = pattern(
  'iu',
  stems(String.raw`
    universi, institut, college, school, labs?\b, laborator, departe?ment, dept, faculty, centre, center,
    academy, hospital, corporation, corp\b, company, inc\b, ltd, gmbh, research, technolog, politecnico,
    polytechnic, école, google, microsoft, ibm, nvidia, meta ai, deepmind, openai, amazon, huawei, tencent,
    alibaba, bytedance
  `),
  anyOf(`大学, 大學, 研究所, 学院, 대학, 연구`),
);
/** An abbreviation or a country that closes an affiliation. */
const PLACE = pattern(
  'u',
  between(
    String.raw`^`,
    String.raw`
    \p{Lu}{2,6}, USA, U\.S\.A\.?, United States, United Kingdom, China, Germany, France, Japan, Italy, Spain,
    Canada, Switzerland, Netherlands, The Netherlands, Australia, India, Israel, South Korea, Korea, Singapore,
    Hong Kong, Taiwan, Sweden, Norway, Denmark, Finland, Austria, Belgium, Poland, Brazil, Portugal, Greece,
    Ireland, Turkey
  `,
    String.raw`$`,
  ),
);

const isPlace = (piece: string): boolean => AFFILIATION.test(piece) || PLACE.test(piece);

/** Names that each bring their affiliation: `Ada Lovelace: Analytical Institute; Charles Babbage (Cambridge); …`. */
function affiliated(text: string): string[] | undefined {
  const parts = text.split(/\s*[;；؛\n]\s*/).filter(Boolean);
  if (parts.length < 2 && !AFFILIATION.test(text)) return undefined;
  const heads = parts.map((part) =>
    (/^[^,،:：(（–—]*/.exec(part)?.[0] ?? '').split(/\s-\s/)[0]?.trim(),
  );
  const names = heads.filter((head): head is string => head !== undefined && isName(head));
  return names.length > 0 && names.length >= parts.length * 0.7 ? names : undefined;
}

/** Whether a text is one person's name; a name of one word counts only where `loose`. */
export function isName(text: string, loose = false): boolean {
  const name = text.trim().replace(/[.,]$/, '');
  if (name.length < 2 || name.length > 60) return false;
  if (CJK_NAME.test(name) || UNCASED_NAME.test(name)) return true;
  const words = name.split(/\s+/);
  if (words.length > 6 || (words.length < 2 && !loose)) return false;
  let capitalised = 0;
  for (const word of words) {
    if (ABSTRACT_NOUN.test(word)) return false;
    if (NAME_WORD.test(word)) capitalised += 1;
    else if (!PARTICLE.test(word)) return false;
  }
  return capitalised > 0 && (INITIALLED.test(name) || !TOPICAL.test(name.replace(MIDDLE, ' ')));
}

/** How words of fields end, and names do not: `Code Recommendation`, `Physical Cryptography`. */
const ABSTRACT_NOUN = /\p{L}{3}(?:[ts]ions?|graph(?:y|ies)|olog(?:y|ies)|metry|isms?|[mt]ics)$/u;

/** A middle initial: `Lorna W. Role`. */
const INITIALLED = /^\p{Lu}\p{Ll}+ \p{Lu}\. \p{Lu}\p{Ll}+$/u;
/** A word of research that is a name too, between two others: `Naman Deep Singh`. */
const MIDDLE = / (?:Deep|Gene|Art) (?=\p{Lu}\p{Ll}+$)/u;

/** Initials alone, as in `Smith, J. A.`: they belong to the name before them. */
const INITIALS = /^(?:(?:\p{Lu}\.?[\s-]?){1,4}|\p{Ll}\.)$/u;

/**
 * The names that a text consists of, `undefined` where it is no list of names. Affiliations may be among
 * them; most must be names. Forms: `Ada Lovelace, C. Babbage and …`, `Lovelace, A., Babbage, C.`, `Lovelace A; …`.
 */
export function namesIn(text: string): string[] | undefined {
  if (text.length > 20_000) return undefined;
  return namesAlone(text) ?? datedNames(text);
}

/** The names before a year or a day. */
function datedNames(text: string): string[] | undefined {
  const day = text.length < MOST_DATED ? DATED.exec(text.slice(-DAY))?.[0].length : undefined;
  const names = day === undefined ? undefined : namesAlone(text.slice(0, -day));
  const [first = ''] = names ?? [];
  return names && (names.length > 1 || SURE_NAME.test(first)) ? names : undefined;
}

/** Words of Latin letters in a row from which on, with nothing between them that parts names, a text is a sentence or a title. */
const RUNNING = /^[^,;，；、،؛|•‧·()[\]<>&/（]*$/;
const JOINED = /\s(?:and|und|et|y|и|e)\s|\bby\b|[:：]/i;
const MOST_WORDS = 9;

/** Whether a text is one row of many words: no list of names. */
const isRow = (text: string): boolean =>
  RUNNING.test(text) &&
  !JOINED.test(text) &&
  text.split(' ').length > MOST_WORDS &&
  /[a-zа-я]{3}/.test(text);

function namesAlone(text: string): string[] | undefined {
  if (isRow(text)) return undefined;
  const bare = (BRACKETED.exec(text)?.[1] ?? text)
    .replace(/^[\s•*–—-]+/u, '')
    .replace(COUNT, '')
    .replace(NOTES, ' ')
    // A bracket may hold another.
    .replace(NOTES, ' ')
    .replace(LEAD, '')
    .replace(ET_AL, '')
    .replace(NEXT_LABEL, '')
    .replace(/(?<=\p{Lu}\.) (?=-\p{Lu}\.)/gu, '')
    // A sign that the source forgot there.
    .replace(/^([^"]*)"([^"]*)$/u, '$1$2')
    .replace(/\s+/g, ' ')
    .trim();
  if (!bare || /[?!"“”]|https?:/.test(bare)) return undefined;
  const spaced = surnamesAlone(text, bare) ?? spacedNames(bare) ?? surnamesFirst(bare);
  if (spaced) return spaced;
  const pieces = bare
    .replace(/[\s.,;:·–—-]+$/u, (end) => (end.startsWith('.') ? '.' : ''))
    .replace(/(?<=\p{Ll})(?<!\b[JS]r)\.$/u, '')
    .split(SEPARATOR)
    .map((piece) => piece.trim())
    .filter((piece, index) => piece !== '' && (index === 0 || !isPlace(piece)));
  const joined = joinFirst(joinInitials(pieces), /\bet\s*\.?\s*al\b|等|ほか/iu.test(text));
  const names = namesAmong(joined);
  const loose = joined.filter((piece) => isName(piece, true)).length;
  if (names.length === 0 || loose < joined.length * 0.7 || names.length < joined.length * 0.5)
    return affiliated(bare);
  const isTitled = joined.some((piece) => !isName(piece, true) && isLong(piece));
  return isTitled ? affiliated(bare) : names;
}

/** `Ada lovelace`, as some write themselves. */
const isNear = (piece: string): boolean =>
  /^\p{Lu}[\p{L}'’.-]+ \p{Ll}[\p{L}'’-]+$/u.test(piece) && !TOPICAL.test(piece);

/** The names of some pieces; one written without capitals counts among others where all are names. */
function namesAmong(pieces: readonly string[]): string[] {
  const names = pieces.filter((piece) => isName(piece));
  const all = pieces.filter((piece) => isName(piece) || isNear(piece));
  const isWhole = all.length === pieces.length && all.length >= 3;
  return isWhole && names.length >= all.length * 0.6 ? all : names;
}

const isLong = (piece: string): boolean => piece.split(' ').length >= TITLE_LONG;

/** The commonest Chinese surnames: what begins with one, of two or three characters, is a whole name. */
const SURNAME =
  /^[王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖蕭田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范金石廖贾賈夏韦韋付方白邹鄒孟熊秦邱江尹薛闫段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴武戴莫孔向汤湯][\p{Script=Han}]{1,2}$/u;
const HAN_NAME = /^[\p{Script=Han}]{2,4}$/u;

/** Chinese names with nothing but spaces between them; two words may be one Japanese name. */
function spacedNames(text: string): string[] | undefined {
  const words = text.split(' ');
  if (words.length < 2 || !words.every((word) => HAN_NAME.test(word))) return undefined;
  return words.length > 2 || words.every((word) => SURNAME.test(word)) ? words : undefined;
}

/** `Lovelace, Ada and Babbage, Charles`, as BibTeX has it. */
function surnamesFirst(text: string): string[] | undefined {
  const parts = text.split(/\s+and\s+/);
  if (!parts.every((part) => /^[^\s,]+(?: [^\s,]+)?, [^,]+$/.test(part))) return undefined;
  if (parts.length < 2) return undefined;
  const names = parts.map((part) => part.replace(/^([^,]+), (.+)$/, '$2 $1'));
  // `Ada Lovelace, Charles Babbage and …` is a list of another kind.
  const isOther = parts.every((part) => part.split(',').every((half) => isName(half)));
  return !isOther && names.every((name) => isName(name)) ? names : undefined;
}

const SINGLE = /^\p{Lu}[\p{L}'’-]+$/u;

/** What says that surnames alone are names: others who are not named, or the year behind two of them or more. */
const UNNAMED =
  /\bet\s*\.?\s*al\b|\band (?:\d+ )?others\b|(?:\s(?:and|&)|(?:,\s[^\s,]+){1,60},)\s[^\s,]+\s*(?:[·•|]\s*|[([])(?:19|20)\d\d[)\]]?\s*$/u;

/** `Lovelace et al.`, `Lovelace, Babbage, Menabrea and others · 1843`, `Lovelace, Babbage, Menabrea (1843)`: surnames alone, where nothing else can be meant. */
function surnamesAlone(text: string, bare: string): string[] | undefined {
  if (!UNNAMED.test(text)) return undefined;
  // `Lovelace, Ada, et al.` names one.
  if (/^[^,]+,[^,]+, et\b/.test(text)) return undefined;
  const names = bare.replace(/[\s·•|.,]*(?:(?:19|20)\d\d)?[\s.,]*$/u, '').split(SEPARATOR);
  const isSurname = (name: string): boolean =>
    SINGLE.test(name) && !TOPICAL.test(name) && !isPlace(name);
  return names.every(isSurname) ? names : undefined;
}

/** `Lovelace`, `Ada`, `Charles Babbage` → `Ada Lovelace`, …: only the first name of all has its surname first. */
function joinFirst(pieces: readonly string[], isCut: boolean): string[] {
  const [surname = '', given = '', ...others] = pieces;
  const isFirst = SINGLE.test(surname) && SINGLE.test(given);
  return isFirst && (others.length > 0 ? others.every((piece) => isName(piece)) : isCut)
    ? [`${given} ${surname}`, ...others]
    : [...pieces];
}

/** A surname, with what belongs to it. */
const CITED_NAME = String.raw`(?:(?:[Vv][ao]n|[Dd]e[rn]?|[Ll][ae])\s)*\p{Lu}[\p{L}'’-]+`;
/** How a text cites a paper: `(Lovelace et al., 1843)`, `[Lovelace and Babbage 1843]`, `Lovelace, Babbage (1843)`. */
const CITED = new RegExp(
  String.raw`^\s*(?<open>[([（])?(?<names>${CITED_NAME}(?:,?\s(?:and|&)\s${CITED_NAME}|,\s${CITED_NAME}){0,4})(?:,?\s+et\.?\s+al\.?)?,?\s+(?<year>[([])?(?:19|20)\d\d[a-z]?[)\]）]{0,2}[.,]?\s*$`,
  'u',
);

/** The surnames by which a text in brackets, or one that ends in a year in brackets, cites a paper. */
export function citedAs(text: string): string[] | undefined {
  const { open, names, year } = CITED.exec(text.slice(0, 160))?.groups ?? {};
  if (!names || (!open && !year) || TOPICAL.test(names)) return undefined;
  return names.split(/,?\s(?:and|&)\s|,\s/);
}

/** `Smith`, `J. A.` → `Smith, J. A.`, where most names are written so. */
function joinInitials(pieces: readonly string[]): string[] {
  const initials = pieces.filter((piece) => INITIALS.test(piece)).length;
  if (initials === 0 || initials < Math.floor(pieces.length / 2)) return [...pieces];
  // `Ada Lovelace and C`, cut before its full stop: the next name's initial, not hers.
  if (initials === 1 && pieces.length === 2 && /\p{L} \p{L}/u.test(pieces[0] ?? ''))
    return [...pieces];
  const joined: string[] = [];
  for (const piece of pieces)
    if (INITIALS.test(piece) && joined.length > 0)
      joined.push(`${joined.pop()} ${piece.toUpperCase()}`);
    else joined.push(piece);
  return joined;
}
