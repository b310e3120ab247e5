import dock from '@/components/in-page/dock/dock.css?inline';
import frame from '@/components/in-page/frame/seat.css?inline';
import highlight from '@/components/in-page/highlight/bar.css?inline';
import cards from '@/components/in-page/marks/cards.css?inline';
import row from '@/components/in-page/marks/row.css?inline';
import report from '@/components/in-page/report-text.css?inline';
import shortfall from '@/components/in-page/shortfall/shortfall.css?inline';
import { quiet } from './first-styles';
import pieces from './pieces.css?inline';

/** What marks, what is beside them, and the page bar need: on most pages nothing else is ever drawn. */
export const first = `${quiet}${pieces}${row}${dock}${report}${frame}`;

/** The style sheet of what opens over the page. */
export const later = `${cards}${shortfall}${highlight}`;
