import type { Stated } from '@/domain/paper/facts';
import { factsOf } from '@/domain/paper/read-facts';
import { doi } from '@/domain/identity/paper-key';
import { namesOfLine } from '@/domain/person/list';
import { personTexts } from '@/domain/person/write';
import { noteFromHtml } from '@/domain/text/html-note';
import type { Chunks } from '@/domain/import/chunks';
import { wholeText } from '@/domain/import/chunks';
import { idsInFields } from '@/domain/import/id-fields';
import { foreignItems, type ForeignPaper } from '@/domain/import/foreign';
import type { Incoming } from '@/domain/import/incoming';
import { keywordsIn } from '@/domain/import/keywords';
import { Unreadable } from '@/domain/import/unreadable';
import { type TagGrammar, type TaggedEntry, taggedEntries } from './tagged';

/** A percent sign, a character and a value. An entry begins with its kind (`%0`), or after an empty line. */
const GRAMMAR: TagGrammar = {
  line: /^(%[^\s])(?: ([^]*)|)$/,
  begins: /^%0$/,
  ends: /^$/,
  isParted: false,
  glue: () => '\n',
  plain: (line) => line.trim(),
};

const TAKEN = new Set(`%D %8 %J %B %V %N %P %0 %T %A %X %K %R %U %< %M %2 %Y %Z %F`.split(/\s+/));

/** Files without kinds (of refer, bibIX) part their entries by empty lines: they get one. */
const withKinds = (text: string): string =>
  /^%0 /m.test(text) ? text : text.replace(/(^|\n[^\S\n]*\n)(?=%[A-Z] )/g, '$1%0 Generic ');

const statedIn = (entry: TaggedEntry): Stated => ({
  published: entry.first('%D'),
  venue: entry.first('%J', '%B'),
  volume: entry.first('%V'),
  issue: entry.first('%N'),
  pages: entry.first('%P'),
});

function paperOf(entry: TaggedEntry): ForeignPaper {
  const named = idsInFields('enw', (tag) => entry.all(tag));
  return {
    title: entry.first('%T'),
    authors: personTexts(entry.all('%A').flatMap(namesOfLine)),
    abstract: entry.first('%X'),
    ids: { ...named, doi: doi(entry.first('%R') ?? '') ?? named['doi'] },
    links: entry.all('%U').flatMap((value) => value.split(/\s+/)),
    tags: entry.all('%K').flatMap(keywordsIn),
    note: entry
      .all('%<')
      .map((note) => noteFromHtml(note))
      .join('\n\n'),
    facts: factsOf(statedIn(entry), 'endnote'),
    status: 'saved',
    isMarkup: true,
    notTaken: entry.others(TAKEN),
  };
}

/** Reads EndNote's tagged format (`.enw`, refer), as Google Scholar, publishers and EndNote write it. */
export async function* readEnw(chunks: Chunks, now: number): AsyncGenerator<Incoming> {
  let count = 0;
  for (const [line, entry] of taggedEntries(withKinds(await wholeText(chunks)), GRAMMAR)) {
    count += 1;
    yield* foreignItems(paperOf(entry), `line ${line}`, now);
  }
  if (count === 0) throw new Unreadable('line 1: expected "%0 ", as entries of EndNote begin');
}
