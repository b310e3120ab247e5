import { levelsOf } from '@/domain/topics/levels';
import { reasonsOf } from '@/domain/topics/manage';
import { LONE, UNITS, UNTELLING, VERBS } from '@/domain/topics/names/lexicon';
import { clusterPapers } from '@/domain/topics/topics';
import type { TopicInput, TopicSet } from '@/domain/topics/types';
import type { Line } from './bench';
import { readScreened, readSet, SCREENED, type SetName, SETS } from './labelled';

/** The least share of a topic's papers that have a phrase of its label, and of the papers that have one, those of the topic. */
const COVERAGE = 0.85;
const PRECISION = 0.8;

interface Named {
  label: string;
  members: readonly string[];
}

/**
 * How well labels fit, by a fixed rule: a paper has a label when it has one of its phrases, whatever the words'
 * endings. Means over topics, weighted by their papers.
 */
function labelFit(papers: readonly TopicInput[], groups: readonly Named[]) {
  let [covered, precise, members] = [0, 0, 0];
  for (const group of groups) {
    const phrasesIn = reasonsOf({ keywords: group.label.split(' · ') });
    const having = papers.filter((paper) => phrasesIn(paper).length > 0);
    const own = new Set(group.members);
    const inside = having.filter(({ id }) => own.has(id)).length;
    covered += inside;
    precise += (group.members.length * inside) / Math.max(1, having.length);
    members += group.members.length;
  }
  return { coverage: covered / members, precision: precise / members };
}

/** Phrases that may be in no name: empty ones, quantities, verbs, adverbs, and lone words that name no subject. */
function forbidden(phrase: string): boolean {
  const words = phrase.toLowerCase().split(/[\s-]+/);
  const last = words.at(-1) ?? '';
  const isLone = words.length === 1 && UNTELLING.has(last);
  // "Weight gain": some verbs are things in company.
  const isVerb = VERBS.has(last) && !LONE.has(last);
  return last === '' || words.some((word) => UNITS.has(word)) || isVerb || isLone;
}

/** Names that are the same, at one level, and phrases of a forbidden kind. */
function faultsOf(set: TopicSet): number {
  const levels = [set.topics, set.themes].map((list) => list.map(({ label }) => label));
  const repeated = levels.reduce((sum, list) => sum + list.length - new Set(list).size, 0);
  const phrases = levels.flat().flatMap((label) => label.split(' · '));
  return repeated + phrases.filter(forbidden).length;
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

/** What labels leave out, against what they may, on every set but the largest, which is its part. */
export function labelLines(progress: (text: string) => void): Line[] {
  const sets: [string, () => TopicInput[]][] = [
    ...SETS.filter((name: SetName) => name !== 'arxiv-cats-10k').map(
      (name): [string, () => TopicInput[]] => [name, () => readSet(name)],
    ),
    ...SCREENED.map((name): [string, () => TopicInput[]] => [name, () => readScreened(name)]),
  ];
  return sets.flatMap(([name, read]) => {
    const papers = read();
    const set = clusterPapers(papers);
    const themes = levelsOf(set).map(({ theme, members }) => ({ label: theme.label, members }));
    progress(`names of ${name}: ${set.topics.length} topics in ${themes.length} themes`);
    const line = (what: string, about: string, value: number, least: number): Line => ({
      name: `topics: ${name}, ${what}`,
      about,
      unit: '',
      ours: round(1 - value),
      reference: round(1 - least),
      ratio: round((1 - value) / (1 - least)),
      // What the names of wide groups can't reach is shown, not hidden: docs/topics.md tells why.
      limit: Infinity,
    });
    const both = (level: string, groups: readonly Named[]): Line[] => {
      const { coverage, precision } = labelFit(papers, groups);
      return [
        line(`coverage, ${level}`, '1 - papers with a phrase of their label', coverage, COVERAGE),
        line(`precision, ${level}`, '1 - papers with one that are its own', precision, PRECISION),
      ];
    };
    const faults = faultsOf(set);
    return [
      ...both('topics', set.topics),
      ...both('themes', themes),
      {
        name: `topics: ${name}, faults of names`,
        about: 'phrases of a forbidden kind, and names that are alike; none is allowed',
        unit: '',
        ours: faults,
        reference: 0,
        ratio: faults,
        limit: 0,
      },
    ];
  });
}
