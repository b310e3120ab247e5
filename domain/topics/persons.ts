import type { StoredTopics, Topic } from './types';

/** Whether a person named or pinned a topic; exports carry such topics. */
export const isPersons = ({ name, pinned }: Topic): boolean =>
  name !== undefined || pinned === true;

/**
 * Adds to a grouping the names, colours and pins that a person gave on any machine. Topics known only from another
 * machine are added too, and take their papers from unpinned topics.
 */
export function withPersons(stored: StoredTopics, persons: readonly Topic[]): StoredTopics {
  const here = new Set(stored.topics.map(({ id }) => id));
  const byId = new Map(persons.map((topic) => [topic.id, topic]));
  const strange = persons.filter(({ id }) => !here.has(id));
  const known = stored.topics.map((topic) => {
    const own = byId.get(topic.id);
    if (!own) return withoutPersons(topic);
    const { colour, name, pinned } = own;
    return { ...withoutPersons(topic), colour, ...(name && { name }), ...(pinned && { pinned }) };
  });
  const held = new Set(known.flatMap(({ pinned, members }) => (pinned ? members : [])));
  const papers = new Set([...known.flatMap(({ members }) => members), ...stored.unclustered]);
  const taken = new Set<string>();
  const added = strange.map((topic) => {
    const members = topic.members.filter((id) => papers.has(id) && !held.has(id) && !taken.has(id));
    for (const id of members) taken.add(id);
    return { ...topic, members };
  });
  return {
    ...stored,
    topics: [
      ...known.map((topic) => ({
        ...topic,
        members: topic.members.filter((id) => !taken.has(id)),
      })),
      ...added,
    ],
    unclustered: stored.unclustered.filter((id) => !taken.has(id)),
  };
}

/** A topic as the papers make it. */
export function withoutPersons({ name: _name, pinned: _pinned, ...topic }: Topic): Topic {
  return topic;
}
