import { withSigns } from './dialects';
import { unmarked } from './from-tex';
import { fromMarkup } from './markup';
import { readTexWords } from './tex-words';

/** A line of a file whose texts are markup (RIS, CSL, tables) as text: TeX that tools left in it first, then markup. */
export const foreignText = (line: string): string =>
  withSigns(unmarked(fromMarkup(readTexWords(line))));
