import type { PaperState } from '@/domain/paper/paper';

/** What a newcomer tries, in this order. */
export const STEPS = ['save', 'next', 'note', 'highlight', 'popup', 'export'] as const;
export type Step = (typeof STEPS)[number];

/** What a person did so far, as far as the welcome page can tell. */
export interface Practised {
  /** The papers of the practice list as the library knows them. */
  papers: readonly PaperState[];
  hasOpenedPopup: boolean;
  hasExported: boolean;
}

/** A first decision is for the first step. */
const DECISIONS = 2;

const isDone: Record<Step, (practised: Practised) => boolean> = {
  save: ({ papers }) => papers.some(({ status }) => status !== null),
  next: ({ papers }) => papers.filter(({ status }) => status !== null).length >= DECISIONS,
  note: ({ papers }) => papers.some(({ note }) => note.text.trim() !== ''),
  highlight: ({ papers }) => papers.some(({ highlights }) => highlights.length > 0),
  popup: ({ hasOpenedPopup }) => hasOpenedPopup,
  export: ({ hasExported }) => hasExported,
};

/** The steps that are done, those of before included: an undo takes no tick away. */
export const stepsDone = (before: ReadonlySet<Step>, practised: Practised): ReadonlySet<Step> =>
  new Set(STEPS.filter((step) => before.has(step) || isDone[step](practised)));
