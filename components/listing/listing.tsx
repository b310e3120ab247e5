import { i18n } from '#i18n';
import type { ListedEntry } from '@/components/highlight/contract';
import { createHighlighter } from '@/components/highlight/highlighter';
import { createLayer, type Layer } from '@/components/layer/layer';
import { schemeAt } from '@/components/layer/scheme';
import { focusedElement, isTextField } from '@/components/layer/shield';
import { createMarks } from '@/components/row/marks';
import { elementOf } from '@/components/row/placement';
import type { Action } from '@/components/row/toolbar';
import type { IdentifiedEntry } from '@/domain/entry';
import type { Colour, Status, Tag } from '@/domain/paper';
import { type Failure, fail, ok, type Result } from '@/domain/result';
import { pageCall } from '@/rpc/client';
import { createDock } from './dock';
import { createCards } from './cards';
import { listenToMarks } from './mark-events';
import { createSightings } from './sightings';
import { createStore, type Loaded, type Store } from './store';
import { createTriage } from './triage';

/** Gloss on a listing page. */
export interface Listing {
  store: Store;
  /** Takes over the page's entries as they are now; what did not change stays as it is. */
  show: (entries: IdentifiedEntry[]) => Loaded;
  /** Entries may stand elsewhere now. */
  follow: () => void;
  /** Whether a card is open that a person types in. */
  isTyping: () => boolean;
  triage: () => void;
  nextUnseen: () => Result<null>;
  highlight: (colour: Colour) => Promise<Result<null>>;
}

interface Options {
  site: string;
  /** Reads the page at once where a change of it is due to be read: no action goes to a paper that has left its row. */
  catchUp: () => void;
  /** Ends it: nothing stays on the page. */
  signal: AbortSignal;
}

/** Sets up the whole in-page interface; every part is told what it needs and knows nothing of the others. */
export function createListing({ site, catchUp, signal }: Options): Listing {
  const newId = (): string => crypto.randomUUID();
  const store = createStore({ newId, changed: (indexes) => changed(indexes) });
  const layer: Layer = createLayer({ signal, onKey: (event) => onKey(event) });
  const container = layer.region('marks');
  /** Nothing is drawn before the papers' states are there: one picture instead of two. */
  let isReady = false;
  let knownTags: Tag[] = [];

  const sightings = createSightings((items) => {
    const papers = items.map(({ entry }) => entry.identity);
    void pageCall('page.seen', { site, at: Date.now(), papers });
  }, signal);
  const triage = createTriage({ layer, listed: () => store.listed, changed: () => dock.refresh() });
  const dock = createDock({
    layer,
    counts: store.counts,
    current: triage.current,
    startTriage: () => triage.start(),
    leaveTriage: () => triage.leave(),
    undo: () => void undo(),
    signal,
  });
  const highlighter = createHighlighter({
    root: layer.root,
    container: layer.region('selection-region'),
    entries: () => store.listed,
    scheme: () => schemeAt(document.body ?? document.documentElement),
    save: (index, highlight) =>
      at(index, (item) =>
        told(store.addHighlight(item, { highlight }), i18n.t('dock.did.highlighted')),
      ),
    edit: (index, id, change) =>
      at(index, (item) => told(store.editHighlight(item, { id, ...change }))),
    remove: (index, id) => at(index, (item) => told(store.removeHighlight(item, { id }))),
    newId,
    now: () => Date.now(),
    signal,
  });
  const marks = createMarks({
    layer,
    container,
    listed: () => store.listed,
    isReady: () => isReady,
    nearChanged: (near) => highlighter.paint(near),
    placed: (shown) => {
      triage.place();
      cards.place();
      sightings.placed(shown);
    },
    signal,
  });

  /** Does something with the entry at a place; fails with `missing` where none is any more. */
  async function at<T>(
    index: number,
    act: (item: ListedEntry) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    const item = store.listed[index];
    return item ? act(item) : fail('missing', 'The entry is not on the page any more.');
  }

  function changed(indexes: number[]): void {
    if (!isReady) return;
    marks.refresh(indexes);
    if (indexes.length === store.listed.length) highlighter.refresh();
    else for (const index of indexes) highlighter.refresh(index);
    cards.refresh(indexes);
    dock.refresh();
    void pageCall('page.counts', store.counts());
  }

  /** Says what was done, or what failed and what to do. */
  async function told<T>(result: Promise<Result<T>>, text?: string): Promise<Result<T>> {
    const answer = await result;
    if (!answer.ok) tellFailure(answer.error);
    else if (text !== undefined) dock.tell(text, { canUndo: true });
    return answer;
  }

  const tellFailure = ({ reason }: Failure): void =>
    dock.tell(i18n.t(`failure.${reason}`), { isFailure: true });

  const toggleStatus = (item: ListedEntry, status: Status): void => {
    const next = item.state.status === status ? null : status;
    void told(store.setStatus(item, next), i18n.t(`dock.did.${next ?? 'cleared'}`));
  };

  const setTag = (item: ListedEntry, name: string, on: boolean): void => {
    const text = i18n.t(on ? 'dock.did.tagged' : 'dock.did.untagged', [name]);
    void told(store.setTag(item, name, on), text);
  };

  async function undo(): Promise<void> {
    const answer = await pageCall('undo', { opId: newId() });
    if (!answer.ok) {
      tellFailure(answer.error);
      return;
    }
    if (answer.value) store.apply(answer.value.papers);
    dock.tell(i18n.t(answer.value ? 'dock.did.undone' : 'dock.did.nothing'));
  }

  const act = (item: ListedEntry, action: Action): void => {
    if (action === 'save') toggleStatus(item, 'saved');
    else if (action === 'dismiss') toggleStatus(item, 'dismissed');
    else if (action === 'read') toggleStatus(item, 'read');
    else if (action === 'tags') void openTags(item);
    else if (action === 'note') cards.show(item, 'note');
    else openPaper(item);
  };

  const openPaper = (item: ListedEntry): void => {
    const [link] = item.entry.links;
    if (link) window.open(link, '_blank', 'noopener');
  };

  async function openTags(item: ListedEntry): Promise<void> {
    // At once: a person goes on typing. What can be completed comes a moment later.
    cards.show(item, 'tags');
    const answer = await pageCall('tags.list', null);
    if (!answer.ok) return;
    knownTags = answer.value;
    cards.refresh();
  }

  const cards = createCards({
    layer,
    marks,
    props: {
      save: (item) => (base, text) => store.setNote(item, base, text),
      known: () => knownTags,
      setTag,
      missing: ({ index }) => highlighter.missing(index),
      act,
    },
    keepsFocus: () => triage.current() === null,
  });

  /** The entry that a mark or the triage stands at, unless the page has just put another paper there. */
  const entryNow = (index: number): ListedEntry | null => {
    const item = store.listed[index];
    const node = item?.entry.titlePlace[0]?.node;
    catchUp();
    const isThere = item && item.index >= 0 && item.entry.titlePlace[0]?.node === node;
    return isThere ? item : null;
  };

  listenToMarks({
    container,
    root: layer.root,
    signal,
    enter: (index) => {
      const item = entryNow(index);
      if (item && !cards.isTyping()) cards.show(item, 'toolbar');
    },
    leave: () => {
      if (!cards.isTyping() && !cards.isBusy() && !container.matches(':hover')) cards.close();
    },
    press: (index) => {
      const item = entryNow(index);
      if (item) toggleStatus(item, 'saved');
    },
  });
  // A click on the page closes what is open; a note was saved as it was typed.
  addEventListener(
    'pointerdown',
    (event) => {
      if (event.isTrusted && event.target !== layer.host) cards.close();
    },
    { capture: true, signal },
  );

  function onKey(event: KeyboardEvent): boolean {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return false;
    if (event.key === 'Escape' && cards.close()) return true;
    const current = triage.current();
    if (current === null || isTextField(focusedElement(document))) return false;
    const key = KEYS[event.key];
    const item = entryNow(current);
    if (!key || !item) return false;
    key(item);
    return true;
  }

  const nextUnseen = (from: number): Result<null> => {
    const index = store.listed.findIndex(
      ({ state }, other) => other > from && state.id === '' && state.sighting === null,
    );
    if (index < 0) {
      dock.tell(i18n.t('dock.did.noneNew'));
      return fail('missing', 'There is no new entry further down.');
    }
    triage.move(index);
    return ok(null);
  };

  const highlight = async (colour: Colour): Promise<Result<null>> => {
    const answer = await highlighter.highlightSelection(colour);
    if (answer.ok) return ok(null);
    dock.tell(i18n.t('dock.did.noSelection'), { isFailure: true });
    return answer;
  };

  /** Keys of triage mode; they get the current entry. */
  const KEYS: Record<string, (item: ListedEntry) => void> = {
    j: ({ index }) => triage.move(index + 1),
    k: ({ index }) => triage.move(index - 1),
    J: ({ index }) => void nextUnseen(index),
    s: (item) => toggleStatus(item, 'saved'),
    d: (item) => toggleStatus(item, 'dismissed'),
    r: (item) => toggleStatus(item, 'read'),
    t: (item) => void openTags(item),
    n: (item) => cards.show(item, 'note'),
    h: () => void highlight('amber'),
    o: openPaper,
    u: () => void undo(),
    '?': () => dock.toggleHelp(),
    Escape: () => triage.leave(),
  };

  /** The marks first: they look where things stand, and what is drawn after that unsettles nothing. */
  function begin(): void {
    isReady = true;
    marks.place();
    requestAnimationFrame(() => changed([...store.listed.keys()]));
  }

  /** What the page's entries are now, drawn. An open card stays open, by its paper. */
  function take(entries: IdentifiedEntry[]): Loaded {
    const { hasChanged, known } = store.load(entries);
    if (hasChanged) {
      layer.followScheme(() => {
        const place = store.listed[0]?.entry.titlePlace;
        return place ? elementOf(place) : null;
      });
      marks.observe();
      cards.settle();
      if (isReady) dock.refresh();
    }
    if (isReady) highlighter.refresh();
    marks.place();
    void known.then((answer) => {
      if (!isReady) begin();
      if (!answer.ok) tellFailure(answer.error);
    });
    return { hasChanged, known };
  }

  return {
    store,
    show: take,
    follow: marks.follow,
    isTyping: cards.isTyping,
    triage: () => (triage.current() === null ? triage.start() : triage.leave()),
    nextUnseen: () => nextUnseen(triage.current() ?? -1),
    highlight,
  };
}
