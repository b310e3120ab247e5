/**
 * `npm run --silent detect -- [--url URL] FILE…` or `-- --cases CASES.tsv`: what Gloss finds on saved
 * pages. One JSON line a page, in the given order, on standard output; everything else on standard error.
 */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { ListingDescription } from '@/rpc/protocol';
import { ensureBuild } from './browser/build';
import { launch, openApp } from './browser/extension';
import { annotate, openListing } from './browser/listing';
import { type LocalPage, localPage, servePages } from './browser/pages';
import { say } from './setup/process.mjs';

const USAGE = 'usage: npm run --silent detect -- [--url URL] FILE… | --cases CASES.tsv';

/** A file as it was named, and the page it becomes. */
interface Case {
  file: string;
  page: LocalPage;
}

/** Lines of FILE⇥URL, a relative FILE being relative to the table. */
function casesOf(table: string): Case[] {
  if (!statSync(table, { throwIfNoEntry: false })?.isFile())
    throw new Error(`${table}: there is no such file.`);
  const lines = readFileSync(table, 'utf8').split(/\r?\n/);
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const [file, url] = line.split('\t');
    if (!file || !url) throw new Error(`${table}:${index + 1}: expected FILE⇥URL`);
    return [{ file, page: localPage(path.resolve(path.dirname(table), file), url.trim()) }];
  });
}

function argumentsOf(args: string[]) {
  const options = { url: { type: 'string' }, cases: { type: 'string' } } as const;
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch {
    throw new Error(USAGE);
  }
}

/** The pages that the arguments name. Throws a sentence for a person when they are no good. */
function read(args: string[]): Case[] {
  const { values, positionals } = argumentsOf(args);
  if (values.cases !== undefined) {
    if (positionals.length > 0 || values.url !== undefined) throw new Error(USAGE);
    return casesOf(values.cases);
  }
  if (positionals.length === 0) throw new Error(USAGE);
  return positionals.map((file) => ({ file, page: localPage(file, values.url) }));
}

/** One line of output; nothing is cut. */
const line = (file: string, url: string, found: ListingDescription | null): string =>
  JSON.stringify({
    file,
    url,
    site: found?.site ?? 'digest',
    papers: (found?.papers ?? []).map(({ title, abstract, authors, ids, url: link }) => ({
      title,
      abstract,
      authors,
      ids,
      url: link,
    })),
    ms: found?.ms ?? 0,
  });

async function detect(cases: Case[]): Promise<void> {
  ensureBuild();
  const browser = await launch({ hosts: ['<all_urls>'] });
  try {
    const serve = await servePages(browser.context);
    const app = await openApp(browser);
    for (const [index, { file, page }] of cases.entries()) {
      serve(page);
      const listing = await openListing(browser, app, page.url);
      const answer = await annotate(app, listing);
      // On a page that is no listing, nobody answers for one.
      if (!answer.ok && answer.error.reason !== 'missing') throw new Error(answer.error.message);
      const found = answer.ok ? answer.value : null;
      console.log(line(file, page.url, found));
      say(`${index + 1}/${cases.length} ${file}: ${found?.papers.length ?? 0} papers`);
      await listing.page.close();
    }
  } finally {
    await browser.close();
  }
}

let cases: Case[] = [];
try {
  cases = read(process.argv.slice(2));
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exit(2);
}
try {
  await detect(cases);
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
