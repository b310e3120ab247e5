import { levelsOf } from './levels';
import type { Topic, TopicSet } from './types';

/** A topic is still the old one when this share of the papers that either had before is in both. */
const STILL = 0.6;

type Named = Pick<Topic, 'id' | 'label' | 'keywords' | 'members'>;
type Naming = Pick<Topic, 'label' | 'keywords'>;

/**
 * Names stay while members stay: topics and themes of a new grouping that have the id of an old one and most of its
 * papers are called as they were. The others give up phrases that are taken.
 */
export function keepNames(before: TopicSet, after: TopicSet): TopicSet {
  const known = new Set([
    ...before.topics.flatMap(({ members }) => members),
    ...before.unclustered,
  ]);
  const topics = namings(before.topics, after.topics, known);
  const themes = namings(themesOf(before), themesOf(after), known);
  return {
    ...after,
    topics: after.topics.map((topic) => ({ ...topic, ...topics.get(topic.id) })),
    themes: after.themes.map((theme) => ({ ...theme, ...themes.get(theme.id) })),
  };
}

const themesOf = (set: TopicSet): Named[] =>
  levelsOf(set).map(({ theme: { id, label, keywords }, members }) => ({
    id,
    label,
    keywords,
    members,
  }));

function namings(
  before: readonly Named[],
  after: readonly Named[],
  known: ReadonlySet<string>,
): Map<string, Naming> {
  const old = new Map(before.map((one) => [one.id, one]));
  const kept = new Map<string, Naming>();
  for (const { id, members } of after) {
    const was = old.get(id);
    if (was && was.label !== '' && isStill(was.members, members, known))
      kept.set(id, { label: was.label, keywords: was.keywords });
  }
  const taken = new Set([...kept.values()].flatMap(({ label }) => partsOf(label)));
  const given = after
    .filter(({ id }) => !kept.has(id))
    .map(
      ({ id, label, keywords }) => [id, { label: withoutTaken(label, taken), keywords }] as const,
    );
  return new Map([...kept, ...given]);
}

function isStill(
  was: readonly string[],
  is: readonly string[],
  known: ReadonlySet<string>,
): boolean {
  const old = new Set(was);
  const shared = is.filter((id) => old.has(id)).length;
  const either = old.size + is.filter((id) => known.has(id) && !old.has(id)).length;
  return shared >= STILL * either;
}

const partsOf = (label: string): string[] => label.split(' · ');

/** A label without phrases that others have; the whole label where nothing else would be left. */
function withoutTaken(label: string, taken: ReadonlySet<string>): string {
  const free = partsOf(label).filter((part) => !taken.has(part));
  return free.length > 0 ? free.join(' · ') : label;
}
