import { COLOURS, STATUSES } from '@/domain/paper/paper';
import type { Act } from './acts';
import { PLACES } from './rig';
import { IDS } from './papers';
import { DAMAGES } from './damage';
import type { Placed, Step } from './steps';

/*
 * What a life is made of: one profile from its first start to the damage that ends it, and what comes between. The same numbers give the
 * same life.
 */

const TAGS = ['moons', 'rings', 'tides', 'dust'];
const SEARCHES = ['search1', 'search2', 'search3'];
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const DECADE = 3_650 * DAY;

export interface PlanOptions {
  /** Whether the disk can be filled. */
  disk: boolean;
  /** Parts between two ends of the browser. */
  parts: number;
}

export class Planner {
  private words = 0;
  private highlights: { paper: string; id: string }[] = [];

  constructor(private readonly random: () => number) {}

  private pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.random() * list.length)] as T;
  }

  private below(count: number): number {
    return Math.floor(this.random() * count);
  }

  private chance(share: number): boolean {
    return this.random() < share;
  }

  private some<T>(list: readonly T[], most: number, least = 1): T[] {
    const count = least + this.below(most);
    return list
      .map((item) => ({ item, rank: this.random() }))
      .toSorted((a, b) => a.rank - b.rank)
      .slice(0, count)
      .map(({ item }) => item);
  }

  private word(): string {
    return `w${String((this.words += 1)).padStart(5, '0')}`;
  }

  /** Something about one paper of some. */
  private one(papers: readonly string[]): Act {
    const paper = this.pick(papers);
    const chance = this.random();
    if (chance < 0.3) return { do: 'status', paper, status: this.pick([...STATUSES, null]) };
    if (chance < 0.5) return { do: 'tag', paper, name: this.pick(TAGS), on: this.chance(0.75) };
    if (chance < 0.75) return { do: 'note', paper, word: this.word() };
    const known = this.highlights.filter((one) => papers.includes(one.paper));
    if (known.length === 0 || chance < 0.88) {
      const id = `h${this.word()}`;
      this.highlights.push({ paper, id });
      return { do: 'highlight', paper, id, colour: this.pick(COLOURS) };
    }
    const highlight = this.pick(known);
    return this.chance(0.75)
      ? { do: 'comment', ...highlight, colour: this.pick(COLOURS), comment: this.word() }
      : { do: 'unhighlight', ...highlight };
  }

  /** Something about some papers, or about tags. */
  private wide(): Act {
    const chance = this.random();
    const papers = this.some(IDS, 6);
    if (chance < 0.15) return { do: 'statuses', papers, status: this.pick(STATUSES) };
    if (chance < 0.25)
      return {
        do: 'search',
        id: this.pick(SEARCHES),
        called: this.chance(0.8) ? this.word() : null,
      };
    if (chance < 0.7)
      return {
        do: 'bulk',
        papers,
        change: this.pick([
          { kind: 'delete' },
          { kind: 'restore' },
          { kind: 'status', status: 'read' },
          { kind: 'tag', name: this.pick(TAGS), on: this.chance(0.7) },
        ]),
      };
    const name = this.pick(TAGS);
    const other = this.pick(TAGS.filter((tag) => tag !== name));
    if (chance < 0.82) return { do: 'rename', name, to: this.chance(0.5) ? other : this.word() };
    return chance < 0.93 ? { do: 'merge', name, into: other } : { do: 'untag', name };
  }

  private act(): Act {
    return this.chance(0.8) ? this.one(IDS) : this.wide();
  }

  /** Acts in several places, each about papers of its own. */
  private placed(): Placed[] {
    return this.some(PLACES, PLACES.length).map((place, index) => ({
      place,
      act: this.one(IDS.filter((_, paper) => paper % PLACES.length === index)),
    }));
  }

  private together(end: 'nothing' | 'worker' | 'browser'): Step {
    return {
      do: 'together',
      acts: this.placed(),
      end,
      after: this.below(end === 'browser' ? 60 : 30),
      insists: this.chance(0.6),
    };
  }

  private kills(): number[] {
    return this.chance(0.5) ? this.some([2, 10, 30, 80, 200], 2) : [];
  }

  private join(): Step {
    const [first = '', second = ''] = this.some(IDS, 1, 2);
    const kill = this.chance(0.6) ? this.below(40) : null;
    return { do: 'join', papers: [first, second], kill };
  }

  private rare(): Step[] {
    const chance = this.random();
    if (chance < 0.08) return [this.join()];
    if (chance < 0.2) return [{ do: 'keep' }];
    if (chance < 0.35) {
      const edits = Array.from({ length: this.below(5) }, () => this.one(IDS));
      return [{ do: 'import', file: this.below(4), edits, kills: this.kills() }];
    }
    if (chance < 0.45) return [{ do: 'backup' }];
    if (chance < 0.65)
      return [
        {
          do: 'restore',
          backup: this.below(4),
          mode: this.pick(['merge', 'replace']),
          kills: this.kills(),
        },
        { do: 'check' },
      ];
    if (chance < 0.75) return [{ do: 'care' }];
    if (chance < 0.8) return [{ do: 'reload' }];
    return [this.clock()];
  }

  /** What is done between two ends of the browser. */
  private part(): Step[] {
    const steps: Step[] = [];
    for (let round = 0; round < 6; round += 1) {
      for (let count = 2 + this.below(4); count > 0; count -= 1) steps.push(this.solo());
      if (this.chance(0.3))
        steps.push({
          do: 'undo',
          place: this.pick(PLACES),
          back: this.chance(0.6) ? 0 : this.below(8),
        });
      if (this.chance(0.15)) steps.push({ do: 'redo', place: this.pick(PLACES) });
      steps.push(this.together(this.chance(0.85) ? 'worker' : 'nothing'));
      if (this.chance(0.6)) steps.push({ do: 'kill' });
      if (this.chance(0.35)) steps.push(...this.rare());
    }
    if (this.chance(0.6)) steps.push(this.clock());
    return [...steps, { do: 'check' }];
  }

  private solo(): Step {
    const step = { do: 'act', place: this.pick(PLACES), act: this.act() } as const;
    return this.chance(0.35) ? { ...step, kill: this.below(60) } : step;
  }

  private clock(): Step {
    return {
      do: 'clock',
      offset: this.pick([-DECADE, -400 * DAY, -DAY, HOUR, 40 * DAY, 400 * DAY, DECADE, 0]),
    };
  }

  private end({ disk }: PlanOptions): Step[] {
    const full: Step[] =
      disk && this.chance(0.4) ? [{ do: 'full', acts: this.placed() }, { do: 'check' }] : [];
    const end: Step = this.chance(0.75)
      ? this.together('browser')
      : { do: this.pick(['quit', 'sigkill', 'tear']) };
    return [...full, end, { do: 'check' }];
  }

  /** A backup, damage to what it was made of, and writes to what came back. */
  private damage(): Step[] {
    const blow: Step = this.chance(0.85)
      ? { do: 'damage', how: this.pick(DAMAGES) }
      : { do: 'tear', again: 300 + this.below(700) };
    return [{ do: 'backup' }, blow, this.solo(), this.together('browser'), { do: 'check' }];
  }

  /** A whole life. */
  life(options: PlanOptions): Step[] {
    const steps: Step[] = [];
    for (let part = 1; part <= options.parts; part += 1) {
      steps.push(...this.part(), ...this.end(options));
      if (part === options.parts || this.chance(0.65)) steps.push(...this.damage());
    }
    return steps;
  }
}
