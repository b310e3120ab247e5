import { seeded } from '@/domain/topics/numbers/random';
import { nextStamp, type Stamp } from '@/domain/paper/clock';
import { editNote, noNote } from '@/domain/paper/note';
import { COLOURS, type Status } from '@/domain/paper/paper';
import { keysOf } from '@/domain/identity/paper-key';
import type {
  HighlightRecord,
  PaperRecord,
  SightingRecord,
  TagRecord,
} from '@/domain/paper/record';
import { newTag } from '@/domain/paper/tag';
import * as words from './words';

/** A paper of the made-up library with all that hangs on it. */
export interface MadePaper {
  paper: PaperRecord;
  highlights: HighlightRecord[];
  sightings: SightingRecord[];
}

/** When papers of a made-up library came in, milliseconds. */
export interface Pace {
  start: number;
  every: number;
}

const START = Date.UTC(2024, 0, 1);
/** A paper every eight minutes: 100,000 in a year and a half. */
const STEADY: Pace = { start: START, every: 480_000 };
const DEVICE = 'generated';

class Writer {
  private readonly values: Record<string, string>;

  constructor(
    readonly random: () => number,
    subject: words.Subject,
  ) {
    const [thing, other] = [this.one(subject.things), this.one(subject.things)];
    const [method, second] = [this.one(subject.methods), this.one(subject.methods)];
    this.values = { thing, other, method, second, goal: this.one(subject.goals) };
  }

  one<T>(list: readonly T[]): T {
    return list[Math.floor(this.random() * list.length)] as T;
  }

  chance(share: number): boolean {
    return this.random() < share;
  }

  /** A template with its words filled in. */
  say(template: string): string {
    return template.replace(/\{(\w+)\}/g, (_, name: string) => {
      if (name === 'digit') return String(2 + Math.floor(this.random() * 8));
      if (name === 'count') return String(1_000 * (1 + Math.floor(this.random() * 90)));
      const word = this.values[name.toLowerCase()] ?? name;
      return name === name.toLowerCase() ? word : word.charAt(0).toUpperCase() + word.slice(1);
    });
  }

  abstract(): string {
    const middles = Array.from({ length: 4 + Math.floor(this.random() * 4) }, () =>
      this.say(this.one(words.MIDDLES)),
    );
    return [this.say(this.one(words.OPENINGS)), ...middles, this.say(this.one(words.ENDINGS))].join(
      ' ',
    );
  }

  authors(): string[] {
    return Array.from(
      { length: 1 + Math.floor(this.random() * 5) },
      () => `${this.one(words.GIVEN)} ${this.one(words.FAMILY)}`,
    );
  }
}

const arxivNumber = (index: number): string => {
  const month = Math.floor(index / 90_000);
  return `${String(10 + Math.floor(month / 12)).padStart(2, '0')}${String(1 + (month % 12)).padStart(2, '0')}.${String(10_000 + (index % 90_000))}`;
};

function statusOf(writer: Writer): Status | null {
  const chance = writer.random();
  return chance < 0.5 ? 'saved' : chance < 0.65 ? 'read' : chance < 0.85 ? 'dismissed' : null;
}

/**
 * The paper number `index` of the made-up library: the same for the same numbers. Half of them have tags, a
 * fifth a note, a sixth highlights. `stamp` gives the stamps of what was done.
 */
export function makePaper(index: number, seed = 1, pace = STEADY): MadePaper {
  const random = seeded(Math.imul(index + 1, 0x9e3779b1) ^ seed);
  const subject = words.SUBJECTS[index % words.SUBJECTS.length] as words.Subject;
  const writer = new Writer(random, subject);
  const at = pace.start + index * pace.every;
  let last: Stamp | null = null;
  const stamp = (): Stamp => (last = nextStamp(last, at, DEVICE));
  const title = `${writer.say(writer.one(words.TITLES))} (${index + 1})`;
  const number = arxivNumber(index);
  const keys = keysOf(
    index % 3 === 0 ? { arxiv: number, doi: `10.5555/gloss.${index}` } : { arxiv: number },
    title,
  );
  const id = keys[0] ?? '';
  const status = statusOf(writer);
  const isKept = status === 'saved' || status === 'read';
  const stamps: Record<string, Stamp> = status ? { status: stamp() } : {};
  const tags = new Set<string>();
  if (writer.chance(0.5)) tags.add(newTag(tagAt(writer.random())).id);
  if (writer.chance(0.15)) tags.add(newTag(tagAt(writer.random())).id);
  for (const tag of tags) stamps[`tag:${tag}`] = stamp();
  const abstract = writer.abstract();
  const url = `https://arxiv.org/list/made.${index % 40}/new`;
  const highlights = writer.chance(1 / 6)
    ? [makeHighlight(writer, id, abstract, { at, url, stamp: stamp() })]
    : [];
  if (highlights.length > 0) stamps['highlights'] = last ?? stamp();
  const site = writer.one(['arxiv', 'hugging-face', 'openreview', 'digest']);
  return {
    paper: {
      id,
      aliases: [],
      keys,
      title,
      authors: writer.authors(),
      abstract,
      links: [`https://arxiv.org/abs/${number}`],
      listings: [{ site, url, title: 'New papers', at }],
      status,
      tags: [...tags].toSorted(),
      note: writer.chance(0.2)
        ? editNote(noNote(), writer.say(writer.one(words.NOTES)), stamp())
        : noNote(),
      removed: false,
      stamps,
      savedAt: isKept ? at : null,
      createdAt: at,
      updatedAt: at,
    },
    highlights,
    sightings: keys.map((key) => ({ key, site, firstAt: at, lastAt: at, count: 1 + (index % 3) })),
  };
}

/** Some tags are used much more than others. */
const tagAt = (chance: number): string =>
  words.TAGS[Math.floor(chance * chance * words.TAGS.length)] ?? 'baseline';

function makeHighlight(
  writer: Writer,
  paperId: string,
  abstract: string,
  { at, url, stamp }: { at: number; url: string; stamp: Stamp },
): HighlightRecord {
  const start = Math.floor(writer.random() * (abstract.length - 60));
  const end = start + 20 + Math.floor(writer.random() * 40);
  return {
    id: `made-${paperId}`,
    paperId,
    field: 'abstract',
    quote: {
      exact: abstract.slice(start, end),
      prefix: abstract.slice(Math.max(0, start - 32), start),
      suffix: abstract.slice(end, end + 32),
    },
    position: { start, end },
    colour: writer.one(COLOURS),
    comment: writer.chance(0.3) ? writer.say('Is this so for {other}?') : '',
    source: url,
    createdAt: at,
    removed: false,
    stamps: { colour: stamp, comment: stamp, removed: stamp },
  };
}

/** All tags of the made-up library. */
export const makeTags = (): TagRecord[] =>
  words.TAGS.map((name, index) => {
    const stamp = nextStamp(null, START + index, DEVICE);
    const stamps = { name: stamp, colour: stamp };
    return { ...newTag(name), usedAt: START + index, removed: false, stamps };
  });
