import { i18n } from '#i18n';
import type { Frame } from '@/components/in-page/frame/frame';
import type { Highlighter, ListedEntry, Scheme } from '@/components/in-page/highlight/contract';
import { createHighlighter } from '@/components/in-page/highlight/highlighter';
import type { Layer } from '@/components/in-page/layer/layer';
import { fail, type Result } from '@/domain/result';
import type { PageSettings } from '@/domain/settings';
import type { Decisions } from './decisions';
import type { Store } from './store';

interface Options {
  layer: Layer;
  frame: Frame;
  store: Store;
  scheme: () => Scheme;
  settings: () => PageSettings;
  newId: () => string;
  told: () => Decisions['told'];
  /** Opens a paper's tags. */
  tag: (item: ListedEntry) => void;
  signal: AbortSignal;
}

/** The highlighter, at work on the store: what it makes and changes is told like any decision. */
export function createPassages({
  layer,
  frame,
  store,
  scheme,
  settings,
  newId,
  told,
  tag,
  signal,
}: Options): Highlighter {
  /** Does something with the entry at a place; fails with `missing` where none is any more. */
  async function at<T>(
    index: number,
    act: (item: ListedEntry) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    const item = store.listed[index];
    return item ? act(item) : fail('missing', 'The entry is not on the page any more.');
  }
  return createHighlighter({
    root: layer.root,
    frame,
    container: () => layer.region('selection-region'),
    entries: () => store.listed,
    scheme,
    isPrinted: () => settings().isPrinted,
    save: (index, highlight) =>
      at(index, (item) =>
        told()(store.addHighlight(item, { highlight }), i18n.t('dock.did.highlighted')),
      ),
    edit: (index, id, change) =>
      at(index, (item) => told()(store.editHighlight(item, { id, ...change }))),
    remove: (index, id) => at(index, (item) => told()(store.removeHighlight(item, { id }))),
    tag: (index) => {
      const item = store.listed[index];
      if (item) tag(item);
    },
    newId,
    now: () => Date.now(),
    signal,
  });
}
