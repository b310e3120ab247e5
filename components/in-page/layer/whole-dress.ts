import { render } from 'preact';
import { language } from '@/components/ui/text/language';
import type { Dress } from './layer';
import * as styles from './styles';

/** What the whole script draws with: components, and the styles of all that opens. */
export const wholeDress = (): Dress => ({ styles, language: language(), render });
