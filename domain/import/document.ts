import { pathError } from './unreadable';
import { fail, ok, type Result } from '@/domain/result';
import { FORMAT, SCHEMA_VERSION } from '@/domain/export/format';
import { documentSchema, type GlossDocument, type PaperDocument } from '@/domain/export/schema';

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

/**
 * Reads a file's text. Fails with `invalid`: the first place that is not as the format says, or what else
 * is wrong with it.
 */
export function parseDocument(text: string): Result<GlossDocument> {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return fail('invalid', `This is not a JSON file: ${(error as Error).message}`);
  }
  if (typeof json !== 'object' || json === null || !('format' in json) || json.format !== FORMAT)
    return fail('invalid', 'This is not an export of Gloss: format: expected "gloss"');
  if ('minReader' in json && Number(json.minReader) > SCHEMA_VERSION)
    return fail('invalid', tooNew(json.minReader));
  const parsed = documentSchema.safeParse(json);
  if (parsed.success) {
    const found = firstEmptyPassage(parsed.data);
    return found ? fail('invalid', found) : ok(parsed.data);
  }
  const issue = parsed.error.issues[0];
  return fail(
    'invalid',
    issue ? pathError(issue.path, expectation(issue)) : 'The file is not valid.',
  );
}

/** The sentence for a file that only a newer version can read. */
export const tooNew = (minReader: unknown): string =>
  `This file needs a newer Gloss: it has version ${String(minReader)}, this one reads ${SCHEMA_VERSION}. Update Gloss, then import it again.`;

/** Only a highlight that was removed may lack its passage. */
function firstEmptyPassage({ papers }: GlossDocument): string | null {
  for (const [index, paper] of papers.entries()) {
    const at = emptyPassage(paper);
    if (at >= 0) return pathError(['papers', index, 'highlights', at, 'exact'], 'expected text');
  }
  return null;
}

/** Which highlight of a paper has no passage though it was not removed, or -1. */
export const emptyPassage = ({ highlights }: PaperDocument): number =>
  highlights.findIndex(({ exact, removed }) => exact === '' && !removed);
