import { anyOf } from '@/domain/text/phrases';
import { titleEnd } from './citation';
import type { Span } from './model';
import { leadingNames } from './led-names';
import { citedAs, namesIn } from './names';
import { TIMES } from './times';
import { isDate } from './wording';

/** A stretch without what a page writes around a title: numbers, labels, links to its parts, names and a year, its venue. */
export const trimmed = (span: Span): Span =>
  withoutVenue(behindNames(withoutSigns(withoutPeople(withoutLinks(withoutDate(span))))));

/** Stretches of a block from which on it is text, not a title and what is beside it. */
const MOST_RUNS = 60;

/** A stretch without the date that markup sets apart at its end: one link around a title and its day. */
function withoutDate(span: Span): Span {
  const { block, start, end } = span;
  if (block.runs.length > MOST_RUNS) return span;
  const within = block.runs.filter((run) => run.start < end && run.end > start);
  const [first, last] = [within[0], within.at(-1)];
  if (!first || !last || first.mark === last.mark || last.start <= start) return span;
  const said = block.raw.slice(last.start, Math.min(end, last.end)).trim();
  return isDate(said) ? { ...span, end: last.start } : span;
}

/** The last bracket of a text. */
const LAST_BRACKET = /\s*[[(（【]\s*([^[\]()（）【】]{1,40}?)\s*[\])）】][\s.,;]*$/;
/** Brackets behind a title at most. */
const MOST_BRACKETS = 8;

/**
 * A stretch without the brackets behind it that are links of their own, or the end of one: `Title [pdf] [présentation]`,
 * `Title. Hopper (1952)`. Their words may be of any language: a link other than the title's tells them.
 */
function withoutLinks(span: Span): Span {
  const { block, start } = span;
  if (block.runs.length > MOST_RUNS) return span;
  const own = block.runs.find((run) => run.end > start)?.href;
  let { end } = span;
  for (let tries = 0; tries < MOST_BRACKETS; tries += 1) {
    const raw = block.raw.slice(start, end);
    const match = BRACKETED.test(raw.slice(-8)) ? LAST_BRACKET.exec(raw.slice(-80)) : undefined;
    if (!match) break;
    const from = end - match[0].length;
    const link = block.runs.find(
      ({ href, start: at, end: to }) =>
        href !== undefined && href !== own && at > start && to > from && to <= end && at < to,
    );
    if (!link || from <= start) break;
    // `Title. [Hopper (1952)](…)`: all of the link is beside the title.
    const title = block.raw.slice(start, Math.min(from, link.start));
    end = start + title.replace(/[\s.,;:|–—-]+$/u, '').length;
  }
  return { ...span, end };
}

/** A bracket of people at the end of a text. */
/** Who wrote a paper, behind a dash: `Title - by A. Author`. */
const SIGNED = /\s[-–—|]\s*(?:by|von|par|por|di)\s+(.{4,200})$/iu;
const PEOPLE = /\s*[(（]([^()（）]{3,300})[)）][\s.,;]*$/u;
const WITH = /^\s*(?:joint(?:ly)? (?:work )?)?(?:with|by|mit|avec|con|com)\s/iu;

/** A stretch without the bracket behind it that names who wrote it: `Title (with A. Author and B. Author)`. */
function withoutPeople(span: Span): Span {
  const { block, start, end } = span;
  const raw = block.raw.slice(Math.max(start, end - 320), end);
  const signed = SIGNED.exec(raw);
  if (signed && signed.index > 0 && namesIn(signed[1] ?? ''))
    return { ...span, end: end - signed[0].length };
  const match = BRACKETED.test(raw.slice(-8)) ? PEOPLE.exec(raw) : undefined;
  const said = match?.[1];
  if (!match || said === undefined || match.index === 0) return span;
  const names = namesIn(said) ?? [];
  const arePeople =
    names.length > 1 ||
    (names.length === 1 && WITH.test(said)) ||
    citedAs(`(${said})`) !== undefined;
  return arePeople ? { ...span, end: end - match[0].length } : span;
}

/** A number or a picture in front of a title, as decoration. */
const SIGN = String.raw`(?:\d*[\d#*]\uFE0F?\u20E3|\p{Extended_Pictographic}\uFE0F?\u200D?)+`;

/** What a bracket beside a title may hold that is not the title's: labels, a venue and its year, an id. */
const TAG = anyOf(String.raw`
    pdf, papers?, code, arxiv(?::\d{4}\.\d{4,5}(?:v\d+)?)?, links?, html, ps, videos?, slides?,
    project(?: page)?, website, blog, demo, data(?:set)?, github, oral, posters?, spotlight,
    best paper(?: award)?, highlight, new, \d+[- ]min(?:ute)?s?(?: read)?,
    (?:\p{L}[\p{L}\d&.@+,-]*[\s'’]+){0,7}(?:(?:19|20)\d\d|['’]\d\d)(?!\d), \p{Lu}[\p{Lu}\d&-]{1,9}['’]?\d\d,
    \p{L}[\p{L}&-]{1,11}\s?['’]\s?\d\d, \d{4}\.\d{4,5}
  `);
const BRACKET = String.raw`[[(（【]\s*${TAG}(?:[\s,;/|&+·-]+${TAG}){0,5}\s*[\])）】]`;
const LEAD = new RegExp(
  String.raw`^(?:\s*(?:${TIMES}|${SIGN}|\[[\p{L}\d][^[\]]{0,24}\]|\(\d{1,4}\)|${BRACKET}|\[[^[\]()]{0,30}(?:19|20)\d\d[^[\]()]{0,30}\]|#?\d{1,4}[.)]\s|[-*+•‣▪◦–—|:>]\s|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}:?\s)|[\s"“„«「『*_,;:)\]}|])+`,
  'iu',
);
const TRAIL = new RegExp(
  String.raw`(?:\s*${BRACKET}|[\s"”“»」』*_|,;]|(?<![.\p{Lu}])\.(?=["”»]?$))+$`,
  'iu',
);

/** What a trail ends in: without one of these nothing is to be taken off. */
const MARK = /[\])）】\s"”“»」』*_|,;.]/;
/** The end of a text whose last words are in a bracket. */
const BRACKETED = /[\])）】][\s.,;]*$/;

const OPENING = /["“„«「『]\s*$/u;
const CLOSING = /["”“»」』]/u;

/** A stretch without numbering, markers and quotation marks around the title; a quotation within it stays. */
function withoutSigns(span: Span): Span {
  const raw = span.block.raw.slice(span.start, span.end);
  let lead = LEAD.exec(raw.slice(0, 160))?.[0].length ?? 0;
  let trail = MARK.test(raw.slice(-1)) ? (TRAIL.exec(raw.slice(-80))?.[0].length ?? 0) : 0;
  if (lead + trail >= raw.length) return span;
  const quote = OPENING.exec(raw.slice(0, lead));
  const end = raw.slice(raw.length - trail);
  if (quote && !CLOSING.test(end)) lead = quote.index;
  else if (!quote && CLOSING.test(end)) trail = Math.max(0, trail - end.search(CLOSING) - 1);
  return { block: span.block, start: span.start + lead, end: span.end - trail };
}

/** A stretch without the names and the year that a reference puts before its title: `Lovelace, A., 1843, Title`. */
function behindNames(span: Span): Span {
  const raw = span.block.raw.slice(span.start, Math.min(span.end, span.start + 600));
  if (!/^.{4,400}?,\s*\(?(?:19|20)\d\d\)?[.,:]\s/u.test(raw)) return span;
  const lead = leadingNames(raw);
  const year = lead && /(?:19|20)\d\d\)?[.,:]\s*$/.exec(raw.slice(0, lead.end));
  return lead && year && span.start + lead.end < span.end
    ? { ...span, start: span.start + lead.end }
    : span;
}

/** An address behind a title. */
const ADDRESS = /\s*[([]?https?:\/\/\S+[)\]]?\s*$/;

/** A stretch without the venue and its numbers, and without an address, behind the title. */
function withoutVenue({ block, start, end }: Span): Span {
  const raw = block.raw.slice(start, end);
  const bare = raw.slice(0, ADDRESS.exec(raw)?.index);
  return { block, start, end: start + titleEnd(bare) };
}
