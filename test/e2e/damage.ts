import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { PaperRef } from '@/domain/paper/paper';
import type { Browser, Folders } from '@/scripts/browser/extension';

/** Bytes that are no database. */
const junk = (count: number): Buffer =>
  Buffer.from(Array.from({ length: count }, (_, at) => (at * 37 + 11) & 255));

/** The folder of the extension's databases in a profile. */
export const databasesOf = (profile: string, extensionId: string): string =>
  path.join(profile, 'Default/IndexedDB', `chrome-extension_${extensionId}_0.indexeddb.leveldb`);

const each = (folder: string, name: RegExp, work: (file: string) => void): void =>
  readdirSync(folder)
    .filter((one) => name.test(one))
    .forEach((one) => work(path.join(folder, one)));

function overwrite(file: string, at: (length: number) => number): void {
  const bytes = readFileSync(file);
  junk(200).copy(bytes, at(bytes.length));
  writeFileSync(file, bytes);
}

/** Ways in which the folder of the databases is damaged between two runs of the browser. */
export const DAMAGES: Record<string, (folder: string) => void> = {
  'MANIFEST is garbage': (folder) =>
    each(folder, /^MANIFEST/, (file) => writeFileSync(file, junk(200))),
  'CURRENT is garbage': (folder) => writeFileSync(path.join(folder, 'CURRENT'), junk(16)),
  'the middle of the log is overwritten': (folder) =>
    each(folder, /\.log$/, (file) => overwrite(file, (length) => length >> 1)),
  'the start of the log is overwritten': (folder) =>
    each(folder, /\.log$/, (file) => overwrite(file, () => 0)),
  'the log is missing': (folder) => each(folder, /\.log$/, (file) => rmSync(file)),
  'the folder is missing': (folder) => rmSync(folder, { recursive: true }),
  'the log is cut in half': (folder) =>
    each(folder, /\.log$/, (file) => truncateSync(file, readFileSync(file).length >> 1)),
  'MANIFEST is missing': (folder) => each(folder, /^MANIFEST/, (file) => rmSync(file)),
  'a file is in place of the folder': (folder) => {
    rmSync(folder, { recursive: true });
    writeFileSync(folder, 'x');
  },
};

/** A copy of a profile that is not in use; the extension keeps its id. */
export function copyOf({ extension, profile }: Folders): Folders {
  const copy = mkdtempSync(path.join(tmpdir(), 'gloss-damaged-'));
  cpSync(profile, copy, { recursive: true });
  return { extension, profile: copy };
}

/** Closes a browser whose extension others go on using. */
export async function leave(browser: Browser): Promise<void> {
  await browser.context.close();
  rmSync(browser.folders.profile, { recursive: true, force: true, maxRetries: 5 });
}

/** A paper of a listing page. */
export const paperOf = (at: number): PaperRef => ({
  keys: [`arxiv:2401.${String(10_000 + at)}`],
  title: `Slow tides on moon number ${at}`,
  authors: ['Ann Author'],
  abstract: `We watch the tides of moon ${at} for a year and find that they are slow. `.repeat(8),
  links: [`https://arxiv.org/abs/2401.${String(10_000 + at)}`],
  listing: { site: 'arxiv', url: 'https://arxiv.org/list/me.AS/new', title: 'New', at: 1 },
});
