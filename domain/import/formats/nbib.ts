import type { Stated } from '@/domain/paper/facts';
import { factsOf } from '@/domain/paper/read-facts';
import { personTexts } from '@/domain/person/write';
import type { Chunks } from '@/domain/import/chunks';
import { wholeText } from '@/domain/import/chunks';
import { foreignItems, type ForeignPaper } from '@/domain/import/foreign';
import type { Incoming } from '@/domain/import/incoming';
import { keywordLines } from '@/domain/import/keywords';
import { Unreadable } from '@/domain/import/unreadable';
import { type TagGrammar, type TaggedEntry, taggedEntries } from './tagged';

/** A tag of up to four letters, filled with spaces, a hyphen and a value; a value goes on in lines that begin with spaces. */
const grammarOf = (text: string): TagGrammar => ({
  line: /^([A-Z]{2,4}) {0,2}- ?([^]*)$/,
  // Other databases write it too, as ERIC does, and have no numbers of PubMed.
  begins: /^PMID-/m.test(text) ? /^PMID$/ : /^OWN$/,
  ends: /^$/,
  isParted: true,
  glue: () => ' ',
  plain: (line) => line.trim(),
});

const TAKEN = new Set(`DP JT TA VI IP PG PMID PMC TI BTI AB FAU AU CN LID AID OT MID`.split(/\s+/));

/** The value of an id that is followed by its kind: `10.1000/abc [doi]`. */
const ofKind = (entry: TaggedEntry, kind: string): string | undefined =>
  entry
    .all('LID', 'AID')
    .find((value) => value.endsWith(`[${kind}]`))
    ?.replace(/\s*\[\w+\]$/, '');

/** Persons, by their full names where they are given, and groups. */
const authorsOf = (entry: TaggedEntry): string[] => [
  ...personTexts(entry.all(entry.all('FAU').length > 0 ? 'FAU' : 'AU')),
  ...entry.all('CN'),
];

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `2019 May 7` as `2019-05-07`; seasons and ranges as the year. */
function dateOf(date: string): string {
  const [, year = '', name = '', day] =
    /^(\d{4})(?: ([A-Z][a-z]{2}))?(?: (\d{1,2}))?$/.exec(date) ?? [];
  const month = MONTHS.indexOf(name.toLowerCase()) + 1;
  const parts = [
    year,
    month > 0 && String(month).padStart(2, '0'),
    month > 0 && day?.padStart(2, '0'),
  ];
  return year === '' ? date.slice(0, 4) : parts.filter(Boolean).join('-');
}

const statedIn = (entry: TaggedEntry): Stated => ({
  published: dateOf(entry.first('DP') ?? ''),
  venue: entry.first('JT', 'TA'),
  volume: entry.first('VI'),
  issue: entry.first('IP'),
  pages: entry.first('PG'),
});

/** PubMed ends its titles by a full stop, and encloses those that it has translated in brackets. */
const titleIn = (title: string): string =>
  title.replace(/\.$/, '').replace(/^\[([^[\]]+)\]$/, '$1');

const paperOf = (entry: TaggedEntry): ForeignPaper => ({
  title: titleIn(entry.first('TI', 'BTI') ?? ''),
  authors: authorsOf(entry),
  abstract: entry.first('AB'),
  ids: { pmid: entry.first('PMID'), pmcid: entry.first('PMC'), doi: ofKind(entry, 'doi') },
  // A star marks what an article is about most.
  links: entry.all('LID', 'AID').filter((value) => /^https?:/i.test(value)),
  tags: entry.all('OT').flatMap(keywordLines),
  facts: factsOf(statedIn(entry), 'nbib'),
  status: 'saved',
  isMarkup: true,
  notTaken: entry.others(TAKEN),
});

/** Reads PubMed's format (https://pubmed.ncbi.nlm.nih.gov/help/#pubmed-format), as "Citation manager" saves it. */
export async function* readNbib(chunks: Chunks, now: number): AsyncGenerator<Incoming> {
  let count = 0;
  const text = await wholeText(chunks);
  for (const [line, entry] of taggedEntries(text, grammarOf(text))) {
    count += 1;
    yield* foreignItems(paperOf(entry), `line ${line}`, now);
  }
  if (count === 0) throw new Unreadable('line 1: expected "PMID- ", as entries of PubMed begin');
}
