import type { Context, Position } from '@/domain/paper/paper';
import { type MatchForm, matchForm } from './match-form';
import { evidenceFor, inEditedWords, inSameWords, mostOf } from './places';
import type { Stretch } from './stretch';
import { type Wanted, wantedOf } from './wanted';

/** Edits of a later version may make a place more alike: fewer characters must agree than for finding, more may differ. */
const ALIKE = 12;
const LOOSELY = 1.6;
const MOST_ALIKE = 4;
/** Fills the places that a search must not match: no match form has this character. */
const HIDDEN = '\u0003';

/**
 * Other places of the text a passage is made on that read so much like it that they could be taken for it in a
 * version without the passage.
 * @param position the passage
 * @returns stretches of the text
 */
export function alikeIn(text: string, quote: Context, position: Position): Position[] {
  const form = matchForm(text);
  const wanted = wantedOf(quote, position, form);
  if (wanted.quote === '') return [];
  const found: Position[] = [];
  // The search tells the best places alone: those that are known are hidden from the next one.
  let hidden = hide(form, [position]);
  while (found.length < MOST_ALIKE) {
    const more = [...inSameWords(hidden, wanted), ...inEditedWords(hidden, wanted, LOOSELY)]
      .filter((stretch) => evidenceFor(stretch, hidden, wanted).agreed >= ALIKE)
      .map(({ start, end }) => ({
        start: form.starts[start] ?? 0,
        end: form.ends[end - 1] ?? text.length,
      }))
      .filter((one, at, all) => all.findIndex((other) => overlap(one, other)) === at);
    if (more.length === 0) break;
    found.push(...more);
    hidden = hide(hidden, more);
  }
  return found.slice(0, MOST_ALIKE);
}

/** A match form in which stretches of the text can't be found. */
const hide = (form: MatchForm, places: readonly Position[]): MatchForm => ({
  ...form,
  text: form.text
    .split('')
    .map((unit, at) => (places.some((place) => isWithin(form, at, place)) ? HIDDEN : unit))
    .join(''),
});

const isWithin = ({ starts, ends }: MatchForm, at: number, { start, end }: Position): boolean =>
  (starts[at] ?? 0) < end && (ends[at] ?? 0) > start;

const overlap = (a: Position, b: Position): boolean => a.start < b.end && b.start < a.end;

/** Another place of the text that reads like the passage, and the share that agrees, 0 to 1. */
export interface Rival extends Stretch {
  share: number;
}

/** Finds the places that are known to read like a passage. */
export const rivalsIn = (form: MatchForm, others: readonly Context[], position: Position) =>
  others.flatMap((other): Rival[] => {
    const wanted = wantedOf(other, position, form);
    return [...inSameWords(form, wanted), ...inEditedWords(form, wanted)].map((stretch) => ({
      ...stretch,
      share: shareOf(stretch, form, wanted),
    }));
  });

/** How much of a passage and its surroundings agrees with a stretch of the text, 0 to 1. */
export const shareOf = (stretch: Stretch, form: MatchForm, wanted: Wanted): number =>
  evidenceFor(stretch, form, wanted).agreed / mostOf(wanted);

/** Whether a stretch agrees better with a place that is known to be another. */
export const isAnothers = (stretch: Stretch, share: number, rivals: readonly Rival[]): boolean =>
  rivals.some((rival) => rival.share > share && overlap(rival, stretch));
