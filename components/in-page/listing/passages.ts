import { i18n } from '#i18n';
import type { Frame } from '@/components/in-page/frame/frame';
import type { Highlighter } from '@/components/in-page/highlight/contract';
import { createHighlighter } from '@/components/in-page/highlight/highlighter';
import type { Layer } from '@/components/in-page/layer/layer';
import type { Scheme } from '@/components/in-page/layer/scheme';
import type { ListedEntry } from '@/components/in-page/listed-entry';
import type { Colour } from '@/domain/paper/paper';
import { ok, type Result } from '@/domain/result';
import type { Decisions } from '@/components/in-page/listing/decisions/decisions';
import type { Dock } from '@/components/in-page/listing/page-bar/dock';
import type { LiveSettings } from './page-settings';
import type { Store } from '@/components/in-page/listing/entries/store';

/** The highlighter, at work on the store. */
export interface Passages extends Omit<Highlighter, 'highlightSelection'> {
  /** Highlights the selected passage, or says on the page bar that none is selected. */
  highlight: (colour: Colour) => Promise<Result<null>>;
}

interface Options {
  layer: Layer;
  frame: Frame;
  store: Store;
  scheme: () => Scheme;
  settings: LiveSettings;
  newId: () => string;
  tell: Dock['tell'];
  told: Decisions['told'];
  /** Opens a paper's tags. */
  tag: (item: ListedEntry) => void;
  signal: AbortSignal;
}

/** Highlights are made and changed like any decision: each is one step to undo, which the page bar tells. */
export function createPassages(options: Options): Passages {
  const { layer, frame, store, scheme, settings, newId, tell, told, tag, signal } = options;
  const { highlightSelection, ...highlighter } = createHighlighter({
    root: layer.root,
    frame,
    container: () => layer.region('selection-region'),
    entries: () => store.listed,
    scheme,
    isPrinted: () => settings.now().isPrinted,
    save: (item, highlight) =>
      told((opId) => store.addHighlight(item, { highlight }, opId), i18n.t('dock.did.highlighted')),
    edit: (item, id, change) => told(() => store.editHighlight(item, { id, ...change })),
    remove: (item, id) => told(() => store.removeHighlight(item, { id })),
    tag,
    newId,
    now: () => Date.now(),
    signal,
  });
  return {
    ...highlighter,
    highlight: async (colour) => {
      const answer = await highlightSelection(colour);
      if (answer.ok) return ok(null);
      tell(i18n.t('dock.did.noSelection'), { isFailure: true });
      return answer;
    },
  };
}
