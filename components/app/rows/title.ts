import { i18n } from '#i18n';
import type { Undone } from '@/domain/library';
import { withPlainFormulas } from '@/domain/text/plain-formula';
import { firstWords } from '@/components/ui/text/words';

/** A paper's title for a line of text: no TeX where letters can say the same, and words where there is no title. */
export const titleText = (title: string): string =>
  title === '' ? i18n.t('popup.row.untitled') : withPlainFormulas(title);

/** A message with the paper that it is about: in a fast run a person sees which one it was. */
export const aboutPaper = (text: string, title: string): string =>
  title === '' ? text : i18n.t('dock.did.about', [text, titleText(title)]);

const DONE = { undo: 'dock.did.undone', redo: 'dock.did.redone' } as const;

/** That a step was taken back or done again, with its paper where it was about one. */
export const aboutTurn = (way: keyof typeof DONE, { count, title }: Undone): string =>
  aboutPaper(i18n.t(DONE[way]), count === 1 ? title : '');

/** The beginning of a note for a line of text. */
export const noteLine = (note: string): string => withPlainFormulas(firstWords(note));
