import { titleScore } from '@/sites/digest/title-score';
import { textOf } from '@/sites/read/place';

/** One level of the way to an element. */
interface Step {
  /** `*` where examples differ. */
  tag: string;
  classes: readonly string[];
  /** Which cell of its row it is, from 1. */
  cell: number | undefined;
}

/** Levels of a selector at most. */
const DEPTH = 6;
/** Class names of a level at most. */
const CLASSES = 4;
/** Names that need no escaping. */
const PLAIN = /^[A-Za-z][\w-]{0,60}$/;
/** Names of a row's state, or of its place: another visit or another row has others. */
const PASSING =
  /^(?:odd|even|first|last|active|open(?:ed)?|show(?:n)?|collapsed?|in|expanded|selected|current|visited|focus|hidden|visible|new|unread|read|seen)$|^(?:is|has|js)-|\d$/i;

function stepOf(element: Element): Step {
  const name = element.localName;
  const isCell = name === 'td' || name === 'th';
  const named = (element.getAttribute('class') ?? '').split(/\s+/);
  return {
    tag: PLAIN.test(name) ? name : '*',
    classes: named.filter((one) => PLAIN.test(one) && !PASSING.test(one)).slice(0, CLASSES),
    cell: isCell
      ? [...(element.parentElement?.children ?? [])].indexOf(element) + 1 || undefined
      : undefined,
  };
}

/** The way from an element up, itself first; what every page has alike is left out. */
function stepsOf(element: Element): Step[] {
  const steps: Step[] = [];
  for (
    let at: Element | null = element;
    at && steps.length < DEPTH && !/^(?:body|html)$/.test(at.localName);
    at = at.parentElement
  )
    steps.push(stepOf(at));
  return steps;
}

/** What two ways have in common, level by level. */
function shared(one: readonly Step[], other: readonly Step[]): Step[] {
  const steps: Step[] = [];
  for (const [index, { tag, classes, cell }] of one.entries()) {
    const beside = other[index];
    // Further up they are in different parts of the page.
    if (!beside || (tag !== beside.tag && index > 0)) break;
    steps.push({
      tag: tag === beside.tag ? tag : '*',
      classes: classes.filter((name) => beside.classes.includes(name)),
      cell: cell === beside.cell ? cell : undefined,
    });
  }
  return steps;
}

const print = ({ tag, classes, cell }: Step): string =>
  [tag, ...classes].join('.') + (cell === undefined ? '' : `:nth-child(${cell})`);

const selectorOf = (steps: readonly Step[]): string => steps.map(print).toReversed().join(' > ');

/** The share of what a looser selector adds that must look like titles. */
const LIKE = 0.8;
/** How much a text must look like a title. */
const WORTHY = 0.3;

/** Whether all that an element says may be a title. */
export const looksLikeTitle = (element: Element): boolean => titleScore(textOf(element)) >= WORTHY;

/** Elements whose tag says nothing of their role. */
const telling = ({ tag, classes }: Step): boolean => classes.length > 0 || /^h[1-6]$/.test(tag);

/**
 * Shortens a way from its far end, as long as what it then finds besides looks like titles and is nothing that a
 * person said is no paper: the other sessions of a programme, the other years of a list.
 */
function loosened(
  page: Document,
  steps: readonly Step[],
  isOther: (element: Element) => boolean,
): Step[] {
  let kept = [...steps];
  let found = new Set(page.querySelectorAll(selectorOf(kept)));
  const least = kept[0] && telling(kept[0]) ? 1 : 2;
  for (let length = kept.length - 1; length >= least; length -= 1) {
    const tried = kept.slice(0, length);
    const all = [...page.querySelectorAll(selectorOf(tried))];
    const more = all.filter((element) => !found.has(element));
    if (more.some(isOther)) break;
    if (more.filter(looksLikeTitle).length < more.length * LIKE) break;
    [kept, found] = [tried, new Set(all)];
  }
  return kept;
}

/** The selector that finds the given elements and those that are marked up as they are. At least one element. */
export const exactSelector = (elements: readonly Element[]): string =>
  selectorOf(elements.map(stepsOf).reduce(shared));

/**
 * The selector that finds the given elements and all that play their role, in other parts of the page too, but nothing
 * that `isOther` tells apart.
 */
export const looseSelector = (
  elements: readonly Element[],
  page: Document,
  isOther: (element: Element) => boolean,
): string => selectorOf(loosened(page, elements.map(stepsOf).reduce(shared), isOther));
