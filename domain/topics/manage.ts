import { freeTopicColour } from './carry-over';
import { countFeatures } from '@/domain/topics/words/features';
import { groupPapers, membersOf, spaceOf, vectorsOf } from '@/domain/topics/grouping/group';
import { withoutPersons } from './persons';
import { namesOf } from './names/names';
import { readCorpus } from '@/domain/topics/words/tokens';
import type { Topic, TopicInput, TopicSet } from './types';

/** One topic of several: the first keeps id and colour; a name that a person gave to any of them stays. */
export function mergeTopics(topics: readonly Topic[]): Topic | null {
  const [first, ...rest] = topics;
  if (!first) return null;
  const name = topics.find((topic) => topic.name !== undefined)?.name;
  return {
    ...first,
    ...(name === undefined ? {} : { name }),
    label: [first, ...rest].map(({ label }) => label.split(' · ')[0] ?? label).join(' · '),
    keywords: interleaved(topics.map(({ keywords }) => keywords)).slice(0, 12),
    members: interleaved(topics.map(({ members }) => members)),
  };
}

/** One of each in turn, without repeats. */
function interleaved(lists: readonly (readonly string[])[]): string[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  const out = new Set<string>();
  for (let at = 0; at < longest; at++)
    for (const list of lists) {
      const item = list[at];
      if (item !== undefined) out.add(item);
    }
  return [...out];
}

/**
 * Two topics of one, by what its papers are about among each other. The larger part keeps id, colour and name.
 * `papers` are the topic's members; `used` the colours of all topics. `null` for fewer than two papers.
 */
export function splitTopic(
  papers: readonly TopicInput[],
  topic: Topic,
  used: ReadonlySet<number>,
): [Topic, Topic] | null {
  if (papers.length < 2) return null;
  const corpus = readCorpus(papers);
  const counts = countFeatures(corpus);
  const space = spaceOf(vectorsOf(counts));
  // A paper that has nothing in common with the others stays where it was.
  const group = groupPapers(space, 2).map((part) => Math.max(0, part));
  const second = group.reduce((sum, part) => sum + part, 0);
  if (second === 0 || second === papers.length) return null;
  if (second * 2 > papers.length) for (const [row, part] of group.entries()) group[row] = 1 - part;
  const names = namesOf(corpus, counts, group, Int32Array.of(0, 1)).topics;
  const rows = membersOf(space, group);
  const partOf = (part: number): string[] => (rows[part] ?? []).map((row) => papers[row]?.id ?? '');
  const [one, other] = [partOf(0), partOf(1)];
  return [
    { ...topic, ...names[0], members: one },
    {
      ...withoutPersons(topic),
      ...names[1],
      id: `${other.toSorted()[0] ?? ''}/${topic.id}`,
      colour: freeTopicColour(used, topic.colour),
      members: other,
    },
  ];
}

/** Phrases of a topic that a paper has too: why it is there. Strongest first; by their words, whatever their endings. */
export function reasonsOf({
  keywords,
}: Pick<Topic, 'keywords'>): (paper: Pick<TopicInput, 'title' | 'abstract'>) => string[] {
  const phrases = keywords.map((keyword) => stemsOf({ title: keyword, abstract: '' }));
  return (paper) => {
    const whole = stemsOf(paper);
    return keywords.filter((_, at) => whole.includes(phrases[at] ?? ''));
  };
}

/** The stems of a text's words, each between spaces. */
function stemsOf(text: Pick<TopicInput, 'title' | 'abstract'>): string {
  const { term, stems } = readCorpus([{ id: '', ...text }]);
  return ` ${[...term].map((one) => stems[one] ?? '').join(' ')} `;
}

/** The topic of every paper. */
export const topicsByPaper = ({ topics }: TopicSet): Map<string, Topic> =>
  new Map(topics.flatMap((topic) => topic.members.map((id) => [id, topic] as const)));
