import dock from '@/components/dock/dock.css?inline';
import health from '@/components/health/health.css?inline';
import highlight from '@/components/highlight/bar.css?inline';
import note from '@/components/note-editor/note.css?inline';
import cards from '@/components/row/cards.css?inline';
import row from '@/components/row/row.css?inline';
import layer from './layer.css?inline';

/** What marks and the page bar need: on most pages nothing else is ever drawn. */
export const first = [layer, row, dock].join('\n');

/** The style sheet of what opens over the page. */
export const later = [cards, health, note, highlight].join('\n');
