import { browser } from '#imports';
import type { Failure } from '@/domain/result';
import type { Condition, Mark } from '@/domain/mark';
import type { Environment } from '@/storage/clock';

/** Errors that are remembered. */
const MOST_ERRORS = 20;

interface Noted {
  at: number;
  call: string;
  /** The reason, and the browser's own words where they can't hold anything that a person wrote. */
  what: string;
}

/** The last errors, for the person who mends Gloss. They hold nothing from a page or from the library. */
export interface Errors {
  failed: (call: string, failure: Failure) => void;
  threw: (error: unknown) => void;
  lines: () => string[];
}

export function createErrors({ now }: Pick<Environment, 'now'>): Errors {
  const noted: Noted[] = [];
  const add = (call: string, what: string): void => {
    noted.push({ at: now(), call, what: what.slice(0, 200) });
    if (noted.length > MOST_ERRORS) noted.shift();
  };
  return {
    // Only the database's words: those of `invalid` name what was wrong in a file.
    failed: (call, { reason, message }) =>
      add(call, reason === 'storage' || reason === 'quota' ? `${reason}: ${message}` : reason),
    threw: (error) =>
      add('opening', error instanceof Error ? `${error.name}: ${error.message}` : 'unknown'),
    lines: () => noted.map(({ at, call, what }) => `${new Date(at).toISOString()} ${call} ${what}`),
  };
}

const markLine = (mark: Mark | null): string =>
  mark
    ? `${mark.papers} papers at write ${mark.countedRev}, write ${mark.rev} noted ${new Date(mark.at).toISOString()}, schema ${mark.schema}`
    : 'none';

/** The diagnostics that a person can copy beside an error: versions, counts and the last errors; no text of theirs. */
export async function diagnosticsOf(condition: Condition, errors: Errors): Promise<string> {
  const { quota, usage } = await navigator.storage.estimate().catch(() => ({ quota: 0, usage: 0 }));
  return [
    `Gloss ${browser.runtime.getManifest().version}`,
    `Browser: ${navigator.userAgent}`,
    `Library: ${condition.trouble ?? 'well'}, papers ${condition.papers ?? 'unknown'}`,
    `Mark: ${markLine(condition.mark)}`,
    `Backups: ${condition.offers.map(({ from, at, papers }) => `${from.kind} ${new Date(at).toISOString()} ${papers}`).join('; ') || 'none'}`,
    `Storage: ${usage} of ${quota} bytes`,
    'Last errors:',
    ...errors.lines(),
  ].join('\n');
}
