import dock from '@/components/in-page/dock/dock.css?inline';
import shortfall from '@/components/in-page/shortfall/shortfall.css?inline';
import highlight from '@/components/in-page/highlight/bar.css?inline';
import cards from '@/components/in-page/marks/cards.css?inline';
import row from '@/components/in-page/marks/row.css?inline';
import { inksOf, withInks } from './inks';
import layer from './layer.css?inline';
import look from './look.css?inline';

const styled = (...sheets: string[]): string => withInks(sheets.join('\n'), inksOf(look));

/** What marks and the page bar need: on most pages nothing else is ever drawn. */
export const first = (): string => styled(look, layer, row, dock);

/** The style sheet of what opens over the page. */
export const later = (): string => styled(cards, shortfall, highlight);
