import type { Role } from './candidates';
import type { FactReader } from './facts';
import type { Block } from './model';
import { readRecord, type Reading } from './reading';
import { recordsOf } from './records';
import { SCHOLARLY_TITLE } from './words';

/** Evidence from which on a record is a paper's. */
const ENOUGH = 0.7;
/** What a title of the role costs that is no paper's: the role may be another list's. */
const MISS = 0.15;
/** Records from which on a list is judged as a whole. */
const FEWEST = 8;
const RHYTHM = 4;
/** Roles that are read, those with the most titles first; the others are too small to be the list. */
const MOST_ROLES = 24;

/** How much speaks for a record being a paper's, whatever its title: 0 and less for nothing. */
export function evidenceOf(reading: Reading): number {
  const { words, register, identified, titleNames, authors, venue, resources, feed, trade } =
    reading;
  let evidence = 0;
  if (words >= 25) evidence += 0.2 + register * Math.min(1, words / 60);
  else if (words >= 12) evidence += 0.3 * register;
  if (identified) evidence += 0.9;
  if (titleNames) evidence += 0.2;
  if (authors.length > 1) evidence += 0.45;
  else if (authors.length === 1) evidence += 0.25;
  if (venue) evidence += 0.3;
  if (resources > 0) evidence += 0.3;
  // Where people talk about links, a link to a paper still is one.
  if (feed) evidence -= titleNames ? 0.2 : 0.5;
  if (trade) evidence -= titleNames ? 0.2 : 1;
  return evidence;
}

/** A reading of the whole page: the papers of one role, and how well it explains the page. */
interface Hypothesis {
  readings: Reading[];
  score: number;
}

/** Titles with authors, nothing else: what such lists hold is told by the words of all titles together. */
function scholarly(all: readonly Reading[]): number {
  const titles = all.filter(({ title }) => SCHOLARLY_TITLE.test(title.text)).length;
  const authored = all.filter(({ authors }) => authors.length > 0).length;
  // Where many are papers beyond doubt, their likes with authors are too.
  const sure = all.filter((reading) => evidenceOf(reading) >= ENOUGH).length;
  const share = all.length < FEWEST ? 0 : Math.min(Math.max(titles, sure), authored) / all.length;
  return share >= 0.4 ? 0.4 : 0;
}

/** A title and a paragraph, again and again: what such a list holds is told by the wording of all paragraphs together. */
function rhythmic(all: readonly Reading[]): number {
  const paired = all.filter(({ words }) => words >= 25);
  if (paired.length < RHYTHM || paired.length < all.length * 0.7) return 0;
  const mean = paired.reduce((sum, { register }) => sum + register, 0) / paired.length;
  return mean >= 0.35 ? 0.3 : 0;
}

function hypothesisOf({ members }: Role, blocks: readonly Block[], facts: FactReader): Hypothesis {
  const all = recordsOf(members, blocks, facts).map((record) => readRecord(record, blocks, facts));
  const [bonus, rhythm] = [scholarly(all), rhythmic(all)];
  const weighed = all.map((reading) => ({
    reading,
    evidence:
      evidenceOf(reading) +
      (reading.authors.length > 0 ? bonus : 0) +
      (reading.words >= 25 ? rhythm : 0),
  }));
  const papers = weighed.filter(({ evidence }) => evidence >= ENOUGH);
  const gained = papers.reduce(
    (sum, { reading, evidence }) => sum + Math.min(2, evidence) * reading.title.score,
    0,
  );
  // Titles that link to papers are that by themselves, whatever the others of the role are.
  const vague = papers.filter(({ reading }) => !reading.titleNames).length / (papers.length || 1);
  return {
    readings: papers.map(({ reading }) => reading),
    score: gained - MISS * (all.length - papers.length) * vague,
  };
}

/** Whether the records are a list of papers: several, or few that each name theirs. */
function isList({ readings }: Hypothesis): boolean {
  const named = readings.filter(({ identified }) => identified).length;
  return readings.length >= 3 || named > 0;
}

/** The papers of the page: of the role that explains it best. */
export function choose(
  roles: readonly Role[],
  blocks: readonly Block[],
  facts: FactReader,
): Reading[] {
  const likely = roles
    .map((role) => ({ role, weight: role.members.reduce((sum, { score }) => sum + score, 0) }))
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, MOST_ROLES);
  let best: Hypothesis = { readings: [], score: 0 };
  for (const { role } of likely) {
    const hypothesis = hypothesisOf(role, blocks, facts);
    if (isList(hypothesis) && hypothesis.score > best.score) best = hypothesis;
  }
  return best.readings;
}
