import { STATUSES } from '@/domain/paper/paper';
import { SEARCH_FIELDS } from './parse';
import { NEWS, HAS_PARTS } from './query';

/** A way on with the word that is being typed. */
export interface Suggestion {
  /** As it is shown: `tag:` or `tag:robots`. */
  label: string;
  /** The whole text once it is taken. */
  text: string;
}

/** Names that a library has, for the fields that take names. */
export interface KnownNames {
  tags: readonly string[];
}

/** So many ways on are shown. */
const MOST_WAYS = 8;

/** The fields that people use most come first. */
const FIRST: readonly string[] = [
  'author',
  'tag',
  'status',
  'year',
  'has',
  'saved',
  'title',
  'note',
];
const IN_ORDER: readonly string[] = [
  ...FIRST,
  ...SEARCH_FIELDS.filter((field) => !FIRST.includes(field)),
];

const valuesOf = (field: string, { tags }: KnownNames): readonly string[] => {
  if (field === 'tag') return tags;
  if (field === 'status') return [...STATUSES, 'none'];
  if (field === 'has') return HAS_PARTS;
  if (field === 'new') return NEWS;
  return field === 'saved' || field === 'updated' ? ['7d', '30d'] : [];
};

const quoted = (name: string): string =>
  /[\s()"]/.test(name) ? `"${name.replaceAll('"', '')}"` : name;

/**
 * Ways on with the last word of a search: fields of the query language whose name begins so, or values of the field
 * that was named. None within a quotation, and none for a word that is none of them.
 */
export function suggest(typed: string, known: KnownNames): Suggestion[] {
  const [word = ''] = /\S*$/.exec(typed) ?? [];
  const before = typed.slice(0, typed.length - word.length);
  if ((before.match(/"/g) ?? []).length % 2 === 1) return [];
  const [, minus = '', name = '', colon = '', value = ''] =
    /^(-?)([a-z]*)(:?)(.*)$/i.exec(word) ?? [];
  const ways = colon
    ? valuesOf(name.toLowerCase(), known)
        .filter((one) => one !== value && one.toLowerCase().startsWith(value.toLowerCase()))
        .map((one) => `${name}:${quoted(one)}`)
    : value === ''
      ? IN_ORDER.filter((field) => field.startsWith(name.toLowerCase())).map((field) => `${field}:`)
      : [];
  return ways.slice(0, MOST_WAYS).map((label) => {
    const end = label.endsWith(':') ? '' : ' ';
    return { label: `${minus}${label}`, text: `${before}${minus}${label}${end}` };
  });
}
