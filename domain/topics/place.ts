import { placesOf, type Profiles } from './fit/profiles';
import type { TopicInput, TopicSet } from './types';

/**
 * The topics of a library that has changed since they were made: each new paper goes to the topic it fits best, or
 * to none, papers that are gone leave, and nothing else moves. Ids, names and colours stay. Topics that lost all
 * their papers go, unless a person named or pinned them.
 * @param ids the papers that there are now
 * @param fresh those of them that are in no topic yet and were never left out
 */
export function placePapers<T extends TopicSet>(
  ids: readonly string[],
  fresh: readonly TopicInput[],
  profiles: Profiles,
  before: T,
): T {
  const here = new Set(ids);
  const joining = new Map<string, string[]>();
  const left: string[] = [];
  for (const [at, place] of placesOf(profiles, fresh).entries()) {
    const id = fresh[at]?.id ?? '';
    if (place === null) left.push(id);
    else joining.set(place, [...(joining.get(place) ?? []), id]);
  }
  const topics = before.topics.flatMap((topic) => {
    const members = [
      ...topic.members.filter((id) => here.has(id)),
      ...(joining.get(topic.id) ?? []),
    ];
    const isKept = members.length > 0 || topic.pinned || topic.name !== undefined;
    return isKept ? [{ ...topic, members }] : [];
  });
  const themes = new Set(topics.map(({ theme }) => theme));
  return {
    ...before,
    topics,
    themes: before.themes.filter(({ id }) => themes.has(id)),
    unclustered: [...before.unclustered.filter((id) => here.has(id)), ...left],
  };
}

/** Papers that have come since topics were made. */
export function freshOf(ids: readonly string[], { topics, unclustered }: TopicSet): string[] {
  const known = new Set([...unclustered, ...topics.flatMap(({ members }) => members)]);
  return ids.filter((id) => !known.has(id));
}
