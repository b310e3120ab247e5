import dock from '@/components/in-page/dock/dock.css?inline';
import frame from '@/components/in-page/frame/seat.css?inline';
import highlight from '@/components/in-page/highlight/bar.css?inline';
import cards from '@/components/in-page/marks/cards.css?inline';
import row from '@/components/in-page/marks/row.css?inline';
import report from '@/components/in-page/report-text.css?inline';
import shortfall from '@/components/in-page/shortfall/shortfall.css?inline';
import { quiet } from './first-styles';
import { inksOf, withInks } from './inks';
import look from './look.css?inline';
import pieces from './pieces.css?inline';

const styled = (...sheets: string[]): string => withInks(sheets.join('\n'), inksOf(look));

/** What marks, what is beside them, and the page bar need: on most pages nothing else is ever drawn. */
export const first = (): string => [quiet(), styled(pieces, row, dock, report, frame)].join('\n');

/** The style sheet of what opens over the page. */
export const later = (): string => styled(cards, shortfall, highlight);
