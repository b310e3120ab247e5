import { regroup } from '@/domain/topics/carry-over';
import { profilesOf } from '@/domain/topics/fit/profiles';
import { placePapers } from '@/domain/topics/place';
import { readCorpus } from '@/domain/topics/words/tokens';
import { clusterPapers } from '@/domain/topics/topics';
import type { TopicInput, TopicSet } from '@/domain/topics/types';
import type { Line } from './bench';
import { readSet } from './labelled';

const ADDITIONS = 40;
/** Shares of the papers that may move: on average, and ever; of labels that may change their first phrase. */
const [MEAN_MOVE, MOST_MOVE, LABELS] = [0.005, 0.02, 0.05];

interface Change {
  moved: number;
  labels: number;
}

/** What changed for the papers of before. */
function changeOf(before: TopicSet, after: TopicSet): Change {
  const topicOf = new Map(after.topics.flatMap(({ id, members }) => members.map((m) => [m, id])));
  const labels = new Map(after.topics.map(({ id, label }) => [id, label.split(' · ')[0]]));
  const papers = before.topics.flatMap(({ id, members }) => members.map((m) => ({ id, m })));
  const moved = papers.filter(({ id, m }) => topicOf.get(m) !== id).length;
  const renamed = before.topics.filter(({ id, label }) => labels.get(id) !== label.split(' · ')[0]);
  return { moved: moved / papers.length, labels: renamed.length / before.topics.length };
}

/** The papers by which a library grows before it is grouped anew, and the share of papers that a topic must keep to count. */
const [GROWTH, ALIKE] = [0.1, 0.6];

/** The share of topics that are called differently after a tenth more papers and a regrouping, of those that kept their papers. */
function renamedByRegrouping(papers: readonly TopicInput[]): number {
  const base = papers.slice(0, Math.round(papers.length / (1 + GROWTH)));
  const known = new Set(base.map(({ id }) => id));
  const before = clusterPapers(base);
  const after = new Map(
    regroup(readCorpus(papers), before, null).topics.map((one) => [one.id, one]),
  );
  const alike = before.topics.flatMap((was) => {
    const is = after.get(was.id);
    const members = new Set(is?.members.filter((id) => known.has(id)));
    const shared = was.members.filter((id) => members.has(id)).length;
    return is && shared >= ALIKE * (was.members.length + members.size - shared)
      ? [{ was, is }]
      : [];
  });
  const first = ({ label }: { label: string }): string | undefined => label.split(' · ')[0];
  return alike.filter(({ was, is }) => first(was) !== first(is)).length / Math.max(1, alike.length);
}

/** What adding papers to a library changes. */
function changeBy(base: readonly TopicInput[], added: readonly TopicInput[]): Change {
  const before = clusterPapers(base);
  const profiles = profilesOf(readCorpus(base), before.topics);
  const ids = [...base, ...added].map(({ id }) => id);
  return changeOf(before, placePapers(ids, added, profiles, before));
}

/** One paper after the other is added to the same library of `count`, each time to it alone. */
function additions(papers: readonly TopicInput[], count: number): Change[] {
  const isEnough = papers.length > count + ADDITIONS;
  const rounds = isEnough ? 1 : ADDITIONS;
  // Where there are no more papers, each in turn is the one that comes last.
  return Array.from({ length: rounds }, (_, at) =>
    isEnough
      ? changeBy(papers.slice(0, count), papers.slice(count, count + ADDITIONS))
      : changeBy(
          papers.filter((__, index) => index !== at * 2),
          papers.slice(at * 2, at * 2 + 1),
        ),
  );
}

const round = (value: number): number => Math.round(value * 10_000) / 100;

export function stabilityLines(progress: (text: string) => void): Line[] {
  const many = readSet('arxiv-cats-10k');
  const cases = [
    { count: 114, papers: readSet('digest114') },
    { count: 1_000, papers: many },
    { count: 3_000, papers: many },
  ];
  return cases.flatMap(({ count, papers }) => {
    const changes = additions(papers, count);
    progress(`stability at ${count} papers: done`);
    const moves = changes.map(({ moved }) => moved);
    const mean = (values: readonly number[]): number =>
      values.reduce((sum, value) => sum + value, 0) / values.length;
    const line = (name: string, ours: number, limit: number): Line => ({
      name: `topics: ${name} at ${count}`,
      about: `over ${ADDITIONS} single additions, against what is allowed`,
      unit: '%',
      ours: round(ours),
      reference: round(limit),
      ratio: Math.round((100 * ours) / limit) / 100,
      limit: 1,
    });
    return [
      line('papers moved, mean', mean(moves), MEAN_MOVE),
      line('papers moved, most', Math.max(...moves), MOST_MOVE),
      line('labels changed', mean(changes.map(({ labels }) => labels)), LABELS),
      {
        ...line(
          'labels changed by regrouping',
          renamedByRegrouping(papers.slice(0, count)),
          LABELS,
        ),
        about: 'first phrases of topics that kept their papers, a tenth more papers, grouped anew',
      },
    ];
  });
}
