import dock from '@/components/in-page/dock/dock.css?inline';
import shortfall from '@/components/in-page/shortfall/shortfall.css?inline';
import highlight from '@/components/in-page/highlight/bar.css?inline';
import cards from '@/components/in-page/marks/cards.css?inline';
import row from '@/components/in-page/marks/row.css?inline';
import layer from './layer.css?inline';
import look from './look.css?inline';

/** What marks and the page bar need: on most pages nothing else is ever drawn. */
export const first = [look, layer, row, dock].join('\n');

/** The style sheet of what opens over the page. */
export const later = [cards, shortfall, highlight].join('\n');
