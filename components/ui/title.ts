import { i18n } from '#i18n';
import { withPlainFormulas } from '@/domain/text/plain-formula';
import { firstWords } from './words';

/** A paper's title for a line of text: no TeX where letters can say the same, and words where there is no title. */
export const titleText = (title: string): string =>
  title === '' ? i18n.t('popup.row.untitled') : withPlainFormulas(title);

/** The beginning of a note for a line of text. */
export const noteLine = (note: string): string => withPlainFormulas(firstWords(note));
