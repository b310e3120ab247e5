/**
 * `npm run label -- FILE [--url URL] [--blank] [--into FOLDER]`: shows a saved page beside the papers that Gloss reads on it, for a
 * person to correct, and writes what the page really lists: `NAME.expected.json`, and a line in `cases.tsv`, beside
 * the file. `npm run bench -- detection -- FOLDER` scores such a folder. `--blank` begins with no paper, so that
 * nobody's reading is led by ours. `--into` copies the page into a folder of such pages first, and writes there.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import {
  parsedPage,
  expectationOf as expectationFile,
  readPage,
} from '@/bench/detection/saved-pages';
import { localPage } from './browser/pages';
import { expectationOf, rowOf, tableWith } from './label/expectation';
import { serveLabelling } from './label/server';
import { findBrowser } from './setup/browser.mjs';
import { say } from './setup/process.mjs';

const USAGE = 'usage: npm run label -- FILE [--url URL] [--blank] [--into FOLDER]';

interface Asked {
  file: string;
  url: string;
  isBlank: boolean;
}

/** The address under which the folder's table has a file. */
function knownAddress(file: string): string | undefined {
  const table = path.join(path.dirname(file), 'cases.tsv');
  if (!existsSync(table)) return undefined;
  const lines = readFileSync(table, 'utf8').split(/\r?\n/);
  return lines.map((line) => line.split('\t')).find(([name]) => name === path.basename(file))?.[1];
}

/** A page's place in a folder of labelled pages, copied there; where it is, without one. */
function gathered(file: string, folder: string | undefined): string {
  if (folder === undefined) return file;
  mkdirSync(folder, { recursive: true });
  const copy = path.join(folder, path.basename(file));
  if (path.resolve(copy) !== path.resolve(file)) copyFileSync(file, copy);
  return copy;
}

/** What the arguments ask for. Throws a sentence for a person when they are no good. */
function askedFor(args: string[]): Asked {
  const { values, positionals } = parseArgs({
    args,
    options: {
      url: { type: 'string' },
      blank: { type: 'boolean', default: false },
      into: { type: 'string' },
    },
    allowPositionals: true,
  });
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new Error(USAGE);
  const { url } = localPage(file, values.url ?? knownAddress(file));
  return { file: gathered(file, values.into), url, isBlank: values.blank };
}

/** Writes the expectation and the table's line; says so in a sentence. */
function write({ file, url }: Asked, rows: Parameters<typeof expectationOf>[1]): string {
  const expectation = expectationOf(url, rows);
  const told = expectationFile(file);
  const table = path.join(path.dirname(file), 'cases.tsv');
  writeFileSync(told, `${JSON.stringify(expectation, null, 1)}\n`);
  const before = existsSync(table) ? readFileSync(table, 'utf8') : '';
  writeFileSync(table, tableWith(before, path.basename(file), url));
  return `${expectation.papers.length} papers written to ${told}.`;
}

async function label(asked: Asked): Promise<void> {
  const { file, url, isBlank } = asked;
  const page = parsedPage({ path: file, url });
  const server = await serveLabelling({
    file: path.basename(file),
    url,
    html: page.documentElement.outerHTML,
    rows: isBlank ? [] : readPage(page, url, false).entries.map(rowOf),
    save: (rows) => {
      const said = write(asked, rows);
      console.log(said);
      return said;
    },
  });
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  console.log(`Correct the papers of ${path.basename(file)} at ${address}; Ctrl+C ends.`);
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return;
  const executablePath = await findBrowser();
  const browser = await chromium.launch({ executablePath, headless: false });
  await (await browser.newPage({ viewport: null })).goto(address);
  browser.on('disconnected', () => server.close());
}

try {
  await label(askedFor(process.argv.slice(2)));
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
