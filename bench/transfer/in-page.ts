import { makePaper } from '@/bench/library/generate';
import { exportFile } from '@/components/app/transfer/export';
import { applyStaged, stageFiles } from '@/components/app/transfer/import';
import { readHere } from '@/components/app/transfer/pages';
import type { Call } from '@/rpc/client';
import type { AppProtocol } from '@/rpc/protocol';
import { GlossDatabase } from '@/storage/db';

/** What the bundle leaves in a page of the extension. Times are milliseconds. */
declare global {
  var transferBench: {
    stringify: () => Promise<number>;
    exported: () => Promise<number>;
    bulkAdd: (count: number) => Promise<number>;
    clear: () => Promise<void>;
    imported: () => Promise<number>;
    size: () => number;
  };
}

const PAGE = 500;
const SLICE = 2_000;

const call = ((gloss: string, ask: unknown) =>
  chrome.runtime.sendMessage({ gloss, ask })) as unknown as Call<AppProtocol>;
const { signal } = new AbortController();
const progress = () => undefined;
let file = new Blob();

/** Reads the rows bare, in pages, and makes JSON of them. */
async function stringify(): Promise<number> {
  const db = new GlossDatabase();
  const begun = performance.now();
  let length = 0;
  for (let after = ''; ; ) {
    const papers = await db.papers.where('id').above(after).limit(PAGE).toArray();
    const [first, last] = [papers[0]?.id, papers.at(-1)?.id];
    if (first === undefined || last === undefined) break;
    const highlights = await db.highlights
      .where('paperId')
      .between(first, last, true, true)
      .toArray();
    for (const row of [...papers, ...highlights]) length += JSON.stringify(row).length;
    after = last;
  }
  const time = performance.now() - begun;
  db.close();
  if (length === 0) throw new Error('The library is empty.');
  return time;
}

async function exported(): Promise<number> {
  const begun = performance.now();
  const done = await exportFile({
    call,
    target: 'gloss',
    scope: { kind: 'all' },
    now: new Date(),
    progress,
    signal,
  });
  if (!done.ok) throw new Error(done.error.message);
  file = done.value.blob;
  return performance.now() - begun;
}

/** Adds the same rows to a database of its own, nothing else. */
async function bulkAdd(count: number): Promise<number> {
  const db = new GlossDatabase('bench-reference');
  await db.open();
  let time = 0;
  for (let start = 0; start < count; start += SLICE) {
    const made = Array.from({ length: Math.min(SLICE, count - start) }, (_, index) =>
      makePaper(start + index),
    );
    const [papers, highlights, sightings] = [
      made.map(({ paper }) => paper),
      made.flatMap((one) => one.highlights),
      made.flatMap((one) => one.sightings),
    ];
    const begun = performance.now();
    await db.papers.bulkAdd(papers);
    await db.highlights.bulkAdd(highlights);
    await db.sightings.bulkAdd(sightings);
    time += performance.now() - begun;
  }
  await db.delete();
  return time;
}

async function clear(): Promise<void> {
  const db = new GlossDatabase();
  for (const table of [db.papers, db.highlights, db.sightings, db.journal, db.tags])
    await table.clear();
  db.close();
}

async function imported(): Promise<number> {
  const begun = performance.now();
  const id = crypto.randomUUID();
  const source = {
    name: 'bench.json',
    file,
    format: 'gloss' as const,
    options: { now: Date.now() },
  };
  const staged = await stageFiles({ call, id, signal, progress, read: readHere }, [source]);
  if (!staged.ok) throw new Error(staged.error.message);
  const done = await applyStaged(call, { id, opId: id });
  if (!done.ok) throw new Error(done.error.message);
  return performance.now() - begun;
}

globalThis.transferBench = { stringify, exported, bulkAdd, clear, imported, size: () => file.size };
