import { merge } from 'node-diff3';
import { deviceOf, laterOf, type Stamp } from './clock';

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

/** A note after an edit that knew all of it. */
export function editNote({ heads, seen }: NoteRecord, text: string, stamp: Stamp): NoteRecord {
  if (text === '' && heads.length === 0) return { heads, seen };
  const device = deviceOf(stamp);
  const strand = Object.keys(seen)
    .filter((name) => deviceOf(name) === device)
    .reduce((first, name) => (name < first ? name : first), stamp);
  return { heads: [{ stamp, strand, text }], seen: { ...seen, [strand]: stamp } };
}

/** What two histories of a note make together: commutative, associative, idempotent. */
export function mergeNotes(a: NoteRecord, b: NoteRecord): NoteRecord {
  const isNews = (head: NoteHead, other: NoteRecord): boolean =>
    head.stamp > (other.seen[head.strand] ?? '') ||
    other.heads.some(({ stamp, strand }) => stamp === head.stamp && strand === head.strand);
  const heads = new Map<string, NoteHead>();
  for (const head of [
    ...a.heads.filter((one) => isNews(one, b)),
    ...b.heads.filter((one) => isNews(one, a)),
  ]) {
    const name = `${head.stamp} ${head.strand}`;
    // One stamp has one text; a file that was changed by hand must not make the order count.
    if (head.text >= (heads.get(name)?.text ?? '')) heads.set(name, head);
  }
  return { heads: [...heads.values()].toSorted(byStamp), seen: laterOf(a.seen, b.seen) };
}

const byStamp = (x: NoteHead, y: NoteHead): number => {
  const [a, b] = [`${x.stamp} ${x.strand}`, `${y.stamp} ${y.strand}`];
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

/** Words, spaces and line ends, so that edits of different words don't meet. */
const pieces = (text: string): string[] => text.match(/\s+|[^\s]+/g) ?? [];

/**
 * Two texts that both come from `base`, as one. Where both changed the same words, both whole texts are
 * kept, one under the other.
 */
export function mergeTexts(base: string, ours: string, theirs: string): string {
  if (ours === theirs || theirs === base) return ours;
  if (ours === base) return theirs;
  const merged = merge(pieces(ours), pieces(base), pieces(theirs), { excludeFalseConflicts: true });
  return merged.conflict ? keepBoth(ours, theirs) : merged.result.join('');
}

/** Both texts; one of them where it holds the other. */
export function keepBoth(a: string, b: string): string {
  if (a.includes(b)) return a;
  if (b.includes(a)) return b;
  return a + BETWEEN + b;
}
