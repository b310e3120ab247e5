import type { Stated } from '@/domain/paper/facts';
import { statedFacts } from '@/domain/import/dates';
import { personTexts } from '@/domain/person/write';
import type { Chunks } from '@/domain/import/chunks';
import { wholeText } from '@/domain/import/chunks';
import { foreignItems, type ForeignPaper } from '@/domain/import/foreign';
import type { Incoming } from '@/domain/import/incoming';
import { keywordLines } from '@/domain/import/keywords';
import { titleOfPubMed } from './pubmed-title';
import { Unreadable } from '@/domain/import/unreadable';
import { type TagGrammar, type TaggedEntry, taggedEntries } from './tagged';

/** Other databases write it too, as ERIC does, and have no numbers of PubMed. */
const firstOf = (text: string): 'PMID' | 'OWN' => (/^PMID-/m.test(text) ? 'PMID' : 'OWN');

/** A tag of up to four letters, filled with spaces, a hyphen and a value; a value goes on in lines that begin with spaces. */
const grammarOf = (first: 'PMID' | 'OWN'): TagGrammar => ({
  line: /^([A-Z]{2,4}) {0,2}- ?([^]*)$/,
  begins: (tag) => tag === first,
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

/** The DOI: other tools than PubMed write it without its kind. */
const doiOf = (entry: TaggedEntry): string | undefined =>
  ofKind(entry, 'doi') ??
  entry.all('LID', 'AID').find((value) => /^(?:doi:\s*)?10\.\S+$/i.test(value));

/** Persons, by their full names where they are given, and groups. */
function authorsOf(entry: TaggedEntry): string[] {
  const [full, short] = [entry.all('FAU'), entry.all('AU')];
  // One name may be given short alone; where several are, which full name is whose is in the family names.
  const names =
    full.length < short.length
      ? short.map((name) => full.find((one) => isShortFor(name, one)) ?? name)
      : full;
  // PubMed has the family name first, whatever its initials look like.
  return [...personTexts(names, 'initials'), ...entry.all('CN')];
}

/** Whether `Senio AW` is `Senio, Andrew W`. */
const isShortFor = (short: string, full: string): boolean => {
  const [family = '', given = ''] = full.split(/,\s*/);
  return short.toLowerCase().startsWith(`${family} ${given.charAt(0)}`.trim().toLowerCase());
};

const statedIn = (entry: TaggedEntry): Omit<Stated, 'published'> => ({
  venue: entry.first('JT', 'TA'),
  volume: entry.first('VI'),
  issue: entry.first('IP'),
  pages: entry.first('PG'),
});

function paperOf(entry: TaggedEntry): ForeignPaper {
  const { facts, unread } = statedFacts(statedIn(entry), [['DP', entry.first('DP')]], 'nbib');
  return {
    title: titleOfPubMed(entry.first('TI', 'BTI') ?? ''),
    authors: authorsOf(entry),
    abstract: entry.first('AB'),
    ids: { pmid: entry.first('PMID'), pmcid: entry.first('PMC'), doi: doiOf(entry) },
    // A star marks what an article is about most.
    links: entry.all('LID', 'AID').filter((value) => /^https?:/i.test(value)),
    tags: entry.all('OT').flatMap(keywordLines),
    facts,
    written: { texts: entry.values, source: 'nbib' },
    status: 'saved',
    isMarkup: true,
    notTaken: [...entry.others(TAKEN), ...unread],
  };
}

/** Reads PubMed's format (https://pubmed.ncbi.nlm.nih.gov/help/#pubmed-format), as "Citation manager" saves it. */
export async function* readNbib(chunks: Chunks, now: number): AsyncGenerator<Incoming> {
  let count = 0;
  const text = await wholeText(chunks);
  for (const [line, entry] of taggedEntries(text, grammarOf(firstOf(text)))) {
    count += 1;
    yield* foreignItems(paperOf(entry), `line ${line}`, now);
  }
  if (count === 0) throw new Unreadable('line 1: expected "PMID- ", as entries of PubMed begin');
}
