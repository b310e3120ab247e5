import type { ImportFormatId } from '@/domain/import/formats';

/** A file that must be refused: by one sentence, which says what `says`. */
export interface Hostile {
  name: string;
  format: ImportFormatId;
  bytes: Uint8Array | (() => Iterable<Uint8Array>);
  says: string;
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
export const hostile = (
  name: string,
  format: ImportFormatId,
  file: string | Uint8Array | Hostile['bytes'],
  says: string,
): Hostile => ({ name, format, bytes: typeof file === 'string' ? bytesOf(file) : file, says });

export const STAMP = '0lqzzzzzz-0000-device';
/** A stamp of a far year. */
export const FAR = `${Date.UTC(2250, 0, 1).toString(36).padStart(9, '0')}-0000-device`;

export type Bag = Record<string, unknown>;

export const highlight = (more: Bag = {}): Bag => ({
  id: 'h1',
  field: 'abstract',
  exact: 'x',
  prefix: '',
  suffix: '',
  start: 0,
  end: 1,
  colour: 'amber',
  comment: '',
  source: '',
  createdAt: 1,
  stamps: {},
  ...more,
});

export const paper = (more: Bag = {}): Bag => ({
  id: 'arxiv:2401.00001',
  aliases: [],
  keys: ['arxiv:2401.00001'],
  title: 'Tides',
  authors: [],
  abstract: '',
  links: [],
  listings: [],
  status: 'saved',
  tags: [],
  note: { text: '', heads: [], seen: {} },
  highlights: [],
  savedAt: 1,
  createdAt: 1,
  updatedAt: 1,
  stamps: { status: STAMP },
  ...more,
});

export const other = (more: Bag = {}): Bag =>
  paper({ id: 'arxiv:2401.00002', keys: ['arxiv:2401.00002'], ...more });

export const file = (papers: unknown[], more: Bag = {}): string =>
  JSON.stringify({ format: 'gloss', version: 1, minReader: 1, ...more, papers });

/** One field of the second paper that is wrong. */
export const wrong = (field: string, value: unknown, place = field): Hostile =>
  hostile(
    `papers[1].${place} = ${(JSON.stringify(value) ?? 'nothing').slice(0, 40)}`,
    'gloss',
    file([paper(), other({ [field]: value })]),
    `papers[1].${place}: `,
  );

export const wrongHighlight = (field: string, value: unknown): Hostile =>
  hostile(
    `a highlight's ${field} = ${(JSON.stringify(value) ?? 'nothing').slice(0, 40)}`,
    'gloss',
    file([paper(), other({ highlights: [highlight(), highlight({ id: 'h2', [field]: value })] })]),
    `papers[1].highlights[1].${field}: `,
  );

/** Brackets, a megabyte at a time, as many as there are asked for. */
export function* nesting(megabytes: number, start: string): Generator<Uint8Array> {
  yield bytesOf(start);
  const piece = bytesOf('['.repeat(1024 * 1024));
  for (let index = 0; index < megabytes; index++) yield piece;
}
