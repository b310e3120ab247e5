/** A paper as the topics see it. */
export interface TopicInput {
  id: string;
  title: string;
  abstract: string;
}

/** With the time it came into the library, milliseconds since 1970. */
export interface DatedInput extends TopicInput {
  at: number;
}

/** A cluster of papers. */
export interface Topic {
  id: string;
  /** Two or three phrases, parted by " · "; empty where the papers share no phrase. */
  label: string;
  /** The name that a person gave; shown in place of `label`. */
  name?: string;
  /** Hue and shape of its mark, see `TOPIC_COLOURS`. */
  colour: number;
  /** A person wants it as it is: papers are added, none are taken away, no regrouping touches it. */
  pinned?: true;
  /** Id of its theme; none where topics were made before there were themes, or came from another machine. */
  theme?: string;
  /** Terms that speak for the topic, strongest first, in the form they have in the papers. */
  keywords: string[];
  /** Paper ids, the most central first. */
  members: string[];
}

/** A group of topics. */
export interface Theme {
  id: string;
  /** Like a topic's. */
  label: string;
  name?: string;
  /** Its hue, which its topics have too: 0 up to `HUES`. */
  colour: number;
  keywords: string[];
}

/** Hues that are told apart, by themes. */
export const HUES = 12;
/** Shapes that tell the topics of one hue apart. */
export const SHAPES = 6;
/** Marks of topics: the hue is `colour % HUES`, the shape `colour / HUES`. More topics than these share some. */
export const TOPIC_COLOURS = HUES * SHAPES;

/** The result of a grouping. */
export interface TopicSet {
  topics: Topic[];
  /** The largest first; none where the topics were grouped before there were themes. */
  themes: Theme[];
  /** Papers that fit nowhere. */
  unclustered: string[];
}

/** A grouping as it is kept, with the state of the library it was made for. */
export interface StoredTopics extends TopicSet {
  /** Fingerprint of the papers' ids. */
  library: string;
  /** How many papers there were when they were grouped as a whole. */
  grouped: number;
}

/** How a topic or a theme is called. */
export const topicName = ({
  name,
  label,
  keywords,
}: Pick<Topic, 'name' | 'label' | 'keywords'>): string => name ?? (label || (keywords[0] ?? ''));
