import { SCHEMA_VERSION } from '@/domain/export/format';
import type { PaperDocument } from '@/domain/export/schema';

const WORDS: Record<string, string> = {
  string: 'text',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
};

const UNITS: Record<string, string> = { string: ' characters', array: ' items' };

/** The parser's finding as words. */
export function expectation(issue: { code?: string; message: string } & object): string {
  const details = issue as {
    code?: string;
    expected?: string;
    values?: unknown[];
    maximum?: number;
    minimum?: number;
    origin?: string;
    pattern?: string;
  };
  switch (details.code) {
    case 'invalid_type':
      return `expected ${WORDS[details.expected ?? ''] ?? details.expected}`;
    case 'invalid_value':
      return `expected ${(details.values ?? []).map((value) => JSON.stringify(value)).join(' or ')}`;
    case 'too_big':
      return `expected at most ${details.maximum}${UNITS[details.origin ?? ''] ?? ''}`;
    case 'too_small':
      return details.origin === 'string' || details.origin === 'array'
        ? 'expected something, found nothing'
        : `expected at least ${details.minimum}`;
    default:
      return issue.message;
  }
}

/** The sentence for a file that only a newer version can read. */
export const tooNew = (minReader: unknown): string =>
  `This file needs a newer Gloss: it has version ${String(minReader)}, this one reads ${SCHEMA_VERSION}. Update Gloss, then import it again.`;

/** Which highlight of a paper has no passage though it was not removed, or -1. */
export const emptyPassage = ({ highlights }: PaperDocument): number =>
  highlights.findIndex(({ exact, removed }) => exact === '' && !removed);
