import type { Theme, Topic, TopicSet } from './types';

/** A theme with its topics. */
export interface Level {
  theme: Theme;
  /** The largest first. */
  topics: Topic[];
  /** Papers of all of them, those of the largest topic first. */
  members: string[];
}

/** Themes with their topics, the largest first; a topic without a theme is one by itself. */
export function levelsOf({ topics, themes }: Pick<TopicSet, 'topics' | 'themes'>): Level[] {
  const known = new Map(themes.map((theme) => [theme.id, theme]));
  const levels = Map.groupBy(topics, (topic) => known.get(topic.theme ?? '') ?? themeOf(topic));
  return [...levels]
    .map(([theme, own]): Level => {
      const sorted = own.toSorted((a, b) => b.members.length - a.members.length);
      return { theme, topics: sorted, members: sorted.flatMap((topic) => topic.members) };
    })
    .toSorted((a, b) => b.members.length - a.members.length);
}

const themeOf = ({ id, label, name, colour, keywords }: Topic): Theme => ({
  id,
  label,
  colour,
  keywords,
  ...(name === undefined ? {} : { name }),
});
