import { WORD_JOINER } from '@/domain/export/formats/ris';
import type { Chunks } from '@/domain/import/chunks';
import { wholeText } from '@/domain/import/chunks';
import { CODE_HOST, type Stated } from '@/domain/paper/facts';
import { factsOf } from '@/domain/paper/read-facts';
import { foreignItems } from '@/domain/import/foreign';
import type { Incoming } from '@/domain/import/incoming';
import { Unreadable } from '@/domain/import/unreadable';

/**
 * A line of RIS: a tag of two characters, two spaces, a hyphen, and a value. Some tools write one space: then
 * the file's first entry begins so.
 */
const LINE = /^([A-Z][A-Z0-9]) {2}-(?: (.*)|)$/;
const LOOSE_LINE = /^([A-Z][A-Z0-9]) -(?: (.*)|)$/;
const isLoose = (text: string): boolean => /^TY {1,2}-/m.exec(text)?.[0] === 'TY -';

/** A line that goes on, without what keeps one that looks like a tag from being one. */
const moved = (line: string): string => (line.startsWith(WORD_JOINER) ? line.slice(1) : line);

/** Values by tag, in the order of the file. */
type Entry = Map<string, string[]>;

/** The entries of a file, each with the number of its first line. Lines without a tag go on with the value before. */
function* entriesOf(text: string): Generator<[line: number, entry: Entry]> {
  let entry: Entry | null = null;
  let values: string[] = [];
  let first = 0;
  const pattern = isLoose(text) ? LOOSE_LINE : LINE;
  for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
    const [found, tag = '', value = ''] = pattern.exec(line) ?? [];
    if (found === undefined) {
      if (entry && values.length > 0) values.push(`${values.pop()}\n${moved(line)}`);
    } else if (tag === 'TY') {
      if (entry) yield [first, entry];
      [entry, first, values] = [new Map(), index + 1, []];
    } else if (tag === 'ER') {
      if (entry) yield [first, entry];
      entry = null;
    } else if (entry) {
      values = entry.get(tag) ?? [];
      values.push(value.trim());
      entry.set(tag, values);
    }
  }
  if (entry) yield [first, entry];
}

/** The values of several tags. */
const all = (entry: Entry, ...tags: string[]): string[] =>
  tags.flatMap((tag) => entry.get(tag) ?? []).map((value) => value.trim());

/** The first of several tags that has a value. */
const first = (entry: Entry, ...tags: string[]): string | undefined =>
  all(entry, ...tags).find((value) => value !== '');

/** When it appeared: `DA` (`2024/06/20/`), else the year; tools write both into `PY` and `Y1`. */
function publishedIn(entry: Entry): string {
  const dates = all(entry, 'DA', 'PY', 'Y1').map((date) =>
    date.replace(/^(\d{4})(?:\/(\d{1,2}))?(?:\/(\d{1,2}))?\/*.*$/s, (_, ...parts: string[]) =>
      parts
        .slice(0, 3)
        .filter(Boolean)
        .map((part) => part.padStart(2, '0'))
        .join('-'),
    ),
  );
  return dates.toSorted((a, b) => b.length - a.length)[0] ?? '';
}

/** What an entry states beside title, authors and abstract. */
function statedIn(entry: Entry): Stated {
  const pages = [first(entry, 'SP'), first(entry, 'EP')].filter(Boolean).join('–');
  return {
    published: publishedIn(entry),
    venue: first(entry, 'T2', 'JF', 'JO', 'JA', 'J2'),
    volume: first(entry, 'VL'),
    issue: first(entry, 'IS'),
    pages,
    version: first(entry, 'ET'),
    pdf: first(entry, 'L1'),
    code: all(entry, 'L2').find((link) => CODE_HOST.test(link)),
  };
}

/** Reads RIS (https://en.wikipedia.org/wiki/RIS_(file_format)). Fails (`Unreadable`) when there is none of it. */
export async function* readRis(chunks: Chunks, now: number): AsyncGenerator<Incoming> {
  let count = 0;
  for (const [line, entry] of entriesOf(await wholeText(chunks))) {
    count += 1;
    const number = first(entry, 'AN', 'M1', 'C1') ?? '';
    yield* foreignItems(
      {
        title: first(entry, 'TI', 'T1', 'CT', 'BT'),
        authors: all(entry, 'AU', 'A1').map(inOrder),
        abstract: first(entry, 'AB', 'N2'),
        ids: {
          doi: first(entry, 'DO'),
          arxiv: /arxiv[:\s]*(\S+)/i.exec(number)?.[1],
          pmid: /^PMID[:\s]*(\d+)/i.exec(number)?.[1],
        },
        links: all(entry, 'UR', 'L1', 'L2', 'LK').flatMap((value) => value.split(/[;\s]+/)),
        tags: all(entry, 'KW'),
        facts: factsOf(statedIn(entry), 'ris'),
        note: all(entry, 'N1', 'RN').filter(Boolean).join('\n\n'),
        status: 'saved',
      },
      `line ${line}`,
      now,
    );
  }
  if (count === 0) throw new Unreadable('line 1: expected "TY  - ", as RIS begins');
}

/** `Family, Given` as `Given Family`. */
export function inOrder(name: string): string {
  const [family = '', given = ''] = name.split(/,\s*/, 2);
  return given === '' ? name.trim() : `${given} ${family}`.trim();
}
