import { reasonsOf } from '@/domain/topics/manage';
import { clusterPapers } from '@/domain/topics/topics';
import type { Line } from './bench';
import { readSet } from './labelled';

/** The least share of a topic's papers that have a phrase of its label, and of the papers that have one, those of the topic. */
const COVERAGE = 0.75;
const PRECISION = 0.65;

/**
 * How well labels fit, by a fixed rule: a paper has a label when it has one of its phrases, whatever the words'
 * endings. Means over topics, weighted by their papers.
 */
export function labelFit(papers: Parameters<typeof clusterPapers>[0]) {
  const { topics } = clusterPapers(papers);
  let [covered, precise, members] = [0, 0, 0];
  for (const topic of topics) {
    const phrasesIn = reasonsOf({ keywords: topic.label.split(' · ') });
    const having = papers.filter((paper) => phrasesIn(paper).length > 0);
    const own = new Set(topic.members);
    const inside = having.filter(({ id }) => own.has(id)).length;
    covered += inside;
    precise += (topic.members.length * inside) / Math.max(1, having.length);
    members += topic.members.length;
  }
  return { coverage: covered / members, precision: precise / members };
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

/** What labels leave out, against what they may. */
export function labelLines(): Line[] {
  const { coverage, precision } = labelFit(readSet('digest114'));
  const line = (name: string, about: string, value: number, least: number): Line => ({
    name: `topics: labels, ${name}`,
    about,
    unit: '',
    ours: round(1 - value),
    reference: round(1 - least),
    ratio: round((1 - value) / (1 - least)),
    limit: 1,
  });
  return [
    line('coverage', '1 - share of papers that have a phrase of their label', coverage, COVERAGE),
    line(
      'precision',
      '1 - share of papers with a phrase that are in the topic',
      precision,
      PRECISION,
    ),
  ];
}
