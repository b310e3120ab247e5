import { collapse } from '@/domain/text';
import type { Described } from '@/sites/read/metadata';
import { isoDate, yearIn } from '@/sites/read/words';
import type { Candidate } from './candidate';
import { type Authors, authorsOf, type Told } from './bylines';
import type { FactReader } from './facts';
import { withoutEditors } from './citation';
import { type Block, type Span, textOf } from './model';
import { partsOf } from './parts';
import { leadingNames } from './led-names';
import { namesIn } from './names';
import { hrefsOf, type Identity, identityOf, linksOf } from './identity';
import type { ListRecord } from './records';
import { TIMES } from './times';
import {
  announcesTalk,
  hasYear,
  isChair,
  isDate,
  isEvent,
  isFeed,
  isFunded,
  isLabel,
  isPatent,
  isPatentLink,
  isTrade,
  isVenue,
} from './wording';
import { register, SCHOLARLY_TITLE, speaksOfOwnWork } from './research';
import { endsAsSentence, wordCount } from './words';

/** What was read of one record, and the evidence in it that it is a paper's. */
export interface Reading extends Identity, Authors {
  record: ListRecord;
  title: Candidate;
  abstract: Span[];
  links: string[];
  date: string;
  /** Whether the text beside the title says a year, and more than the day of a post. */
  printed: boolean;
  /** Whether the title is the first that the record says, names and dates apart. */
  leads: boolean;
  /** Words of the abstract, and how much it speaks as one. */
  words: number;
  register: number;
  /** Whether the abstract speaks of its authors' own work. */
  ownWork: boolean;
  /** Whether the title has words that only research uses. */
  learned: boolean;
  venue: boolean;
  resources: number;
  /** Whether a link is labelled as the paper itself. */
  leadsToPaper: boolean;
  /** Whether the title itself is the link to the paper's file. */
  titleIsFile: boolean;
  /** What the page says of this title for machines. */
  stated: Described | undefined;
  feed: boolean;
  trade: boolean;
  /** Whether the record says that it is no paper: an event (a keynote, a tutorial, lunch), a patent, a funded project. */
  event: boolean;
}

/** Reads one record: the text around its title. */
export function readRecord(
  record: ListRecord,
  blocks: readonly Block[],
  facts: FactReader,
): Reading {
  const own = blocks.slice(record.first, record.end);
  const { title } = record;
  const around = remainder(title.span);
  const hrefs = hrefsOf(title);
  const links = linksOf(title, own, facts);
  const others = own.filter((block) => block !== title.span.block);
  const facing = others.map((block) => ({ block, facts: facts.of(block) }));
  const abstract = abstractOf(facing, title.span);
  const spoken = abstract.map(textOf).join(' ');
  const words = abstract.reduce((sum, span) => sum + wordCount(textOf(span).slice(0, 20_000)), 0);
  const short = facing.filter(({ facts: { words: length } }) => length < 60);
  return {
    record,
    title,
    abstract,
    ...authorsOf(facing, around, title.span.block.index),
    ...identityOf(record, own, facts),
    links,
    date: dateOf(facing, around),
    printed: isPrinted(around, short),
    leads: facing.every(
      ({ block, facts: { names, date, text } }) =>
        block.index > title.span.block.index || names || date || wordCount(text) <= 2,
    ),
    words,
    register: register(spoken),
    ownWork: speaksOfOwnWork(spoken),
    learned: SCHOLARLY_TITLE.test(title.text),
    venue:
      around.some((text) => isVenue(text)) ||
      short.some(({ facts: { venue, label, text } }) => venue && (!label || hasYear(text))),
    stated: facts.statedOf(title.text),
    resources: own.reduce((sum, block) => sum + facts.of(block).resources, 0),
    titleIsFile: hrefs.some((href) => /\.(?:pdf|ps)(?:\.gz)?(?:$|[?#])/i.test(href)),
    leadsToPaper: own.some((block) => facts.of(block).leadsToPaper),
    feed: around.some(isFeed) || short.some(({ facts: { feed } }) => feed),
    trade: around.some(isTrade) || short.some(({ facts: { trade } }) => trade),
    event:
      isEvent(title.text) ||
      around.some((text) => isPatent(text) || isChair(text) || isFunded(text)) ||
      links.some(isPatentLink) ||
      isAnnounced(title.span.block.index, blocks, facts) ||
      short.some(
        ({ block, facts: { text } }) =>
          isFunded(text) || (block.index < title.span.block.index && isEvent(text)),
      ),
  };
}

/** When a paper was published: a date by itself, or the year beside the title, or in a short line such as its venue. */
function dateOf(others: readonly Told[], around: readonly string[]): string {
  // A number alone counts, and dates nothing.
  const isTelling = (text: string): boolean =>
    /\p{L}/u.test(text) || printedYear(text) !== undefined;
  const dated = others.find(({ facts: { date, text } }) => date && isTelling(text))?.facts.text;
  if (dated) return isoDate(dated) ?? yearIn(dated) ?? dated;
  const lines = others.filter(({ facts: { words } }) => words < 60).map(({ facts }) => facts.text);
  return [...around, ...lines].map(printedYear).find(Boolean) ?? '';
}

/** Whether a text beside a title tells its year as references do, and not as posts tell their day. */
const isPrinted = (around: readonly string[], short: readonly Told[]): boolean =>
  [...around, ...short.map(({ facts: { text } }) => text)].some(
    (text) =>
      printedYear(text) !== undefined &&
      !(isDate(text) && /\d{1,2}\D+(?:19|20)\d\d|(?:19|20)\d\d\D+\d{1,2}\D+\d/u.test(text)),
  );

/** Numbers that hold four digits by chance: of articles, addresses, pages. */
const NUMBERS =
  /\b10\.\d{4,9}\/\S+|https?:\/\/\S+|(?<![\d-])(?!(?:19|20)\d\d[–-](?:19|20)?\d\d(?!\d))\d{1,6}[–-]\d{1,6}(?![\d-])/g;

/** A year in brackets: a reference's, whatever numbers come before. */
const BRACKETED = /[([（]\s*((?:19|20)\d\d)[a-z]?\s*[)\]）]/;

/** The year that a line tells: in brackets, or the first. */
const printedYear = (text: string): string | undefined =>
  BRACKETED.exec(text)?.[1] ?? yearIn(text.replace(NUMBERS, ' '));

/** Whether the line before a title announces a talk; the time of the talk may come between. */
function isAnnounced(title: number, blocks: readonly Block[], facts: FactReader): boolean {
  const [last, above] = [blocks[title - 1], blocks[title - 2]];
  const isTime = last !== undefined && /^[\d\s:.,–—hapm-]{3,24}$/iu.test(last.raw);
  const before = isTime ? above : last;
  return (
    before !== undefined && facts.of(before).words <= 8 && announcesTalk(facts.of(before).text)
  );
}

/** How far around a title its own block is read, characters. */
const NEARBY = 3_000;

const WHEN = new RegExp(`^${TIMES}`, 'iu');

/** What a title's own block says behind and before it, whole, and each stretch that markup sets apart. */
function remainder({ block, start, end }: Span): string[] {
  const [first, last] = [Math.max(0, start - NEARBY), Math.min(block.raw.length, end + NEARBY)];
  const before = partsOf(block, first, start);
  const after = partsOf(block, end, last).filter((text) => withoutEditors(text) === text);
  const wholes = [block.raw.slice(first, start), withoutEditors(block.raw.slice(end, last))];
  const parts = [...(before.length > 1 ? before : []), ...(after.length > 1 ? after : [])];
  // Of two texts that both name somebody, the one before the title is who wrote it: the other may be a town.
  return [...parts, ...wholes]
    .map((text) =>
      collapse(text)
        .replace(WHEN, '')
        .replace(/^[[(#]?(?!(?:19|20)\d\d(?!\d))\d{1,4}[\])]?[.:]?\s*/, '')
        .replace(/^[\s.,;:|/)\]"”»」』*_–—-]+/u, ''),
    )
    .filter((text) => text.length > 1);
}

/** What goes on behind a title in its own block, when it is a summary: `**Title** - proposes a …`. */
function summaryBehind({ block, start, end }: Span): Span[] {
  const rest = block.raw.slice(end, end + 20_000);
  const isStyled = block.runs.some((run) => run.style !== '' && run.start < end && run.end > start);
  if (!isStyled && !/^[\s"”»」*_)\]]*[.:?!–—-]/u.test(rest)) return [];
  const lead = /^[\s"”»」*_]*[)\]:.–—-]*[\s:–—-]*/u.exec(rest)?.[0].length ?? 0;
  const text = collapse(rest.slice(lead));
  if (wordCount(text.slice(0, 2_000)) < 14 || namesIn(text.slice(0, 600)) || leadingNames(text))
    return [];
  return isVenue(text.slice(0, 60))
    ? []
    : [trimEnd({ block, start: end + lead, end: block.raw.length })];
}

/**
 * The paragraphs of the abstract: the field of that name, or the longest run of paragraphs behind the title;
 * with what the title's own block goes on to say.
 */
function abstractOf(others: readonly Told[], span: Span): Span[] {
  const title = span.block.index;
  const summary = summaryBehind(span);
  const field = others.findIndex(({ facts }) => facts.field === 'abstract');
  let best: Told[] = [];
  let most = 0;
  let run: Told[] = [];
  let count = 0;
  for (const [index, told] of others.entries()) {
    const { facts, block } = told;
    const isField = index === field && facts.words > 4;
    const fits =
      isField ||
      ((facts.isParagraph || isPoint(told) || isTeaser(told, span)) &&
        facts.field === undefined &&
        block.index > title &&
        !facts.label);
    const previous = run.at(-1)?.block.index;
    if (!fits || isField || (previous !== undefined && previous + 1 < block.index))
      [run, count] = [[], 0];
    if (!fits) continue;
    run.push(told);
    count += facts.words + (isField ? 1_000 : 0);
    if (count > most) [best, most] = [[...run], count];
  }
  const paragraphs = best.map(({ block, facts: { from, end } }) =>
    trimEnd({ block, start: from, end }),
  );
  if (summary.length === 0) return paragraphs;
  return best[0]?.block.index === title + 1 ? [...summary, ...paragraphs] : summary;
}

/** Words of a sentence within an item of a list. */
const POINT = 8;

/** Whether a block is one of the points that sum something up. */
const isPoint = ({ block, facts }: Told): boolean =>
  facts.words >= POINT && /^(?:li$|item)/.test(block.frame.tag) && endsAsSentence(facts.text);

/** Words from which on a line that leads where its title does says something of it. */
const TEASER = 12;

/** Whether a block is the beginning of an abstract, all of it the title's own link: `We show that engines …`. */
const isTeaser = ({ block, facts }: Told, { block: title }: Span): boolean =>
  facts.words >= TEASER &&
  endsAsSentence(facts.text) &&
  block.heading === 0 &&
  block.runs.every(({ href }) => href !== undefined && title.runs.some((run) => run.href === href));

/** A paragraph without the labels that links at its end bear ("Read more", "PDF"). */
function trimEnd(span: Span): Span {
  const { runs } = span.block;
  let end = span.end;
  for (let index = runs.length - 1; index > 0; index -= 1) {
    const run = runs[index];
    if (!run) break;
    const text = span.block.raw.slice(run.start, run.end).trim();
    if (
      run.start <= span.start ||
      !(text === '' || (run.href !== undefined && isLabel(text.replace(/[[\]()△▽▲▼…]/g, ''))))
    )
      break;
    end = run.start;
  }
  return { ...span, end };
}
