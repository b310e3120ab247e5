import type { PaperState } from './paper';

/** Whether a person has kept or written anything of a paper: it stays in sight, unless it was dismissed. */
export const isInSight = ({ status, note, tags, highlights }: PaperState): boolean =>
  status === 'saved' || note.text !== '' || tags.length > 0 || highlights.length > 0;

/** Whether a person decided for a paper, or wrote something of it. */
export const isKept = (state: PaperState): boolean => state.status === 'read' || isInSight(state);

/** Whether a paper was on the screen before a visit began, milliseconds since 1970. */
export const wasSeenBefore = ({ sighting }: PaperState, visit: number): boolean =>
  sighting !== null && sighting.firstAt < visit;

/** Whether a paper is new to a visit: neither decided, nor seen before, nor kept. */
export const isNewAt = (state: PaperState, visit: number): boolean =>
  state.status === null && !wasSeenBefore(state, visit) && !isInSight(state);
