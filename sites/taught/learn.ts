import type { Entry } from '@/domain/entry';
import { fail, ok, type Result } from '@/domain/result';
import {
  type Lesson,
  LONGEST_SELECTOR,
  MOST_PATTERNS,
  type Taught,
  type TitlePattern,
} from '@/domain/taught';
import { isWithin, titleElement } from './read';
import { exactSelector, looseSelector } from './selector';
import type { Spot } from './spot';

/** What a person has said on this page so far. */
export interface Examples {
  papers: readonly Spot[];
  others: readonly Spot[];
}

/** What is known when a person says something of a text. */
export interface Lore {
  page: Document;
  /** What is taught of the site until now. */
  before: Taught | null;
  examples: Examples;
  /** What is read on the page now. */
  entries: readonly Entry[];
}

const NOTHING_TAUGHT: Taught = { papers: [], others: [], isAll: false };

/** The share of a page's entries from which on markup does not tell what is no paper from them. */
const MOST_LOST = 0.5;

/** Spots that one selector may find. */
function groupsOf(spots: readonly Spot[]): Spot[][] {
  const groups = new Map<string, Spot[]>();
  for (const spot of spots) {
    const key = [spot.element.localName, spot.line, spot.cut].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), spot]);
  }
  return [...groups.values()];
}

function patternsOf(
  spots: readonly Spot[],
  selectorOf: (elements: readonly Element[]) => string,
): TitlePattern[] {
  return groupsOf(spots).map((group) => {
    const [{ line, cut } = {}] = group;
    return {
      selector: selectorOf(group.map(({ element }) => element)),
      ...(line === undefined ? {} : { line }),
      ...(cut === undefined ? {} : { cut }),
    };
  });
}

const keyOf = ({ selector, line, cut }: TitlePattern): string => [selector, line, cut].join(' ');

function distinct(patterns: readonly TitlePattern[]): TitlePattern[] {
  const known = new Map(patterns.map((pattern) => [keyOf(pattern), pattern]));
  return [...known.values()].slice(-MOST_PATTERNS);
}

const isShort = ({ papers, others }: Taught): boolean =>
  papers.every(({ selector }) => selector.length <= LONGEST_SELECTOR) &&
  others.every((selector) => selector.length <= LONGEST_SELECTOR);

/** Selectors of an element that is no paper, the widest first: what is marked up like it, with or without a link. */
function waysTo(element: Element): string[] {
  const exact = exactSelector([element]);
  const isLinked = element.querySelector('a[href]') !== null;
  return [exact, `${exact}${isLinked ? ':has(a[href])' : ':not(:has(a[href]))'}`];
}

/** What tells the texts that are no papers; fails where it would tell papers, too. */
function othersOf({ page, examples, entries }: Lore): Result<string[]> {
  const isHarmless = (selector: string): boolean => {
    if (examples.papers.some(({ element }) => isWithin(element, [selector]))) return false;
    const lost = entries.filter((entry) => isWithin(titleElement(entry), [selector])).length;
    return lost <= entries.length * MOST_LOST || page.querySelectorAll(selector).length <= 1;
  };
  const selectors = examples.others.map(({ element }) => waysTo(element).find(isHarmless));
  return selectors.every((selector) => selector !== undefined)
    ? ok(selectors)
    : fail('invalid', 'The page marks papers up in the same way.');
}

/**
 * What is taught of a site once a person has said one thing more. Of one example the list is what is marked up as it is;
 * of several, what they share. `alike` also takes what plays the same role in other parts of the page, and makes that
 * the whole list. Fails with `invalid` where markup does not tell papers from what a person said is none.
 */
export function learn(lesson: Lesson, lore: Lore): Result<Taught> {
  const { page, examples } = lore;
  const before = lore.before ?? NOTHING_TAUGHT;
  const isOther = (element: Element): boolean =>
    examples.others.some((one) => one.element === element || one.element.contains(element));
  if (lesson === 'alike') {
    const papers = patternsOf(examples.papers, (all) => looseSelector(all, page, isOther));
    return checked({ papers: distinct(papers), others: before.others, isAll: true }, lore);
  }
  if (lesson === 'paper') {
    const papers = distinct([...before.papers, ...patternsOf(examples.papers, exactSelector)]);
    return checked({ ...before, papers }, lore);
  }
  const others = othersOf(lore);
  if (!others.ok) return others;
  const all = [...new Set([...before.others, ...others.value])].slice(-MOST_PATTERNS);
  return checked({ ...before, others: all }, lore);
}

/** What a person says is a paper outweighs that its likes were said to be none. */
function checked(taught: Taught, { examples }: Lore): Result<Taught> {
  const isTaken = (selector: string): boolean =>
    examples.papers.some(({ element }) => isWithin(element, [selector]));
  const now = { ...taught, others: taught.others.filter((selector) => !isTaken(selector)) };
  return isShort(now) ? ok(now) : fail('invalid', 'The way to that text is too long.');
}
