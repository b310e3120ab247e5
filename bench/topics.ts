import { type Agreement, agreement } from './agreement';
import type { Bench, Line } from './bench';
import {
  askPeer,
  type LabelledPaper,
  readSet,
  sample,
  type SetName,
  SETS,
  subjects,
  whatIsMissing,
} from './labelled';
import { labelLines } from './topic-labels';
import { restLines } from './topic-rests';
import { pageLines } from './topic-page';
import { stabilityLines } from './topic-stability';
import { timeLines } from './topic-time';
import { clusterPapers } from '@/domain/topics/topics';
import type { TopicSet } from '@/domain/topics/types';

const SAMPLES = 6;
const SHARE = 0.7;
/** How far a set may lie below the reference, and the topics' own number below that of the labels. */
const BELOW = 0.01;
const OWN_BELOW = 0.06;
const MEASURES = ['v', 'ami', 'ari'] as const;

/** The topic of each paper; those of none are each their own. */
function groupsOf(papers: readonly LabelledPaper[], { topics }: TopicSet): unknown[] {
  const topicOf = new Map(
    topics.flatMap(({ id, members }) => members.map((m) => [m, id] as const)),
  );
  return papers.map(({ id }) => topicOf.get(id) ?? `alone ${id}`);
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

interface Scores {
  equal: Agreement[];
  own: Agreement[];
  peer: Agreement[];
}

function scoresOf(name: SetName, progress: (text: string) => void): Scores {
  const all = readSet(name);
  const scores: Scores = { equal: [], own: [], peer: [] };
  for (let seed = 1; seed <= SAMPLES; seed++) {
    const papers = sample(all, SHARE, seed);
    const count = subjects(papers);
    const truth = papers.map(({ subject }) => subject);
    const of = (wanted: number | null): Agreement =>
      agreement(truth, groupsOf(papers, clusterPapers(papers, { wanted })));
    scores.equal.push(of(count));
    scores.own.push(of(null));
    scores.peer.push(agreement(truth, askPeer(papers, count).groups));
    const [ours, own, theirs] = [scores.equal, scores.own, scores.peer].map((list) =>
      round(list.at(-1)?.v ?? 0),
    );
    progress(
      `${name}, sample ${seed}/${SAMPLES}: V ${ours}, own number ${own}, reference ${theirs}`,
    );
  }
  return scores;
}

/** What is missing to agreement with the labels, so that less is better, as in every line. */
function line(name: string, about: string, ours: number, reference: number, below: number): Line {
  const [missing, theirs] = [1 - ours, 1 - reference];
  return {
    name,
    about,
    unit: '',
    ours: round(missing),
    reference: round(theirs),
    ratio: round(missing / theirs),
    limit: round((theirs + below) / theirs),
  };
}

/** V, AMI and ARI of each set, as they are. */
function tableOf(bySet: readonly { name: string; scores: Scores }[]): string {
  const cell = (list: readonly Agreement[]): string =>
    MEASURES.map((measure) => mean(list.map((one) => one[measure])).toFixed(3)).join(' / ');
  const rows = [
    ['V / AMI / ARI', 'equal number', 'own number', 'scikit-learn'],
    ...bySet.map(({ name, scores: { equal, own, peer } }) => [
      name,
      ...[equal, own, peer].map(cell),
    ]),
  ];
  return rows
    .map((row) =>
      row
        .map((text) => text.padEnd(22))
        .join('')
        .trimEnd(),
    )
    .join('\n');
}

function qualityLines(progress: (text: string) => void, print: (table: string) => void): Line[] {
  const of = (list: readonly Agreement[], measure: keyof Agreement): number =>
    mean(list.map((one) => one[measure]));
  const bySet = SETS.map((name) => ({ name, scores: scoresOf(name, progress) }));
  print(tableOf(bySet));
  const about = `1 - agreement with labels, equal number of topics, ${SAMPLES} samples of 70 %, against scikit-learn`;
  const lines = bySet.flatMap(({ name, scores: { equal, own, peer } }) => [
    ...MEASURES.map((measure) =>
      line(`topics: ${name} ${measure}`, about, of(equal, measure), of(peer, measure), BELOW),
    ),
    line(
      `topics: ${name} v, own number`,
      '1 - V with their own number of topics, against the number of the labels',
      of(own, 'v'),
      of(equal, 'v'),
      OWN_BELOW,
    ),
  ]);
  const all = MEASURES.map((measure) =>
    line(
      `topics: mean ${measure}`,
      about,
      mean(bySet.map(({ scores }) => of(scores.equal, measure))),
      mean(bySet.map(({ scores }) => of(scores.peer, measure))),
      0,
    ),
  );
  return [...lines, ...all];
}

/** Quality, time, memory and stability of topics, and their labels. */
export const topics: Bench = {
  name: 'topics',
  run: async (progress, print) => {
    const missing = whatIsMissing();
    if (missing) {
      progress(`skipped: ${missing}`);
      return [];
    }
    // Times first: what comes after heats the machine.
    return [
      ...(await timeLines(progress)),
      ...(await pageLines(progress)),
      ...labelLines(progress),
      ...restLines(progress),
      ...stabilityLines(progress),
      ...qualityLines(progress, print),
    ];
  },
};
