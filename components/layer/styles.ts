import dock from '@/components/dock/dock.css?inline';
import health from '@/components/health/health.css?inline';
import highlight from '@/components/highlight/bar.css?inline';
import note from '@/components/note-editor/note.css?inline';
import row from '@/components/row/row.css?inline';
import layer from './layer.css?inline';

/** The style sheet of everything that Gloss draws on a page. */
export default [layer, row, dock, health, note, highlight].join('\n');
