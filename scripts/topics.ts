import { readFileSync } from 'node:fs';
import { clusterPapers } from '@/domain/topics/topics';
import { levelsOf } from '@/domain/topics/levels';
import type { Topic, TopicInput } from '@/domain/topics/types';
import { say } from './setup/process.mjs';

const USAGE = 'npm run --silent topics -- [--topics K] PAPERS.jsonl';

/** `npm run --silent topics -- [--topics K] PAPERS.jsonl`: lines of `{"title","abstract"}` in, one JSON document out. */
function main(args: readonly string[]): void {
  const { file, wanted } = readArguments(args);
  const papers = readPapers(file);
  const begun = performance.now();
  const set = clusterPapers(papers, { wanted });
  const { unclustered } = set;
  const ms = performance.now() - begun;
  const printed = ({ label, keywords, members }: Named) => ({
    label,
    keywords,
    members: members.map(Number),
  });
  const document = {
    topics: levelsOf(set).map(({ theme, topics, members }) => ({
      ...printed({ ...theme, members }),
      topics: topics.map(printed),
    })),
    unclustered: unclustered.map(Number),
    ms,
  };
  process.stdout.write(`${JSON.stringify(document)}\n`);
}

type Named = Pick<Topic, 'label' | 'keywords' | 'members'>;

function readArguments(args: readonly string[]): { file: string; wanted: number | null } {
  const at = args.findIndex((arg) => arg === '--topics' || arg.startsWith('--topics='));
  const isApart = args[at] === '--topics';
  const given = isApart ? args[at + 1] : args[at]?.slice('--topics='.length);
  const wanted = at < 0 ? null : Number(given);
  if (wanted !== null && !(Number.isInteger(wanted) && wanted >= 1 && given !== ''))
    throw new Error(`--topics: expected a whole number from 1 on (${USAGE}).`);
  const files = at < 0 ? args : args.toSpliced(at, isApart ? 2 : 1);
  const [file] = files;
  if (!file || files.length > 1 || file.startsWith('--'))
    throw new Error(`Give one file of lines {"title", "abstract"}: ${USAGE}.`);
  return { file, wanted };
}

/** The papers of a file; a paper's id is its line's number from 0, of the lines that aren't empty. */
function readPapers(file: string): TopicInput[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new Error(`${file}: ${reasonOf(error)}.`, { cause: error });
  }
  return text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [readLine(file, line, index)]))
    .map((paper, position) => ({ ...paper, id: String(position) }));
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ENOENT') return 'there is no such file';
  return code === 'EISDIR' ? 'this is a folder' : `it could not be read (${String(error)})`;
}

function readLine(file: string, line: string, index: number): { title: string; abstract: string } {
  const refuse = (what: string): Error => new Error(`${file}, line ${index + 1}: ${what}.`);
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw Object.assign(refuse('expected JSON'), { cause: error });
  }
  const { title, abstract } = (value ?? {}) as { title?: unknown; abstract?: unknown };
  if (typeof title !== 'string') throw refuse('title: expected text');
  if (typeof (abstract ?? '') !== 'string') throw refuse('abstract: expected text');
  return { title, abstract: typeof abstract === 'string' ? abstract : '' };
}

try {
  main(process.argv.slice(2));
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
