import { NOTICE_KINDS } from '@/domain/paper/notices';
import type { Status } from '@/domain/paper/paper';

/** Fields whose words can be searched; a paper has each as one or several texts. */
export const TEXT_FIELDS = [
  'title',
  'author',
  'abstract',
  'note',
  'highlight',
  'venue',
  'id',
] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

/** Fields whose values are names: one name, or the beginning of one. */
export const NAME_FIELDS = ['tag', 'site', 'topic'] as const;
export type NameField = (typeof NAME_FIELDS)[number];

export const DATE_FIELDS = ['saved', 'updated'] as const;
export type DateField = (typeof DATE_FIELDS)[number];

export const HAS_PARTS = ['note', 'highlight', 'tag', 'abstract', 'link'] as const;
/** What a paper may have. */
export type HasPart = (typeof HAS_PARTS)[number];

/** What lists may tell of a paper that its reader has not seen. */
export const NEWS = NOTICE_KINDS;
export type NewsKind = (typeof NEWS)[number];

/** Words of a text. In quotes they are whole words that follow each other; else the last may be a beginning. */
export interface Words {
  is: 'words';
  /** `null` is any text field, and the names of tags. */
  field: TextField | null;
  text: string;
  isQuoted: boolean;
}

export interface Named {
  is: 'named';
  field: NameField;
  text: string;
  isQuoted: boolean;
}

/** One condition. */
export type Leaf =
  | Words
  | Named
  | { is: 'status'; status: Status | null }
  | { is: 'has'; part: HasPart }
  | { is: 'new'; news: NewsKind }
  /** `range` in the language's own words: `2026-10`, `>today`, `2026-09..2026-10` (see `dates.ts`). */
  | { is: 'date'; field: DateField; range: string }
  /** When it appeared: `2024`, `>2020`, `2020..2024`. */
  | { is: 'year'; range: string };

/** The condition for papers that a search finds. `and` of nothing is every paper. */
export type Query =
  | Leaf
  | { is: 'and'; parts: Query[] }
  | { is: 'or'; parts: Query[] }
  | { is: 'not'; part: Query };

/** Every paper of the library. */
export const EVERYTHING: Query = { is: 'and', parts: [] };

/** All conditions of a query, from left to right. */
export function leavesOf(query: Query): Leaf[] {
  if (query.is === 'and' || query.is === 'or') return query.parts.flatMap(leavesOf);
  return query.is === 'not' ? leavesOf(query.part) : [query];
}

/** Whether it asks for words: only then is one paper a better match than another. */
export const hasWords = (query: Query): boolean => leavesOf(query).some(({ is }) => is === 'words');

/** Whether it names dismissed papers: only then does it find all of them, and else those with a note, tag or highlight. */
export const asksForDismissed = (query: Query): boolean =>
  leavesOf(query).some((leaf) => leaf.is === 'status' && leaf.status === 'dismissed');

/** Words and whether they are sought for: those under a `not` are not. */
export function soughtWords(query: Query): Words[] {
  if (query.is === 'and' || query.is === 'or') return query.parts.flatMap(soughtWords);
  return query.is === 'words' ? [query] : [];
}
