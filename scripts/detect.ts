/**
 * `npm run --silent detect -- [--digest-only] [--url URL] FILE…` or `-- [--digest-only] --cases CASES.tsv`:
 * what Gloss finds on saved pages. One JSON line a page, in the given order, on standard output; everything
 * else on standard error. `--digest-only` switches the adapters off: every page is read by the digest detector.
 */
import { parseArgs } from 'node:util';
import { dateOfIds, yearOf } from '@/domain/paper/facts';
import type { ListingDescription } from '@/rpc/protocol';
import { type Case, casesOf } from './browser/cases';
import { detectPages } from './browser/detection';
import { localPage } from './browser/pages';
import { say } from './setup/process.mjs';

const USAGE =
  'usage: npm run --silent detect -- [--digest-only] [--url URL] FILE… | [--digest-only] --cases CASES.tsv';

interface Work {
  cases: Case[];
  digestOnly: boolean;
}

function argumentsOf(args: string[]) {
  const options = {
    url: { type: 'string' },
    cases: { type: 'string' },
    'digest-only': { type: 'boolean', default: false },
  } as const;
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch {
    throw new Error(USAGE);
  }
}

/** The pages that the arguments name. Throws a sentence for a person when they are no good. */
function read(args: string[]): Work {
  const { values, positionals } = argumentsOf(args);
  const digestOnly = values['digest-only'];
  if (values.cases !== undefined) {
    if (positionals.length > 0 || values.url !== undefined) throw new Error(USAGE);
    return { cases: casesOf(values.cases), digestOnly };
  }
  if (positionals.length === 0) throw new Error(USAGE);
  return {
    cases: positionals.map((file) => ({ file, page: localPage(file, values.url) })),
    digestOnly,
  };
}

/** One line of output; nothing is cut. */
const line = (file: string, url: string, found: ListingDescription | null): string =>
  JSON.stringify({
    file,
    url,
    site: found?.site ?? 'digest',
    papers: (found?.papers ?? []).map(({ title, abstract, authors, facts, ids, url: link }) => ({
      title,
      abstract,
      authors,
      year: yearOf(facts.published ?? dateOfIds(ids)) ?? null,
      venue: facts.venue ?? null,
      date: facts.published ?? null,
      version: facts.version ?? null,
      ids,
      url: link,
    })),
    ms: found?.ms ?? 0,
  });

async function detect({ cases, digestOnly }: Work): Promise<void> {
  let done = 0;
  await detectPages(cases, { digestOnly }, ({ file, page }, found) => {
    done += 1;
    console.log(line(file, page.url, found));
    say(`${done}/${cases.length} ${file}: ${found?.papers.length ?? 0} papers`);
  });
}

let work: Work | undefined;
try {
  work = read(process.argv.slice(2));
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exit(2);
}
try {
  await detect(work);
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
