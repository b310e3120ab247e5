import { merge } from 'node-diff3';
import { deviceOf, laterOf, latest, type Stamp } from './clock';

/**
 * A note as it is stored: its newest texts, and up to where the edits of each strand are known. One head
 * mostly; two where two machines edited without knowing of each other, or where two papers with a note each
 * turned out to be one: all are kept until a person edits them. A dotted version vector (Preguiça et al.,
 * "Dotted Version Vectors", 2010) whose entries are strands: the edits that one device made of one note, one
 * after the other, named by the first of them. Per device alone, a later note on another paper would pass for
 * an edit of this one when both papers become one.
 */
export interface NoteRecord {
  heads: NoteHead[];
  /** By strand, the newest stamp known of it. */
  seen: Record<Stamp, Stamp>;
}

/** A type, not an interface: it goes into documents that may hold more. */
export type NoteHead = {
  stamp: Stamp;
  /** The strand it belongs to. */
  strand: Stamp;
  text: string;
};

/** The empty note that every paper begins with. */
export const noNote = (): NoteRecord => ({ heads: [], seen: {} });

/** Separates two texts that could not be merged. */
const BETWEEN = '\n\n---\n\n';

/** The text to show and edit. */
export const noteText = ({ heads }: NoteRecord): string =>
  [...new Set(heads.map(({ text }) => text))].filter((text) => text !== '').join(BETWEEN);

/** Names the state of a note; changes with every edit. */
export const noteRevision = ({ heads }: NoteRecord): string =>
  heads.map(({ stamp }) => stamp).join(',');

/** A note after an edit that was based on the whole note. */
export function editNote({ heads, seen }: NoteRecord, text: string, stamp: Stamp): NoteRecord {
  if (text === '' && heads.length === 0) return { heads, seen };
  const device = deviceOf(stamp);
  const strand = Object.keys(seen)
    .filter((name) => deviceOf(name) === device)
    .reduce<Stamp | null>(latest, null);
  return inStrand({ heads, seen }, text, stamp, strand ?? stamp);
}

/** A note after an edit that begins a strand of its own, which no machine that knows the earlier strands takes for known. */
export const editApart = (note: NoteRecord, text: string, stamp: Stamp): NoteRecord =>
  inStrand(note, text, stamp, stamp);

const inStrand = ({ seen }: NoteRecord, text: string, stamp: Stamp, strand: Stamp): NoteRecord => ({
  heads: [{ stamp, strand, text }],
  seen: { ...seen, [strand]: stamp },
});

/** What two histories of a note make together: commutative, associative, idempotent. */
export function mergeNotes(a: NoteRecord, b: NoteRecord): NoteRecord {
  const heads = new Map<string, NoteHead>();
  for (const head of [...newsTo(b, a.heads), ...newsTo(a, b.heads)]) {
    const name = nameOf(head);
    // One stamp has one text; a file that was changed by hand must not make the order count.
    if (head.text >= (heads.get(name)?.text ?? '')) heads.set(name, head);
  }
  return { heads: [...heads.values()].toSorted(byStamp), seen: laterOf(a.seen, b.seen) };
}

const nameOf = ({ stamp, strand }: NoteHead): string => `${stamp} ${strand}`;

/** The heads that a history has too, or has not heard of. A file may hold thousands: each is looked up. */
function newsTo(other: NoteRecord, heads: readonly NoteHead[]): NoteHead[] {
  const names = new Set(other.heads.map(nameOf));
  return heads.filter(
    (head) => head.stamp > (other.seen[head.strand] ?? '') || names.has(nameOf(head)),
  );
}

const byStamp = (x: NoteHead, y: NoteHead): number => {
  const [a, b] = [nameOf(x), nameOf(y)];
  return a < b ? -1 : a > b ? 1 : 0;
};

/** The texts that `keepBoth` put under each other. */
export const noteParts = (text: string): string[] => (text === '' ? [] : text.split(BETWEEN));

/** A note of several texts with one of them changed; `null` where it has no such text. */
export function changePart(whole: string, from: string, to: string): string | null {
  const parts = noteParts(whole);
  const changed = parts.flatMap((part) => (part === from ? noteParts(to) : part));
  return parts.includes(from) ? changed.join(BETWEEN) : null;
}

/** Words with the space behind them, so that edits of different words don't meet. */
const words = (text: string): string[] => text.match(/\S+\s*|\s+/g) ?? [];
const lines = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+/g) ?? [];

/** Pairs of pieces that are compared at the most: the time of a merge grows with them. */
const MOST_PAIRS = 250_000;
/** From the finest to the coarsest. */
const WAYS = [words, lines] as const;

/** The pieces of three texts, as fine as they can be compared in a moment; `null` where that is nowhere. */
function pieces(texts: readonly string[]): string[][] | null {
  for (const way of WAYS) {
    const parted = texts.map(way);
    const [ours = 0, base = 0, theirs = 0] = parted.map(({ length }) => length);
    if (base * Math.max(ours, theirs) <= MOST_PAIRS) return parted;
  }
  return null;
}

/** How many characters of some texts are the same from their starts, or from their ends, on; no word is cut. */
function common(texts: readonly string[], isStart: boolean): number {
  const [first = '', ...others] = texts;
  const least = Math.min(...texts.map(({ length }) => length));
  const at = (text: string, index: number): string | undefined =>
    isStart ? text[index] : text[text.length - 1 - index];
  let same = 0;
  while (same < least && others.every((other) => at(other, same) === at(first, same))) same += 1;
  while (same > 0 && /\S/.test(at(first, same - 1) ?? '')) same -= 1;
  return same;
}

/**
 * Two texts that both come from `base`, as one. Where both changed the same words, both whole texts are
 * kept, one under the other; so are texts that are too long to be compared.
 */
export function mergeTexts(base: string, ours: string, theirs: string): string {
  if (ours === theirs || theirs === base) return ours;
  if (ours === base) return theirs;
  const texts = [ours, base, theirs];
  const start = common(texts, true);
  const rest = texts.map((text) => text.slice(start));
  const end = common(rest, false);
  const parted = pieces(rest.map((text) => text.slice(0, text.length - end)));
  if (!parted) return keepBoth(ours, theirs);
  const [a = [], o = [], b = []] = parted;
  const merged = merge(a, o, b, { excludeFalseConflicts: true });
  if (merged.conflict) return keepBoth(ours, theirs);
  return ours.slice(0, start) + merged.result.join('') + ours.slice(ours.length - end);
}

/** Both texts; one of them where it holds the other. */
export function keepBoth(a: string, b: string): string {
  if (a.includes(b)) return a;
  if (b.includes(a)) return b;
  return a + BETWEEN + b;
}
