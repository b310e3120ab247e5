import { UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import { labelsOf } from './labels';
import { readCorpus } from './tokens';
import type { Topic, TopicInput, TopicSet } from './types';
import { neighboursOf, vectorsOf } from './vectors';

/** Neighbours of a paper in the graph, at most. */
const NEIGHBOURS = 20;
/** Papers that have less in common are no neighbours (cosine). */
const LEAST = 0.03;
const RESOLUTION = 1.2;

/** A generator of numbers in [0, 1) that always begins alike (Mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Groups papers by what they are about. TF-IDF of title and abstract, a graph of nearest neighbours, its
 * communities by Louvain's method (Blondel et al., 2008); the same papers give the same topics. Papers
 * without a neighbour stay unclustered. Topics are sorted by size, members by how central they are.
 */
export function clusterPapers(papers: readonly TopicInput[]): TopicSet {
  const corpus = readCorpus(papers);
  const count = Math.max(2, Math.min(NEIGHBOURS, Math.ceil(papers.length / 8)));
  const neighbours = neighboursOf(vectorsOf(corpus), count);
  const graph = new UndirectedGraph();
  for (const index of papers.keys()) graph.addNode(index);
  for (const [paper, others] of neighbours.entries())
    for (const { paper: other, cosine } of others)
      if (cosine >= LEAST) graph.mergeEdge(paper, other, { weight: cosine });
  if (graph.size === 0) return { topics: [], unclustered: papers.map(({ id }) => id) };

  const communities = louvain(graph, { resolution: RESOLUTION, rng: seeded(1) });
  const groups = Object.entries(
    Object.groupBy(papers.keys(), (paper) => String(communities[String(paper)] ?? -1)),
  )
    .map(([, members = []]) => members)
    .filter((members) => members.length > 1)
    .toSorted((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0));
  const strength = (paper: number, group: Set<number>): number =>
    (neighbours[paper] ?? []).reduce(
      (sum, { paper: other, cosine }) => sum + (group.has(other) ? cosine : 0),
      0,
    );
  const ranked = groups.map((members) => {
    const group = new Set(members);
    return members.toSorted((a, b) => strength(b, group) - strength(a, group) || a - b);
  });
  const idOf = (paper: number): string => papers[paper]?.id ?? '';
  const topics = labelsOf(corpus, ranked).map(({ label, keywords }, index): Topic => {
    const members = (ranked[index] ?? []).map(idOf);
    return { id: members.toSorted()[0] ?? label, label, keywords, members };
  });
  const clustered = new Set(ranked.flat());
  return {
    topics,
    unclustered: papers.flatMap(({ id }, index) => (clustered.has(index) ? [] : id)),
  };
}
