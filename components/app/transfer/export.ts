import { EXPORT_FORMATS, type ExportFormat, type ExportFormatId } from '@/domain/export/formats';
import {
  AFTER_PAPERS,
  DOCUMENT_END,
  documentStart,
  type ExportHead,
  exportFileName,
} from '@/domain/export/document';
import { exportPaper } from '@/domain/export/paper';
import type { PaperDocument } from '@/domain/export/schema';
import type { FilePiece } from '@/domain/export/writer';
import { fail, ok, type Result } from '@/domain/result';
import { levelsOf } from '@/domain/topics/levels';
import { topicName } from '@/domain/topics/types';
import type { Call } from '@/rpc/client';
import type { AppProtocol } from '@/rpc/protocol';

/** Which papers go into a file. `ids` are in the order of their ids there, whatever order they have here. */
export type ExportScope = { kind: 'all' } | { kind: 'ids'; ids: readonly string[] };
export type ExportTarget = ExportFormatId | 'gloss';

export interface ExportJob {
  call: Call<AppProtocol>;
  target: ExportTarget;
  scope: ExportScope;
  now: Date;
  /** Told after each page how many papers were read. */
  progress: (papers: number) => void;
  signal: AbortSignal;
}

/** A file that is ready. */
export interface ExportFile {
  name: string;
  blob: Blob;
  papers: number;
}

const PAGE = 500;

/** The pages of papers of a scope, as lines of JSON. Ends early with the first failure. */
async function* pages(job: ExportJob): AsyncGenerator<Result<{ lines: string; count: number }>> {
  const { call, scope } = job;
  const ids = scope.kind === 'ids' ? scope.ids.toSorted() : null;
  let after: string | null = null;
  for (let at = 0; ; ) {
    const slice: readonly string[] | undefined = ids?.slice(at, at + PAGE);
    if (slice?.length === 0) return;
    const page: Awaited<ReturnType<AppProtocol['export.papers']>> = await call(
      'export.papers',
      slice ? { after: null, ids: [...slice] } : { after },
    );
    yield page;
    if (!page.ok) return;
    after = page.value.next;
    if (!ids && after === null) return;
    at = ids && after !== null ? ids.indexOf(after, at) + 1 : at + PAGE;
  }
}

/**
 * Gathers a file from pieces. A Blob holds them outside of the script's memory, so that a large library
 * takes no more of it than a small one.
 */
class Sink {
  private readonly blobs: Blob[] = [];
  private pieces: FilePiece[] = [];
  private size = 0;

  add(piece: FilePiece): void {
    if (piece.length === 0) return;
    this.pieces.push(piece);
    this.size += piece.length;
    if (this.size > 1024 * 1024) this.flush();
  }

  private flush(): void {
    this.blobs.push(new Blob(this.pieces));
    [this.pieces, this.size] = [[], 0];
  }

  blob(type: string): Blob {
    this.flush();
    return new Blob(this.blobs, { type });
  }
}

/** What the library says before its papers, page by page. */
async function headOf({ call }: ExportJob): Promise<Result<ExportHead>> {
  const head: ExportHead = { tags: [], shared: [] };
  for (let after: string | null = ''; after !== null; ) {
    const page: Awaited<ReturnType<AppProtocol['export.head']>> = await call('export.head', {
      after,
    });
    if (!page.ok) return page;
    head.tags.push(...page.value.tags);
    head.shared.push(...page.value.shared);
    head.extra = { ...head.extra, ...page.value.extra };
    after = page.value.next;
  }
  return ok(head);
}

const cancelled = () => fail('cancelled', 'The export was cancelled.');

/** The library, or a part of it, as Gloss JSON: lines as they come, never all of them at once. */
async function glossFile(job: ExportJob): Promise<Result<ExportFile>> {
  const head = await headOf(job);
  if (!head.ok) return head;
  const sink = new Sink();
  const isWhole = job.scope.kind === 'all';
  const used = new Set<string>();
  const papers = await addLines(job, sink, pages(job), (lines, count) => {
    if (!isWhole) for (const id of tagsIn(lines)) used.add(id);
    job.progress(count);
  });
  if (!papers.ok) return papers;
  sink.add(`${papers.value > 0 ? '\n' : ''}${AFTER_PAPERS}`);
  const seen = isWhole ? await addLines(job, sink, sightingPages(job)) : ok(0);
  if (!seen.ok) return seen;
  sink.add(`${seen.value > 0 ? '\n' : ''}${DOCUMENT_END}`);
  // A part of the library tells nothing of the rest.
  const part = { tags: head.value.tags.filter(({ id }) => used.has(id)), shared: [] };
  const start = documentStart(isWhole ? head.value : part);
  const type = 'application/json';
  const blob = new Blob([start, sink.blob(type)], { type });
  return ok({ name: exportFileName(job.now), blob, papers: papers.value });
}

/** The tags of papers, by their ids. */
const tagsIn = (lines: string): string[] =>
  lines.split('\n').flatMap((line) => (JSON.parse(line) as PaperDocument).tags);

async function* sightingPages({
  call,
}: ExportJob): AsyncGenerator<Result<{ lines: string; count: number }>> {
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<AppProtocol['export.sightings']>> = await call(
      'export.sightings',
      { after },
    );
    yield page;
    if (!page.ok) return;
    after = page.value.next;
  } while (after !== null);
}

/** Adds lines with commas between them; says how many. `added` is told each page, and how many there are so far. */
async function addLines(
  job: ExportJob,
  sink: Sink,
  from: AsyncIterable<Result<{ lines: string; count: number }>>,
  added?: (lines: string, count: number) => void,
): Promise<Result<number>> {
  let count = 0;
  for await (const page of from) {
    if (!page.ok) return page;
    if (job.signal.aborted) return cancelled();
    if (page.value.count === 0) continue;
    sink.add(`${count > 0 ? ',' : ''}\n${page.value.lines.replaceAll('\n', ',\n')}`);
    count += page.value.count;
    added?.(page.value.lines, count);
  }
  return ok(count);
}

/** The names of each paper's topic and theme; none where the library was never grouped, or they can't be read. */
async function topicNames(call: ExportJob['call']) {
  const answer = await call('topics.load', null);
  const levels = answer.ok && answer.value ? levelsOf(answer.value) : [];
  return new Map(
    levels.flatMap(({ theme, topics }) =>
      topics.flatMap((topic) => {
        const filed = { topic: topicName(topic), theme: topicName(theme) };
        return topic.members.map((id) => [id, filed] as const);
      }),
    ),
  );
}

async function otherFile(job: ExportJob, id: ExportFormatId): Promise<Result<ExportFile>> {
  const head = await headOf(job);
  if (!head.ok) return head;
  const names = new Map(head.value.tags.map((tag) => [tag.id, tag.name]));
  const topicOf = await topicNames(job.call);
  const format: ExportFormat = EXPORT_FORMATS[id];
  const writer = format.writer(job.now.getTime());
  const sink = new Sink();
  sink.add(writer.start());
  let [count, read] = [0, 0];
  for await (const page of pages(job)) {
    if (!page.ok) return page;
    if (job.signal.aborted) return cancelled();
    for (const line of page.value.lines.split('\n')) {
      if (line === '') continue;
      const paper = exportPaper(JSON.parse(line) as PaperDocument, (tag) => names.get(tag) ?? tag);
      if (!paper) continue;
      sink.add(writer.paper({ ...paper, ...topicOf.get(paper.id) }));
      count += 1;
    }
    job.progress((read += page.value.count));
  }
  sink.add(writer.end());
  const name = exportFileName(job.now, format.ending);
  return ok({ name, blob: sink.blob(format.type), papers: count });
}

/** Writes a file of chosen papers in a format. Fails with `cancelled` when it was, and with what a call fails with. */
export const exportFile = (job: ExportJob): Promise<Result<ExportFile>> =>
  job.target === 'gloss' ? glossFile(job) : otherFile(job, job.target);
