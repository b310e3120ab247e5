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
  /** Place in the palette of topics. */
  colour: number;
  /** A person wants it as it is: papers are added, none are taken away, no regrouping touches it. */
  pinned?: true;
  /** Terms that speak for the topic, strongest first, in the form they have in the papers. */
  keywords: string[];
  /** Paper ids, the most central first. */
  members: string[];
}

/** Colours of topics; more topics than these share some. */
export const TOPIC_COLOURS = 20;

/** The result of a grouping. */
export interface TopicSet {
  topics: Topic[];
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

/** How a topic is called. */
export const topicName = ({ name, label, keywords }: Topic): string =>
  name ?? (label || (keywords[0] ?? ''));
