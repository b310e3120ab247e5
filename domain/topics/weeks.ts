import type { Topic } from './types';

const DAY = 86_400_000;

/** The first moment of the week (from Monday on, local time) that a time is in; `back` weeks earlier. */
export function mondayOf(time: number, back = 0): number {
  const date = new Date(time);
  date.setHours(0, 0, 0, 0);
  date.setDate(date.getDate() - ((date.getDay() + 6) % 7) - 7 * back);
  return date.getTime();
}

/** How many papers of each topic came in each week. */
export interface Growth {
  /** First moments of the weeks, oldest first. */
  weeks: number[];
  /** By topic, in the order given; the last row is of papers without one. */
  counts: number[][];
}

/** The growth of topics over the weeks up to `now`; papers from before are left out. */
export function growthOf(
  papers: readonly { id: string; at: number }[],
  topics: readonly Topic[],
  weeks: number,
  now: number,
): Growth {
  const starts = Array.from({ length: weeks }, (_, index) => mondayOf(now, weeks - 1 - index));
  const topicOf = new Map(topics.flatMap(({ members }, index) => members.map((id) => [id, index])));
  const counts = Array.from({ length: topics.length + 1 }, () =>
    Array.from({ length: weeks }, () => 0),
  );
  const first = starts[0] ?? now;
  for (const { id, at } of papers) {
    if (at < first) continue;
    // A week may be an hour longer or shorter: the estimate is set right by the starts themselves.
    let week = Math.min(weeks - 1, Math.floor((at - first) / (7 * DAY)));
    while (week > 0 && at < (starts[week] ?? 0)) week--;
    while (week < weeks - 1 && at >= (starts[week + 1] ?? Infinity)) week++;
    const row = counts[topicOf.get(id) ?? topics.length];
    if (row) row[week] = (row[week] ?? 0) + 1;
  }
  return { weeks: starts, counts };
}

/** How many weeks before the present one a time lies, 0 to `most - 1`; 0 for what is older, or in no week at all. */
export function weeksBack(time: number, now: number, most: number): number {
  const weeks = Array.from({ length: most }, (_, back) => back);
  return weeks.find((back) => time >= mondayOf(now, back)) ?? 0;
}

/** A paper of a week's digest. */
export interface WeekPaper {
  title: string;
  authors: readonly string[];
  link: string | null;
  note: string;
  tags: readonly string[];
  passages: readonly string[];
}

export interface WeekSection {
  /** Empty for papers that are in no sections. */
  name: string;
  papers: readonly WeekPaper[];
}

const escaped = (text: string): string => text.replace(/[\\`*_[\]<>#]/g, '\\$&');
const indented = (text: string, lead: string): string =>
  text
    .split('\n')
    .map((line) => `${lead}${line}`.trimEnd())
    .join('\n');

/** A week's papers as Markdown: a section a topic, a paper an item, notes as they were written. */
export function weekMarkdown(title: string, sections: readonly WeekSection[]): string {
  const item = ({ title: name, authors, link, note, tags, passages }: WeekPaper): string => {
    const head = link ? `[${escaped(name)}](${link})` : escaped(name);
    const by = authors.length === 0 ? '' : `\n  ${escaped(authors.join(', '))}`;
    const marks = tags.length === 0 ? '' : `\n  ${tags.map((tag) => `#${tag}`).join(' ')}`;
    const quotes = passages.map((passage) => `\n\n${indented(escaped(passage), '  > ')}`).join('');
    const text = note === '' ? '' : `\n\n${indented(note, '  ')}`;
    return `- **${head}**${by}${marks}${quotes}${text}`;
  };
  const parts = sections.map(
    ({ name, papers }) =>
      `${name === '' ? '' : `## ${escaped(name)}\n\n`}${papers.map(item).join('\n\n')}\n`,
  );
  return `# ${escaped(title)}\n\n${parts.join('\n')}`;
}
