import {
  isPreviewed,
  KNOWN_NAMES,
  type PreviewedName,
  knownOf,
  knownRow,
} from '@/domain/identity/known';
import {
  isMarkName,
  MARKED_NAMES,
  type MarkName,
  marksOf,
  STAMPED_NAMES,
  type StampedName,
  stampedRow,
} from '@/domain/paper/fields';
import { added } from '@/domain/same';
import { noteText } from '@/domain/paper/note';
import type { FutureItems } from './incoming';
import type { OtherChange } from './others';
import type { HighlightRecord, PaperRecord } from '@/domain/paper/record';

/** One thing that a merge changes in a paper, as text. */
export interface FieldChange {
  field: PreviewedName | StampedName | MarkName | 'note' | 'highlight' | 'keys';
  /** Empty where there was nothing. */
  from: string;
  to: string;
}

/** What an import does with one paper that the library has. */
export interface PaperChanges {
  id: string;
  title: string;
  changes: FieldChange[];
}

/** What importing one page of a staged file would do. */
export interface PagePreview {
  new: number;
  merged: number;
  /** What merges change; papers that stay as they are aren't there. */
  changes: PaperChanges[];
  rejected: { place: string; reason: string }[];
  /** What changes beside papers; of very many the first. */
  others: OtherChange[];
  /** How many those are. */
  otherChanges: number;
  future: FutureItems;
  /** Whether another page follows. */
  isLast: boolean;
}

/** A field as a person reads it. */
type Text = [FieldChange['field'], (paper: PaperRecord) => string];

const TEXTS: readonly Text[] = [
  ...KNOWN_NAMES.filter(isPreviewed).map(
    (name): Text => [name, (paper) => knownRow(name).text(knownOf(paper, name))],
  ),
  ...STAMPED_NAMES.map(
    (name): Text => [name, (paper) => stampedRow(name).text(stampedRow(name).read(paper))],
  ),
  ['note', ({ note }) => noteText(note)],
];

/** Marks that were put on or taken off; `nameOf` gives the name of one by its id. */
function markChanges(
  before: PaperRecord,
  after: PaperRecord,
  nameOf: (id: string) => string,
): FieldChange[] {
  return MARKED_NAMES.filter(isMarkName).flatMap((field) => {
    const [was, is] = [marksOf(before, field), marksOf(after, field)];
    return [
      ...added(was, is).map((id): FieldChange => ({ field, from: '', to: nameOf(id) })),
      ...added(is, was).map((id): FieldChange => ({ field, from: nameOf(id), to: '' })),
    ];
  });
}

/** What a person would see changed between two records of one paper; `tagName` gives a tag's name by its id. */
export function changesOf(
  before: PaperRecord,
  after: PaperRecord,
  highlights: { before: HighlightRecord | undefined; after: HighlightRecord }[],
  tagName: (id: string) => string,
): FieldChange[] {
  const texts = TEXTS.flatMap(([field, text]): FieldChange[] =>
    text(before) === text(after) ? [] : [{ field, from: text(before), to: text(after) }],
  );
  const keys = after.keys.filter((key) => !before.keys.includes(key) && !key.startsWith('title:'));
  return [
    ...texts,
    ...markChanges(before, after, tagName),
    ...highlights.flatMap(({ before: old, after: now }) => highlightChange(old, now)),
    ...keys.map((key): FieldChange => ({ field: 'keys', from: '', to: key })),
  ];
}

function highlightChange(old: HighlightRecord | undefined, now: HighlightRecord): FieldChange[] {
  const [from, to] = [old ? passage(old) : '', passage(now)];
  return from === to ? [] : [{ field: 'highlight', from, to }];
}

const passage = ({ removed, quote, comment, colour }: HighlightRecord): string =>
  removed ? '' : `${quote.exact}${comment === '' ? '' : ` — ${comment}`} (${colour})`;
