import { say } from '@/scripts/setup/process.mjs';
import { find } from '@/domain/anchor/find';
import {
  type Case,
  makeCase,
  type Passage,
  randomPassages,
  realAbstracts,
  type Strength,
  strengths,
} from './anchoring/cases';
import { judge, type Method, ours, type Page, plain, type Verdict } from './anchoring/methods';
import { choose, seeded } from './anchoring/random';
import { type Bench, type Line, median } from './bench';

const PASSAGES = 2_000;
/** `GLOSS_SEEDS=2 npm run bench -- anchoring` makes other passages and mutations. */
const seed = (): number => Number(process.env['GLOSS_SEEDS'] ?? 20_240_606);
/** Abstracts on the page where the plain method searches. */
const NEIGHBOURS = 12;
const ROUNDS = 15;
/** Times of a bare `indexOf`. */
const MOST_TIME = 3;

/** A case on a page with other abstracts, as the plain method sees it. */
function pageOf({ text }: Case, abstracts: readonly string[], random: () => number): Page {
  const others = Array.from({ length: NEIGHBOURS }, () => choose(random, abstracts));
  const before = others.slice(0, NEIGHBOURS / 2).join('\n');
  return {
    text: [before, text, ...others.slice(NEIGHBOURS / 2)].join('\n'),
    at: before.length + 1,
  };
}

interface Count {
  cases: number;
  survived: number;
  /** Survived, and were not found at their place. */
  lost: number;
  wrong: number;
}

function count(verdicts: readonly { one: Case; verdict: Verdict }[]): Count {
  const survived = verdicts.filter(({ one }) => one.fate === 'survived');
  return {
    cases: verdicts.length,
    survived: survived.length,
    lost: survived.filter(({ verdict }) => verdict !== 'right').length,
    wrong: verdicts.filter(({ verdict }) => verdict === 'wrong').length,
  };
}

const percent = (part: number, of: number): number =>
  Math.round((part / Math.max(1, of)) * 1e4) / 100;
const round = (value: number): number => Math.round(value * 100) / 100;
const ratio = (a: number, b: number): number => (a === 0 ? 0 : round(a / b));

function linesOf(
  { name, most: promised }: Strength,
  cases: readonly Case[],
  pages: readonly Page[],
): Line[] {
  const judged = (method: Method): Count =>
    count(
      cases.map((one, index) => {
        const page = pages[index];
        if (!page) throw new Error('A case has no page.');
        return { one, verdict: judge(one, method(one, page)) };
      }),
    );
  const [gloss, peer] = [judged(ours), judged(plain)];
  const line = (
    what: string,
    mine: number,
    theirs: number,
    about: string,
    most?: number,
  ): Line => ({
    name: `anchoring: ${name}, ${what}`,
    about,
    unit: '%',
    ours: mine,
    reference: theirs,
    ratio: ratio(mine, theirs),
    limit: Infinity,
    ...(most === undefined ? {} : { most }),
  });
  const lines = [
    line(
      'wrong place',
      percent(gloss.wrong, gloss.cases),
      percent(peer.wrong, peer.cases),
      `of ${gloss.cases} passages; the reference searches the whole page`,
      promised?.wrong,
    ),
  ];
  if (gloss.survived > 0)
    lines.unshift(
      line(
        'not found again',
        percent(gloss.lost, gloss.survived),
        percent(peer.lost, peer.survived),
        `of ${gloss.survived} passages that survived`,
        promised?.lost,
      ),
    );
  return lines;
}

/** Repeats a piece of work, and gives the time of one, milliseconds. */
function timed(work: () => unknown): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}

/** Anchors on the text where they were made, against finding the bare quote there. */
function speed(passages: readonly Passage[]): Line {
  const anchors = (): number =>
    passages.filter(({ abstract, selectors: { quote, position } }) =>
      find(abstract, quote, position),
    ).length;
  const bare = (): number =>
    passages.filter(({ abstract, selectors }) => abstract.includes(selectors.quote.exact)).length;
  const times: { ours: number[]; reference: number[] } = { ours: [], reference: [] };
  for (let index = -3; index < ROUNDS; index++) {
    const pair = { ours: timed(anchors), reference: timed(bare) };
    if (index < 0) continue;
    times.ours.push(pair.ours);
    times.reference.push(pair.reference);
  }
  const [mine, reference] = [median(times.ours), median(times.reference)];
  return {
    name: 'anchoring: time where nothing changed',
    about: `${passages.length} anchors, against as many bare indexOf`,
    unit: 'ms',
    ours: round(mine),
    reference: round(reference),
    ratio: round(mine / reference),
    limit: MOST_TIME,
  };
}

/**
 * Passages of real abstracts looked for in other versions of them: five strengths of mutation, all at once, and
 * versions without the passage. Beside them the plain method on the same cases.
 */
export const anchoring: Bench = {
  name: 'anchoring',
  run: async (progress) => {
    const abstracts = realAbstracts();
    if (!abstracts) {
      say('anchoring: skipped, ../shared/data is not there.');
      return [];
    }
    const random = seeded(seed());
    const passages = randomPassages(abstracts, PASSAGES, random);
    const lines = [speed(passages)];
    for (const strength of strengths(abstracts)) {
      progress(`${PASSAGES} passages, ${strength.name}`);
      const cases = passages.map((passage) => makeCase(passage, strength, random));
      const pages = cases.map((one) => pageOf(one, abstracts, random));
      lines.push(...linesOf(strength, cases, pages));
    }
    return lines;
  },
};
