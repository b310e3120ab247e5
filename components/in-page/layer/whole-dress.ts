import { render } from 'preact';
import { language } from '@/components/ui/text/language';
import type { Dress } from './layer';
import { isOwnPage } from './screen';
import * as styles from './styles';
import { drawTexts } from './unfound';

/** What the whole script draws with: components, and the styles of all that opens. */
export function wholeDress(): Dress {
  // Pages of our own draw with the same components.
  if (import.meta.env.FIREFOX && !isOwnPage()) drawTexts();
  return { styles, language: language(), render };
}
