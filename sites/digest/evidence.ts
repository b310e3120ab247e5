import { paperTest } from './dedicated';
import type { Reading } from './reading';
import { wordCount } from './words';

/** Evidence from which on a record is a paper's. */
export const ENOUGH = 0.7;
/** Records from which on a list is judged as a whole. */
const FEWEST = 4;
const RHYTHM = 4;
/** Words from which on a paragraph may be an abstract. */
const PARAGRAPH = 20;
/** Neighbours of a record that vouch for it, on each side. */
const NEAR = 4;

/** A record, and how much speaks for it being a paper's. */
export interface Weighed {
  reading: Reading;
  /** Authors that tell something. */
  authors: number;
  evidence: number;
}

/** How much speaks for a record being a paper's, whatever its title and its neighbours: 0 and less for nothing. */
function evidenceOf(reading: Reading, authors: number): number {
  const { words, register, identified, titleNames, venue, resources, leadsToPaper } = reading;
  const { stated, feed, trade, event } = reading;
  let evidence = 0;
  if (words >= PARAGRAPH) evidence += 0.2 + register * Math.min(1, words / 60);
  else if (words >= 12) evidence += 0.3 * register;
  if (identified) evidence += 0.9;
  if (titleNames) evidence += 0.2;
  if (authors > 1) evidence += 0.45;
  else if (authors === 1) evidence += 0.25;
  if (venue) evidence += 0.3;
  if (stated) evidence += 0.9;
  if (resources > 0) evidence += leadsToPaper ? 0.4 : 0.3;
  // Where people talk about links, a link to a paper still is one.
  if (feed) evidence -= titleNames ? 0.2 : 0.5;
  if (trade) evidence -= titleNames ? 0.2 : 1;
  if (event && !identified && !stated) evidence -= 1.2;
  return evidence;
}

/** The page apart from its records. */
export interface Setting {
  words: number;
  /** Whether its title or a heading says that papers follow. */
  announced: boolean;
  /** Whether all of it is said to be papers: by its title, its first heading, or the chairs of its sessions. */
  dedicated: boolean;
  /** Whether it calls for papers: what it lists are topics, dates and rules. */
  calls: boolean;
  /** Numbers of its blocks in sections of something else: patents, prizes, courses. */
  asides: ReadonlySet<number>;
}

/** How much speaks against a record in a section of something else; a paper's own id outweighs it. */
const ELSEWHERE = 1.2;

/** The records of one role weighed together: what each says, what all say, and what its neighbours are. */
export function weigh(all: readonly Reading[], setting: Setting): Weighed[] {
  const { announced } = setting;
  const authors = tellingAuthors(all);
  const own = all.map((reading, index) => {
    const isElsewhere = setting.asides.has(reading.title.span.block.index);
    return evidenceOf(reading, authors[index] ?? 0) - (isElsewhere ? ELSEWHERE : 0);
  });
  const isKnown = announced || isBibliographic(all, authors);
  const [bonus, rhythm] = [scholarly(all, own, authors, isKnown), rhythmic(all)];
  const weighed = all.map((reading, index): Weighed => {
    const told = authors[index] ?? 0;
    return {
      reading,
      authors: told,
      evidence:
        (own[index] ?? 0) + (told > 0 ? bonus : 0) + (reading.words >= PARAGRAPH ? rhythm : 0),
    };
  });
  const isPaper = setting.dedicated ? paperTest(all) : undefined;
  const told = weighed.map((one) => (isPaper?.(one.reading) ? raised(one) : one));
  return closed(vouched(told), announced ? MOST_ALL : NEARLY_ALL);
}

/** A record of what is known to be a list of papers; one in a section of something else stays what it is. */
const raised = (one: Weighed): Weighed =>
  one.evidence >= 0 && one.evidence < ENOUGH ? { ...one, evidence: ENOUGH } : one;

/** Records from which on, and the share of papers among them from which on, the others of a role are papers too. */
const MANY = 8;
const NEARLY_ALL = 0.75;
/** The same where the page says that papers follow. */
const MOST_ALL = 0.55;

/** Where nearly all of a list are papers by what they say, one that says less, and nothing else, is one of them. */
function closed(weighed: readonly Weighed[], share: number): Weighed[] {
  const papers = weighed.filter(({ evidence }) => evidence >= ENOUGH).length;
  if (papers < MANY || papers < weighed.length * share) return [...weighed];
  return weighed.map((one) => {
    const { feed, trade, event, title, words, leadsToPaper, venue } = one.reading;
    const isTold = one.authors > 0 || words >= 12 || leadsToPaper || venue;
    const isClean = !feed && !trade && !event;
    const isLike = isTold && one.evidence >= 0.25 && title.score >= 0.5 && isClean;
    return isLike && one.evidence < ENOUGH ? { ...one, evidence: ENOUGH } : one;
  });
}

/** Long titles, nearly all with authors, mostly several: films and books have shorter titles, news and posts one author. */
function isBibliographic(all: readonly Reading[], authors: readonly number[]): boolean {
  const authored = authors.filter((count) => count > 0);
  const sum = authored.reduce((total, count) => total + count, 0);
  const words = all.reduce((total, { title }) => total + wordCount(title.text), 0);
  return (
    authored.length >= all.length * 0.7 && sum >= authored.length * 1.8 && words >= all.length * 5.5
  );
}

/**
 * How many authors each record has, without names that most records bear: a control, or the page's owner. A list of names
 * tells where it is not the same each time: a small group writes in changing company.
 */
function tellingAuthors(all: readonly Reading[]): number[] {
  const counts = new Map<string, number>();
  const count = (name: string): unknown => counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const { authors } of all) {
    for (const name of new Set(authors)) count(name);
    if (authors.length > 1) count(authors.join(';'));
  }
  const most = Math.max(4, all.length * 0.3);
  const isRare = (name: string): boolean => (counts.get(name) ?? 0) < most;
  return all.map(({ authors, scattered, venue }) => {
    const isOwn = authors.length > 1 && !scattered && isRare(authors.join(';'));
    const telling = isOwn ? authors.length : authors.filter(isRare).length;
    // An owner of the page is the author of a paper together with others; names in boxes of their own may be anything.
    if (telling === 0) return venue && authors.length > 0 ? 1 : 0;
    return scattered ? 1 : authors.length;
  });
}

/** Titles with authors, nothing else: what such lists hold is told by the words of all titles together. */
function scholarly(
  all: readonly Reading[],
  own: readonly number[],
  authors: readonly number[],
  isKnown: boolean,
): number {
  const titles = all.filter(({ learned }) => learned).length;
  const authored = authors.filter((count) => count > 0).length;
  // Where many are papers beyond doubt, their likes with authors are too.
  const sure = own.filter((evidence) => evidence >= ENOUGH).length;
  if (isKnown && all.length >= 3 && authored >= all.length * 0.5) return 0.45;
  const share = all.length < FEWEST ? 0 : Math.min(Math.max(titles, sure), authored) / all.length;
  return share >= (all.length < 8 ? 0.7 : 0.4) ? 0.4 : 0;
}

/** A title and a paragraph, again and again: what such a list holds is told by the wording of all paragraphs together. */
function rhythmic(all: readonly Reading[]): number {
  const paired = all.filter(({ words }) => words >= PARAGRAPH);
  if (paired.length < RHYTHM || paired.length < all.length * 0.7) return 0;
  const mean = paired.reduce((sum, { register }) => sum + register, 0) / paired.length;
  return mean >= 0.35 ? 0.3 : 0;
}

/** Among papers beyond doubt, an entry that says little of itself (no link, no authors) is one of them. */
function vouched(weighed: readonly Weighed[]): Weighed[] {
  const sure: number[] = [0];
  for (const one of weighed)
    sure.push((sure.at(-1) ?? 0) + (isBeyondDoubt(one) && one.evidence >= ENOUGH ? 1 : 0));
  return weighed.map((one, index) => {
    const { reading, evidence } = one;
    if (evidence >= ENOUGH || evidence < 0) return one;
    const [from, to] = [Math.max(0, index - NEAR), Math.min(weighed.length, index + NEAR + 1)];
    const [before, behind] = [
      (sure[index] ?? 0) - (sure[from] ?? 0),
      (sure[to] ?? 0) - (sure[index + 1] ?? 0),
    ];
    // Text before the first entry or behind the last one need not belong to the list.
    if (before === 0 || behind === 0) return one;
    const papers = before + behind;
    // What looks like no title, of one word or like a name, needs papers all around it, and somebody who wrote it.
    const isShort = reading.title.score < 0.5;
    if (isShort && reading.authors.length === 0) return one;
    const share = isShort ? 0.9 : reading.venue ? 0.3 : 0.6;
    return papers >= 3 && papers >= (to - from - 1) * share ? { ...one, evidence: ENOUGH } : one;
  });
}

const isBeyondDoubt = ({
  reading: { identified, venue, resources, stated },
  authors,
}: Weighed): boolean =>
  identified || stated !== undefined || (authors > 1 && (venue || resources > 0));

/**
 * Whether the papers of a role are a list of papers: some that each name theirs by their own link, several with
 * ids or authors, or so many of a title and an abstract that they make up their role and speak as abstracts do.
 */
export function isList(papers: readonly Weighed[], all: number, setting: Setting): boolean {
  const named = papers.filter(
    ({ reading }) => reading.titleNames && reading.title.score >= 0.5,
  ).length;
  const stated = papers.filter(({ reading }) => reading.stated).length;
  if (named > 0 || stated > 1) return true;
  const identities = new Set(papers.flatMap(({ reading }) => identityOf(reading))).size;
  if (identities >= 2 && identities >= papers.length * 0.5) return true;
  const [only] = papers;
  // One paper alone: the page is there for it.
  if (papers.length === 1)
    return Boolean(only && only.reading.identified && only.reading.words > setting.words * 0.4);
  if (setting.calls || papers.length < 3 || papers.length < all * 0.25) return false;
  if (meanWords(papers) < SHORTEST || !areTitled(papers)) return false;
  const readings = papers.map(({ reading }) => reading);
  if (setting.dedicated && paperTest(readings)) return true;
  const attributed = papers.filter((paper) => isAttributed(paper, setting.announced)).length;
  if (attributed >= Math.max(3, papers.length * 0.4))
    return setting.announced || isResearch(papers);
  return isSeriesOfAbstracts(readings, all);
}

/** Words of a title, in the mean of a list whose entries nothing else tells to be papers, at least. */
const SHORTEST = 3.2;

/** Whether at least half of them have what looks like a title: people beside the places where they work have none. */
const areTitled = (papers: readonly Weighed[]): boolean =>
  papers.filter(({ reading: { title } }) => title.score >= 0.35).length >= papers.length * 0.5;

const meanWords = (papers: readonly Weighed[]): number =>
  papers.reduce((sum, { reading: { title } }) => sum + wordCount(title.text), 0) / papers.length;

/** Names and titles alone make no list of papers: some of them must speak of research, or of where it was published. */
function isResearch(papers: readonly Weighed[]): boolean {
  const speaking = papers.filter(
    ({ reading: { learned, venue, resources, ownWork, identified } }) =>
      identified || ownWork || venue || resources > 0 || learned,
  );
  if (speaking.length >= papers.length * 0.4) return true;
  const readings = papers.map(({ reading }) => reading);
  return isBibliographic(
    readings,
    papers.map(({ authors }) => authors),
  );
}

const identityOf = ({ ids }: Reading): string[] =>
  Object.entries(ids)
    .slice(0, 1)
    .map(([scheme, id]) => `${scheme}:${id}`);

/** Whether a paper says who wrote it, or where it was published; one author alone tells something where papers are announced. */
const isAttributed = ({ reading, authors }: Weighed, isAnnounced: boolean): boolean => {
  const { identified, venue, resources, titleIsFile, date, words } = reading;
  if (identified || authors > 1) return true;
  if (titleIsFile && (date !== '' || words >= 12)) return true;
  if (authors === 1) return isAnnounced || venue || resources > 0;
  return venue && resources > 0;
};

/** Titles that are no sentences, each with one abstract in the words of research, and hardly anything between them. */
function isSeriesOfAbstracts(papers: readonly Reading[], all: number): boolean {
  if (papers.length < RHYTHM || papers.length < all * 0.6) return false;
  const count = (test: (paper: Reading) => boolean): number => papers.filter(test).length;
  const own = count(({ ownWork }) => ownWork);
  const whole = count(({ words, abstract }) => words >= PARAGRAPH && abstract.length <= 2);
  const sentences = count(({ title }) => /[.!]$/.test(title.text) && title.text.length > 60);
  const titleWords = papers.reduce((sum, { title }) => sum + wordCount(title.text), 0);
  const spoken = papers.reduce((sum, { register }) => sum + register, 0);
  const [many, most] = [papers.length * 0.4, papers.length * 0.7];
  return (
    spoken >= papers.length * 0.3 &&
    own >= many &&
    whole >= most &&
    sentences <= papers.length * 0.3 &&
    // Headings of an article's sections are shorter.
    titleWords >= papers.length * 4.5
  );
}
