import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { seeded } from '@/domain/topics/numbers/random';
import type { TopicInput } from '@/domain/topics/types';
import { ROOT } from '@/scripts/browser/extension';

const DATA = path.join(ROOT, '../shared/data/topics');
const PEER = path.join(ROOT, '../shared/peers/cluster_peer.py');
const PYTHON = '/usr/bin/python3';

/** A paper whose subject somebody has named. */
export interface LabelledPaper extends TopicInput {
  subject: string;
}

export const SETS = ['digest114', 'ijcai-areas', 'arxiv-cats-3k', 'arxiv-cats-10k'] as const;
export type SetName = (typeof SETS)[number];

/** Why nothing can be measured, in a word; `null` where it can. */
export function whatIsMissing(): string | null {
  if (!existsSync(DATA)) return 'the labelled papers are not there (../shared/data/topics)';
  if (!existsSync(PEER)) return 'the reference is not there (../shared/peers)';
  const found = spawnSync(PYTHON, ['-c', 'import sklearn']).status === 0;
  return found ? null : 'scikit-learn is missing (apt-get install python3-sklearn)';
}

/** Papers that were screened for reviews of medicine: narrow fields, without labels of subjects. */
export const SCREENED = [
  'adhd',
  'atypicalantipsychotics',
  'bannach-brown_2019',
  'calciumchannelblockers',
  'nagtegaal_2019',
  'nsaids',
  'oralhypoglycemics',
  'skeletalmusclerelaxants',
  'urinaryincontinence',
] as const;
const SCREENING = path.join(ROOT, '../shared/data/screening');

export const readScreened = (name: (typeof SCREENED)[number]): LabelledPaper[] =>
  readLines(path.join(SCREENING, `${name}.jsonl`));

export const readSet = (name: SetName): LabelledPaper[] =>
  readLines(path.join(DATA, `${name}.jsonl`));

function readLines(file: string): LabelledPaper[] {
  const text = existsSync(file)
    ? readFileSync(file, 'utf8')
    : gunzipSync(readFileSync(`${file}.gz`)).toString('utf8');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line, index) => {
      const { title, abstract, label } = JSON.parse(line) as Record<string, string>;
      return {
        id: String(index),
        title: title ?? '',
        abstract: abstract ?? '',
        subject: label ?? '',
      };
    });
}

/** A part of the papers, in a random order that is the same each time. */
export function sample(papers: readonly LabelledPaper[], share: number, seed: number) {
  const random = seeded(seed);
  const keyed = papers.map((paper) => ({ paper, key: random() }));
  return keyed
    .toSorted((a, b) => a.key - b.key)
    .slice(0, Math.round(papers.length * share))
    .map(({ paper }) => paper);
}

export const subjects = (papers: readonly LabelledPaper[]): number =>
  new Set(papers.map(({ subject }) => subject)).size;

/** What scikit-learn's TF-IDF, LSA(100) and KMeans(10 starts) make of papers: the group of each, and its time. */
export function askPeer(papers: readonly LabelledPaper[], groups: number) {
  const folder = mkdtempSync(path.join(tmpdir(), 'gloss-peer-'));
  try {
    const file = path.join(folder, 'papers.jsonl');
    writeFileSync(
      file,
      papers.map(({ title, abstract }) => JSON.stringify({ title, abstract })).join('\n'),
    );
    const { stdout, stderr, status } = spawnSync(PYTHON, [PEER, file, String(groups)], {
      encoding: 'utf8',
      maxBuffer: 1e8,
    });
    if (status !== 0) throw new Error(`The reference failed: ${stderr.slice(-500)}`);
    const { labels, seconds } = JSON.parse(stdout) as { labels: number[]; seconds: number };
    return { groups: labels, ms: seconds * 1000 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
