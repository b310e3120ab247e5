import { readFileSync } from 'node:fs';
import { clusterPapers } from '@/domain/topics/topics';
import { say } from './setup/process.mjs';

/** `npm run --silent topics -- PAPERS.jsonl`: lines of `{"title","abstract"}` in, one JSON document out. */
function main([file, ...others]: string[]): void {
  if (!file || others.length > 0) throw new Error('Give one file of lines {"title", "abstract"}.');
  const papers = readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [{ line, index }]))
    .map(({ line, index }, position) => ({ ...readLine(file, line, index), id: String(position) }));
  const begun = performance.now();
  const { topics, unclustered } = clusterPapers(papers);
  const ms = performance.now() - begun;
  const document = {
    topics: topics.map(({ label, keywords, members }) => ({
      label,
      keywords,
      members: members.map(Number),
    })),
    unclustered: unclustered.map(Number),
    ms,
  };
  process.stdout.write(`${JSON.stringify(document)}\n`);
}

function readLine(file: string, line: string, index: number): { title: string; abstract: string } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new Error(`${file}, line ${index + 1}: expected JSON.`);
  }
  const { title, abstract } = (value ?? {}) as { title?: unknown; abstract?: unknown };
  if (typeof title !== 'string')
    throw new Error(`${file}, line ${index + 1}: title: expected text.`);
  return { title, abstract: typeof abstract === 'string' ? abstract : '' };
}

try {
  main(process.argv.slice(2));
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
