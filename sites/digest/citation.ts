import { afterBullet, type Lead, leadOf } from './lead';
import type { Block, Run, Span } from './model';
import { leadingNames } from './led-names';
import { isName, namesIn } from './names';
import { isVenue } from './wording';
import { wordCount } from './words';

/** A title in quotation marks; one in curly marks may quote in turn. */
const QUOTED =
  /“\s*((?:[^“”]|“[^“”]{1,80}”){4,300}?)[,.]?\s*”|["“„«「『]\s*([^"“”„«»「」『』]{4,300}?)[,.]?\s*["”“»」』]/u;
/** Letters of a quoted title from which on no names need be before it. */
const TELLING = 12;
/** What ends a title in a reference: a full stop, or the venue that follows. */
const TITLE_END =
  /(?:\s\/\/\s|\s\/\s(?=\p{Lu}\.)|[.?!](?=\s+\S|\s*$)|。|\s+(?=(?:In|Em|Dans):\s)|,\s+(?=[Ii]n:?\s|[Pp]roc|ar[Xx]iv|\p{Lu}{3,}))/u;
/** What parts a title from the names behind it: a full stop, a bracket, a comma before initials. */
const BEFORE_NAMES =
  /[.?!]\s+(?=\p{Lu})|\s*[(（](?=\p{Lu})|,\s+(?=(?:\p{Lu}\.\s?){1,3}\p{Lu}\p{L})/gu;
const BREAK = /\s+(?:[-–—|/]|by|\/\/)\s+|\n|\s{3,}|\t/gu;

/**
 * The title within a line of a reference list that no markup parts: quoted (`A. Author, "Title", …`), behind
 * the authors (`A. Author and B. Author (2020). Title. Venue.`), or before them (`Title. A. Author, B. Author`;
 * `Title — A. Author`). `undefined` for a line that is built in no such way.
 */
export function titleSpanOfCitation(block: Block): Span | undefined {
  // A line break of the source is a space.
  const raw = block.raw.slice(0, 2_000).replace(/\s/g, ' ');
  const lead = leadOf(raw);
  const span =
    quoted(block, raw) ??
    afterNames(block, raw) ??
    beforeYear(block, raw) ??
    bracketed(block, raw) ??
    (lead?.isSure ? behindAuthors(block, raw, lead) : undefined) ??
    beforeAuthors(block, raw) ??
    (lead ? behindAuthors(block, raw, lead) : undefined);
  return span && standingOut(span);
}

/** The emphasised stretch of a title, where it is most of the title: the text before it is no part of the title. */
function standingOut({ block, start, end }: Span): Span {
  const styled = block.runs.filter(
    (run) => run.style !== '' && run.start >= start && run.end <= end,
  );
  const [first, last] = [styled[0], styled.at(-1)];
  // `**ENGINES** (a long name): *how they think*`: what comes before a colon belongs to it.
  const isLed = first !== undefined && /:\s*$/.test(block.raw.slice(start, first.start));
  return first && last && !isLed && last.end - first.start > (end - start) * 0.6
    ? { block, start: first.start, end: last.end }
    : { block, start, end };
}

function quoted(block: Block, raw: string): Span | undefined {
  const strokes = STROKES.exec(raw)?.index ?? raw.length;
  const match = QUOTED.exec(raw.slice(0, strokes));
  const title = match?.[1] ?? match?.[2];
  if (!match || !title || !isBeforeQuote(raw.slice(0, match.index), title.length < TELLING))
    return undefined;
  // A title may begin with a quotation: `“Not So Fast”: How Tortoises Win`.
  if (/^\s*[:–—-]/.test(raw.slice(match.index + match[0].length))) return undefined;
  const start = match.index + match[0].indexOf(title);
  return { block, start, end: start + title.length };
}

/** The text before a quoted title: the authors, or (before a telling one) nothing, a number, a few words. A quotation in prose has a sentence before it. */
function isBeforeQuote(text: string, isShort: boolean): boolean {
  const lead = text
    .slice(afterBullet(text))
    .replace(/^\s*[[(#]?\d{0,4}[\])]?[.:]?\s*/, '')
    .replace(/[\s,.:;(]*(?:(?:19|20)\d\d[a-z]?)?[\s,.:;)]*$/, '');
  const isNamed = namesIn(lead) !== undefined || isOfAuthors(lead);
  if (isShort || wordCount(lead) > 3) return isNamed;
  return !/["“”»«」]/.test(lead);
}

/** Whether the authors of a reference are all that a text says. */
function isOfAuthors(text: string): boolean {
  const authors = leadOf(`${text}. 1900. X`);
  return authors?.isSure === true && authors.end >= text.length;
}

const BEFORE_YEAR = /^(.{6,300}?),?\s+\((?:19|20)\d\d[a-z]?\),\s+(?=\p{Lu})/u;

/** `Title (2014), A. Author et al.`: the year in brackets and the names behind it. */
function beforeYear(block: Block, raw: string): Span | undefined {
  const match = BEFORE_YEAR.exec(raw);
  if (!match?.[1]) return undefined;
  const rest = raw.slice(match[0].length, match[0].length + 400);
  const names = leadingNames(`${rest}. X`)?.names ?? namesIn(rest) ?? firstOf(rest);
  return names && { block, start: 0, end: match[1].length };
}

const IN_BRACKETS = /\s*[(（]([^()（）]+)[)）]\s*$/u;

/** Several names in a bracket at the end: the text before them is no names. */
function bracketed(block: Block, raw: string): Span | undefined {
  const match = IN_BRACKETS.exec(raw.slice(-600));
  if (!match || (namesIn(match[1] ?? '')?.length ?? 0) < 2) return undefined;
  return { block, start: 0, end: Math.max(0, raw.length - 600) + match.index };
}

function behindAuthors(block: Block, raw: string, lead: Lead): Span | undefined {
  const after = lead.end;
  const year = /^\s*(?:[(]?(?:19|20)\d\d[a-z]?(?:,? \w+)?[)]?[.:,]?\s*)?/.exec(raw.slice(after));
  const start = after + (year?.[0].length ?? 0);
  const rest = raw.slice(start);
  const whole = lead.byCommas ? titleEnd(rest) : rest.length;
  const stop = start + Math.min(titleLength(rest), whole, editorsAt(rest));
  const found = setApart(block, start) ?? Math.min(stop, journalAt(block, raw, start));
  const end = start + withoutKind(raw.slice(start, found)).length;
  return wordCount(raw.slice(start, end)) >= 2 && end - start > 4
    ? { block, start, end }
    : undefined;
}

/** Stretches of a reference among which the title's is looked for, and words that it has at least. */
const MOST_RUNS = 8;
const SET_WORDS = 3;
/** Words between two commas of a list of names at most; two names may be joined by `and`. */
const NAME_WORDS = 7;
const INITIALS = /^(?:\p{Lu}\.?[\s-]?){1,4}$/u;

/** The stretch that markup sets apart behind nothing but names: `Lovelace, A., C. Babbage, <b>Engines That Think</b>`. */
function afterNames(block: Block, raw: string): Span | undefined {
  const bullet = afterBullet(raw);
  for (const { start } of block.runs.slice(1, MOST_RUNS)) {
    const end = start > bullet ? setApart(block, start) : undefined;
    if (end === undefined || wordCount(raw.slice(start, end)) < SET_WORDS) continue;
    const text = raw.slice(start, end);
    return isListOfNames(raw.slice(bullet, start)) && !leadOf(text) && !namesIn(text)
      ? { block, start, end }
      : undefined;
  }
  return undefined;
}

/** Whether a text is several names, each of a few words, and a sign behind the last. */
function isListOfNames(text: string): boolean {
  if (!/[\p{L}.)][,:;.]\s*$/u.test(text)) return false;
  const pieces = text.replace(/[,:;\s]+$/u, '').split(/[,;:]/);
  const last = pieces.at(-1)?.trim() ?? '';
  const isNamed = INITIALS.test(last) || namesIn(last) !== undefined;
  const isShort = pieces.every((piece) => wordCount(piece) <= NAME_WORDS);
  return isNamed && isShort && (namesIn(text)?.length ?? 0) > 1;
}

/** Where the stretch ends that begins with a title, and that markup sets in a way of its own: it is the title, whole. */
function setApart({ raw, runs }: Block, start: number): number | undefined {
  const first = runs.findIndex((one) => one.end > start);
  const { style = '', mark = '', start: from = 0 } = runs[first] ?? {};
  const letter = /[bi]/.exec(style)?.[0];
  const isMarked = mark.includes('.') && runs[first - 1]?.mark !== mark;
  if ((!letter && !isMarked) || Math.abs(from - start) > 2) return undefined;
  const isOther = (run: Run): boolean => (letter ? !run.style.includes(letter) : run.mark !== mark);
  const behind = runs.findIndex((one, index) => index > first && isOther(one));
  const end = runs[(behind < 0 ? runs.length : behind) - 1]?.end ?? start;
  const text = raw.slice(start, end);
  if (!letter && (leadOf(text) || namesIn(text))) return undefined;
  return start + text.slice(0, STROKES.exec(text)?.index).replace(/[\s/|–—-]+$/u, '').length;
}

/** What a reference says in brackets of the kind of paper: `(regular paper)`, `[J]`. */
const KIND =
  /\s*(?:\[[A-Z](?:\/[A-Z]{2})?\]|[([](?:(?:regular|short|full|long|invited|demo|tool|position|workshop|journal|conference|industr(?:y|ial)|research|poster|student|survey|vision) )(?:papers?|articles?|abstracts?|talks?|contributions?)[)\]])\s*$/iu;
/** The same behind a colon, as libraries write it, with a number: `Title: Preprint 13/2003`. */
const KIND_BEHIND =
  /:\s+(?:(?:technical|research|internal) reports?|(?:working|discussion) papers?|preprints?|препринт|(?:кандидатская|докторская|магистерская) диссертация|(?:ph\.?d\.?|doctoral|master['’]?s?) (?:thesis|dissertation)|dissertation|diplomarbeit|thèse|tesis|tese)(?!\p{L}).*$/iu;
const withoutKind = (text: string): string => text.replace(KIND, '').replace(KIND_BEHIND, '');

/** Names with initials whom a bracket calls the editors of the book: `A. Author & B. Author (Eds.)`. */
const EDITOR = String.raw`(?:\p{Lu}\.[\s-]?){1,4}(?:\p{Ll}{2,3}\s){0,2}\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?`;
const EDITORS = new RegExp(
  String.raw`(?:^|[.?!,]?\s)(?:[Ii]n:?\s+)?${EDITOR}(?:(?:,\s(?:(?:&|and|und)\s)?|\s(?:&|and|und|et|y|e)\s)${EDITOR}){0,15}\s*\((?:[Ee]ds?|[Hh]rsg|Hg|[ÉEé]ds?|[Dd]irs?|[Oo]rgs?|[Cc]oords?)\.?\)`,
  'u',
);

/** Where the editors of the book begin behind a title; the text's length where none are named. */
function editorsAt(text: string): number {
  const match = EDITORS.exec(text.slice(0, 600));
  return match ? match.index + (/^[?!]/.test(match[0]) ? 1 : 0) : text.length;
}

/** A text behind a title without the editors of its book: they did not write the paper. */
export const withoutEditors = (text: string): string =>
  text.slice(0, 600).replace(EDITORS, ' ') + text.slice(600);

/** Letters of a title at least, before a journal. */
const BEFORE_JOURNAL = 20;

/**
 * Where a journal begins that its italics part from the title, and the full stop before it or the volume or year behind
 * it: `Title *Journal* (2026)`, `Title? *Journal*`.
 */
function journalAt({ runs }: Block, raw: string, start: number): number {
  const journal = runs.find(
    (run) =>
      run.style.includes('i') &&
      run.start > start + BEFORE_JOURNAL &&
      (/[.?!]\s*$/.test(raw.slice(start, run.start)) ||
        /^\s*[.,]?\s*(?:\(?(?:19|20)\d\d|\d|vol\b)/i.test(raw.slice(run.end, run.end + 20))) &&
      !/[\p{L}(-]$/u.test(raw.slice(start, run.start)),
  );
  return journal ? journal.start : raw.length;
}

const STROKES = /\s\/\/(?:\s|$)/;
/** One stroke leads up to who wrote it. */
const RESPONSIBLE = /\s\/\s(?=\p{Lu}(?:\.|\p{L}+,? \p{Lu}))/u;

/** How long a title is that a reference goes on with. A question may have a second half: `Do goats count? Numerosity in herds. Venue`. */
function titleLength(rest: string): number {
  // Two strokes part a title from where it is, and nothing else does: a title may have full stops.
  const strokes = STROKES.exec(rest.slice(0, 400));
  if (strokes) return RESPONSIBLE.exec(rest.slice(0, strokes.index))?.index ?? strokes.index;
  const stop = TITLE_END.exec(rest);
  if (!stop) return rest.length;
  if (!/[?!]/.test(stop[0])) return stop.index;
  const more = TITLE_END.exec(rest.slice(stop.index + 1));
  const second = rest.slice(stop.index + 1, more ? stop.index + 1 + more.index : undefined);
  return second && !isVenue(second) && !/\d{4}|^\s*\p{Lu}\.\s?\p{Lu}/u.test(second)
    ? stop.index + 1 + second.length
    : stop.index + 1;
}

function beforeAuthors(block: Block, raw: string): Span | undefined {
  const breaks = [...raw.slice(0, 400).matchAll(BREAK)].map(({ index, 0: { length } }) => ({
    index,
    length,
  }));
  for (const match of raw.slice(0, 400).matchAll(BEFORE_NAMES))
    breaks.push({ index: match.index + (/[?!]/.test(match[0]) ? 1 : 0), length: match[0].length });
  for (const { index, length } of breaks.toSorted((a, b) => a.index - b.index).slice(0, 8)) {
    if (index < 12) continue;
    const rest = raw.slice(index + length).replace(/[)）]\s*$/u, '');
    const whole = namesIn(rest);
    const lead = leadingNames(rest);
    const names = whole ?? lead?.names ?? firstOf(rest);
    if (!names || !beginsWith(rest, names[0])) continue;
    // One name alone may be a venue's or a sentence's first words, unless a venue follows it.
    const isSure = names.length > 1 || whole || raw[index] === ',';
    if (isSure || (lead && isVenue(rest.slice(lead.end, lead.end + 80))))
      return { block, start: 0, end: index };
  }
  return undefined;
}

/** Volume, issue, pages, a year or a date, as they follow a venue's name. */
const NUMBERS =
  /^\s*(?:(?:vol(?:ume)?|issue|no|num(?:ber)?|n°|pp|pages?|art(?:icle)?|nr|bd|band|heft|s)\b\.?|\(?(?:19|20)\d\d\b|\d{1,4}\s*[(:–-]|\d{1,4}\s*$)/iu;
/** How the name of a venue begins. */
const VENUE_START =
  /^\s*(?:in:?\s+(?:the\s+)?(?:\d+\p{Ll}\p{Ll} |\p{Lu})|(?:the\s+)?(?:proceedings|proc\.|journal|transactions|ieee|acm|siam|lecture notes|advances in|annals|international (?:journal|conference|symposium|workshop))\b)/iu;

/**
 * Where a title ends that its venue follows, parted by nothing but commas: `Title, Some Journal, Vol. 5, pp. 1-9`,
 * `Title, in the Proceedings of …`. The text's length where none follows.
 */
export function titleEnd(text: string): number {
  if (!/, .*\d/.test(text)) return text.length;
  const commas = [...text.matchAll(/,\s+/g)];
  for (const [index, { index: at, 0: comma }] of commas.entries()) {
    const piece = text.slice(at + comma.length);
    const next = commas[index + 1];
    const isNumbered = next && NUMBERS.test(text.slice(next.index + next[0].length));
    if (wordCount(text.slice(0, at)) < 2) continue;
    if (VENUE_START.test(piece) || (isNumbered && /^[\p{Lu}\p{Lo}]/u.test(piece))) return at;
  }
  return text.length;
}

/** The name before the first comma. */
function firstOf(text: string): string[] | undefined {
  const [first = ''] = text.split(',', 1);
  return first.length < text.length && isName(first) ? [first] : undefined;
}

/** Whether a text begins with a name, in whatever order its parts are. */
const beginsWith = (text: string, name = ''): boolean =>
  name.split(' ').some((part) => text.trimStart().startsWith(part));
