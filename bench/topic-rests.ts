import { placesOf, profilesOf } from '@/domain/topics/fit/profiles';
import { clusterPapers } from '@/domain/topics/topics';
import type { TopicInput } from '@/domain/topics/types';
import { readCorpus } from '@/domain/topics/words/tokens';
import type { Line } from './bench';
import { type LabelledPaper, readScreened, readSet, sample } from './labelled';

/** The share of strangers that must be left out, and of a library's own papers that may be. */
const [STRANGERS, OWN] = [0.9, 0.05];
/** Strangers for each paper of the library, and at the most: more are a subject of their own. */
const [PLANTED, MOST] = [0.05, 40];
/** The share of the library's papers that come later, to be placed. */
const LATER = 0.1;

interface Planting {
  name: string;
  papers: TopicInput[];
  strangers: TopicInput[];
}

const plantings = (): Planting[] => {
  const planting = (
    name: string,
    library: LabelledPaper[],
    from: LabelledPaper[],
    count: number,
  ) => {
    const papers = sample(library, 1, 7).slice(0, count);
    const many = Math.min(MOST, Math.max(5, Math.round(papers.length * PLANTED)));
    const strangers = sample(from, 1, 5)
      .slice(0, many)
      .map((paper, at) => ({ ...paper, id: `stranger ${at}` }));
    return { name: `${name}, ${papers.length}`, papers, strangers };
  };
  const medicine = [...readScreened('bannach-brown_2019'), ...readScreened('nsaids')];
  const computing = readSet('arxiv-cats-3k');
  return [
    planting('digest114', readSet('digest114'), medicine, 114),
    planting('ijcai-areas', readSet('ijcai-areas'), medicine, 300),
    planting('ijcai-areas', readSet('ijcai-areas'), medicine, 800),
    planting('arxiv-cats-3k', computing, medicine, 800),
    planting('nsaids', readScreened('nsaids'), computing, 348),
    planting('adhd', readScreened('adhd'), computing, 781),
  ];
};

const share = (part: number, whole: number): number => Math.round((1000 * part) / whole) / 1000;

/** Papers of another field that are put into a library: how many are in a topic, and how many of its own are in none. */
export function restLines(progress: (text: string) => void): Line[] {
  return plantings().flatMap(({ name, papers, strangers }) => {
    const grouped = new Set(clusterPapers([...papers, ...strangers]).unclustered);
    const later = Math.floor(papers.length * LATER);
    const library = papers.slice(later);
    const profiles = profilesOf(readCorpus(library), clusterPapers(library).topics);
    const out = (list: readonly TopicInput[]): number =>
      placesOf(profiles, list).filter((place) => place === null).length;
    progress(`strangers in ${name}: done`);
    const line = (what: string, ours: number, reference: number): Line => ({
      name: `topics: ${name}, ${what}`,
      about: `${strangers.length} planted papers of another field, against what is allowed`,
      unit: '',
      ours,
      reference,
      ratio: Math.round((100 * ours) / reference) / 100,
      limit: 1,
    });
    const isIn = ({ id }: TopicInput): boolean => !grouped.has(id);
    return [
      line(
        'strangers grouped',
        share(strangers.filter(isIn).length, strangers.length),
        1 - STRANGERS,
      ),
      line('own left out', share(papers.filter((one) => !isIn(one)).length, papers.length), OWN),
      line(
        'strangers placed',
        share(strangers.length - out(strangers), strangers.length),
        1 - STRANGERS,
      ),
      line('later own not placed', share(out(papers.slice(0, later)), later), OWN),
    ];
  });
}
