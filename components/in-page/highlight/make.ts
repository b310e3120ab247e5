import { describeQuote } from '@/domain/anchor/describe';
import type { Colour } from '@/domain/paper/paper';
import { fail, ok, type Result } from '@/domain/result';
import type { EntryHighlight, HighlighterOptions } from './contract';
import type { SelectedPassage } from './selection';

interface Ports extends Pick<HighlighterOptions, 'save' | 'newId' | 'now'> {
  /** The page's address. */
  source: string;
}

/**
 * Stores a highlight for each passage, one after the other. Fails with the first that could not be stored, and with
 * `missing` where no passage can be described.
 */
export async function makeHighlights(
  passages: readonly SelectedPassage[],
  colour: Colour,
  { save, newId, now, source }: Ports,
): Promise<Result<EntryHighlight[]>> {
  const made: EntryHighlight[] = [];
  for (const { item, field, map, start, end } of passages) {
    const selectors = describeQuote(map.text, start, end);
    if (!selectors) continue;
    const about = { id: newId(), field, ...selectors };
    const highlight = { ...about, colour, comment: '', source, createdAt: now() };
    const answer = await save(item, highlight);
    if (!answer.ok) return answer;
    made.push({ item, highlight });
  }
  return made.length > 0 ? ok(made) : fail('missing', 'No passage of an entry is selected.');
}
