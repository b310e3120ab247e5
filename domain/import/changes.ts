import { noteText } from '@/domain/paper/note';
import type { FutureItems } from './incoming';
import type { HighlightRecord, PaperRecord } from '@/domain/paper/record';

/** One thing that a merge changes in a paper, as text. */
export interface FieldChange {
  field:
    | 'title'
    | 'authors'
    | 'abstract'
    | 'status'
    | 'tag'
    | 'note'
    | 'highlight'
    | 'removed'
    | 'keys';
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
  future: FutureItems;
  /** Whether another page follows. */
  isLast: boolean;
}

const TEXTS: [FieldChange['field'], (paper: PaperRecord) => string][] = [
  ['title', ({ title }) => title],
  ['authors', ({ authors }) => authors.join(', ')],
  ['abstract', ({ abstract }) => abstract],
  ['status', ({ status }) => status ?? ''],
  ['note', ({ note }) => noteText(note)],
  ['removed', ({ removed }) => (removed ? 'removed' : '')],
];

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
  const tags = [...new Set([...before.tags, ...after.tags])].flatMap((id): FieldChange[] => {
    const [was, is] = [before.tags.includes(id), after.tags.includes(id)];
    const name = tagName(id);
    return was === is ? [] : [{ field: 'tag', from: was ? name : '', to: is ? name : '' }];
  });
  const keys = after.keys.filter((key) => !before.keys.includes(key) && !key.startsWith('title:'));
  return [
    ...texts,
    ...tags,
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
