import type { Entry } from '@/domain/entry';
import { fail, type Result } from '@/domain/result';
import type { Lesson, Taught } from '@/domain/taught';
import { type Examples, learn } from './learn';
import { type Spot, spotOf } from './spot';

/** What is known of the page when a person teaches. */
export interface Known {
  page: Document;
  /** What is taught of the site until now. */
  before: Taught | null;
  entries: readonly Entry[];
}

/** Learns from what a person selects on one page. */
export interface Teacher {
  /**
   * What is taught of the site with the selected text as a further example. Fails with `missing` where the selection is
   * no title, and with `invalid` where markup does not tell it from others.
   */
  teach: (lesson: Lesson, selected: Range | null, known: Known) => Result<Taught>;
  /** Forgets the examples. */
  forget: () => void;
}

const NONE: Examples = { papers: [], others: [] };

/** Keeps the examples while the page is open; those that the page took away no longer count. */
export function createTeacher(): Teacher {
  let examples = NONE;
  const there = (spots: readonly Spot[], said: Spot): Spot[] =>
    spots.filter(({ element }) => element.isConnected && element !== said.element);
  return {
    teach: (lesson, selected, known) => {
      const spot = selected && spotOf(selected);
      if (!spot) return fail('missing', 'No title is selected.');
      const papers = there(examples.papers, spot);
      const others = there(examples.others, spot);
      const now =
        lesson === 'other'
          ? { papers, others: [...others, spot] }
          : { papers: [...papers, spot], others };
      const learned = learn(lesson, { ...known, examples: now });
      if (learned.ok) examples = now;
      return learned;
    },
    forget: () => {
      examples = NONE;
    },
  };
}
