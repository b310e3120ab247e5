import { type Corpus, partOf } from '@/domain/topics/words/tokens';
import { keepNames } from './keep-names';
import { clusterCorpus } from './topics';
import { HUES, type Theme, type Topic, TOPIC_COLOURS, type TopicSet } from './types';

/** A new topic is heir to an old one when it holds this share of either's papers. */
const HEIR = 0.4;

/**
 * Groups a library anew. A person's own choices are kept: pinned topics keep their papers; a new topic that is mostly
 * an old one takes over its id, colour and name, and its label where their papers are still the same; a named topic
 * without such an heir stays as it is.
 */
export function regroup(corpus: Corpus, before: TopicSet, wanted: number | null): TopicSet {
  const pinned = before.topics.filter((topic) => topic.pinned);
  const held = new Set(pinned.flatMap(({ members }) => members));
  const most = wanted === null ? null : Math.max(1, wanted - pinned.length);
  const fresh = clusterCorpus(
    partOf(corpus, (id) => !held.has(id)),
    most,
  );
  const others = before.topics.filter((topic) => !topic.pinned);
  const heirs = heirsOf(others, fresh.topics);
  const lost = others.filter((topic) => topic.name !== undefined && !heirs.has(topic));
  const themes = inheritedThemes(before, fresh);
  const kept = [...pinned, ...lost];
  const taken = new Set(lost.flatMap(({ members }) => members));
  const byHeir = new Map([...heirs].map(([old, heir]) => [heir, old]));
  const topics = fresh.topics.flatMap((one): Topic[] => {
    const topic = inTheme(one, themes.ofFresh(one.theme));
    const members = topic.members.filter((id) => !taken.has(id));
    if (members.length === 0) return [];
    const old = byHeir.get(one);
    if (!old) return [{ ...topic, members, colour: themes.colourOf(topic) }];
    const { id, colour, name } = old;
    return [{ ...topic, members, id, colour, ...(name === undefined ? {} : { name }) }];
  });
  const all = distinctly(
    [...kept, ...topics],
    new Set([...kept, ...heirs.keys()].map(({ id }) => id)),
  );
  const used = new Set(all.map(({ theme }) => theme));
  return keepNames(before, {
    topics: all,
    themes: themes.list.filter(({ id }) => used.has(id)),
    unclustered: fresh.unclustered.filter((id) => !taken.has(id)),
  });
}

const inTheme = (topic: Topic, theme: string | undefined): Topic => {
  const { theme: _old, ...rest } = topic;
  return theme === undefined ? rest : { ...rest, theme };
};

/** The themes of a new grouping with ids, hues and names of those of before that they share most papers with. */
function inheritedThemes(before: TopicSet, fresh: TopicSet) {
  const papersIn = ({ topics, themes }: TopicSet) =>
    themes.map((theme) => ({
      theme,
      members: topics.flatMap((one) => (one.theme === theme.id ? one.members : [])),
    }));
  const [old, young] = [papersIn(before), papersIn(fresh)];
  const heirs = heirsOf(old, young);
  const byHeir = new Map([...heirs].map(([was, heir]) => [heir.theme.id, was.theme]));
  const used = new Set([...byHeir.values()].map(({ colour }) => colour));
  const ids = new Set(before.themes.map(({ id }) => id));
  const renamed = new Map<string, Theme>();
  for (const { theme } of young) {
    const was = byHeir.get(theme.id);
    if (was) {
      const { id, colour, name } = was;
      renamed.set(theme.id, { ...theme, id, colour, ...(name === undefined ? {} : { name }) });
      continue;
    }
    const colour = freeHue(used);
    used.add(colour);
    const id = freeId(theme.id, ids);
    ids.add(id);
    renamed.set(theme.id, { ...theme, id, colour });
  }
  return {
    list: [...renamed.values()],
    ofFresh: (id = ''): string | undefined => renamed.get(id)?.id,
    /** The mark of a new topic: the hue of its theme, in the shape that it was given. */
    colourOf: ({ theme, colour }: Topic): number => {
      const hue = [...renamed.values()].find(({ id }) => id === theme)?.colour ?? colour % HUES;
      return colour - (colour % HUES) + hue;
    },
  };
}

const freeHue = (used: ReadonlySet<number>): number => {
  for (let hue = 0; hue < HUES; hue++) if (!used.has(hue)) return hue;
  return used.size % HUES;
};

/** Pairs old topics with new ones, those that share most papers first. */
function heirsOf<T extends { members: readonly string[] }>(
  old: readonly T[],
  fresh: readonly T[],
): Map<T, T> {
  const topicOf = new Map(old.flatMap((topic) => topic.members.map((id) => [id, topic] as const)));
  const pairs: { before: T; after: T; shared: number }[] = [];
  for (const after of fresh) {
    const shared = new Map<T, number>();
    for (const id of after.members) {
      const before = topicOf.get(id);
      if (before) shared.set(before, (shared.get(before) ?? 0) + 1);
    }
    for (const [before, count] of shared) pairs.push({ before, after, shared: count });
  }
  const heirs = new Map<T, T>();
  const taken = new Set<T>();
  for (const { before, after, shared } of pairs.toSorted((a, b) => b.shared - a.shared)) {
    if (heirs.has(before) || taken.has(after)) continue;
    if (shared < HEIR * Math.min(before.members.length, after.members.length)) continue;
    heirs.set(before, after);
    taken.add(after);
  }
  return heirs;
}

/** Gives ids and colours that are free to the topics that did not keep theirs (`fixed`). */
function distinctly(topics: readonly Topic[], fixed: ReadonlySet<string>): Topic[] {
  const ids = new Set(fixed);
  const used = new Set(topics.filter(({ id }) => fixed.has(id)).map(({ colour }) => colour));
  const seen = new Set<string>();
  return topics.map((topic) => {
    if (fixed.has(topic.id) && !seen.has(topic.id)) {
      seen.add(topic.id);
      return topic;
    }
    const id = freeId(topic.id, ids);
    ids.add(id);
    const colour = freeTopicColour(used, topic.colour);
    used.add(colour);
    return { ...topic, id, colour };
  });
}

function freeId(wanted: string, ids: ReadonlySet<string>): string {
  let id = wanted;
  for (let count = 2; ids.has(id); count++) id = `${wanted}+${count}`;
  return id;
}

/** The first mark of a hue that no topic has; where all are taken, the one that was wanted. */
export function freeTopicColour(used: ReadonlySet<number>, wanted: number): number {
  const hue = wanted % HUES;
  for (let colour = hue; colour < TOPIC_COLOURS; colour += HUES)
    if (!used.has(colour)) return colour;
  return wanted;
}

/** What a regrouping changes, for the person who decides on it. */
export interface TopicChange {
  /** Papers that would be in another topic than now. */
  moved: number;
  topics: {
    after: Topic;
    /** The topic as it is; absent for a new one. */
    before?: Topic;
    joining: number;
    leaving: number;
  }[];
  /** Topics that would go. */
  gone: Topic[];
}

/** What a regrouping changes: topics that stay with papers that join and leave, new ones, and those that go. */
export function difference(before: TopicSet, after: TopicSet): TopicChange {
  const old = new Map(before.topics.map((topic) => [topic.id, topic]));
  const oldOf = new Map(before.topics.flatMap(({ id, members }) => members.map((m) => [m, id])));
  let moved = 0;
  const topics = after.topics.map((topic) => {
    const was = old.get(topic.id);
    const joining = topic.members.filter((id) => oldOf.get(id) !== topic.id);
    moved += joining.filter((id) => oldOf.has(id)).length;
    const stay = topic.members.length - joining.length;
    return {
      after: topic,
      ...(was ? { before: was } : {}),
      joining: joining.length,
      leaving: (was?.members.length ?? 0) - (was ? stay : 0),
    };
  });
  const kept = new Set(after.topics.map(({ id }) => id));
  moved += after.unclustered.filter((id) => oldOf.has(id)).length;
  return { moved, topics, gone: before.topics.filter(({ id }) => !kept.has(id)) };
}
