import { merge } from 'node-diff3';
import { deviceOf, type Stamp } from './clock';

/**
 * A note as it is stored: its newest texts, and what each device's edits are known up to. One head mostly;
 * two where two machines edited without knowing of each other: both are kept until a person edits them.
 * A dotted version vector (Preguiça et al., "Dotted Version Vectors", 2010).
 */
export interface NoteRecord {
  heads: NoteHead[];
  /** The newest stamp known of each device. */
  seen: Record<string, Stamp>;
}

/** A type, not an interface: it goes into documents that may hold more. */
export type NoteHead = {
  stamp: Stamp;
  text: string;
};

export const noNote = (): NoteRecord => ({ heads: [], seen: {} });

/** Stands between two texts that could not be merged. */
const BETWEEN = '\n\n---\n\n';

/** The text to show and edit. */
export const noteText = ({ heads }: NoteRecord): string =>
  [...new Set(heads.map(({ text }) => text))].filter((text) => text !== '').join(BETWEEN);

/** Names the state of a note; changes with every edit. */
export const noteRevision = ({ heads }: NoteRecord): string =>
  heads.map(({ stamp }) => stamp).join(',');

/** A note after an edit that knew all of it. */
export const editNote = ({ heads, seen }: NoteRecord, text: string, stamp: Stamp): NoteRecord => ({
  heads: text === '' && heads.length === 0 ? [] : [{ stamp, text }],
  seen: { ...seen, [deviceOf(stamp)]: stamp },
});

/** What two histories of a note make together: commutative, associative, idempotent. */
export function mergeNotes(a: NoteRecord, b: NoteRecord): NoteRecord {
  const isNews = (head: NoteHead, other: NoteRecord): boolean =>
    head.stamp > (other.seen[deviceOf(head.stamp)] ?? '') ||
    other.heads.some(({ stamp }) => stamp === head.stamp);
  const heads = new Map<Stamp, NoteHead>();
  for (const head of a.heads) if (isNews(head, b)) heads.set(head.stamp, head);
  for (const head of b.heads) if (isNews(head, a)) heads.set(head.stamp, head);
  const seen = { ...a.seen };
  for (const [device, stamp] of Object.entries(b.seen))
    if (stamp > (seen[device] ?? '')) seen[device] = stamp;
  return { heads: [...heads.values()].toSorted((x, y) => (x.stamp < y.stamp ? -1 : 1)), seen };
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
