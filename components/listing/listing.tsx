import { i18n } from '#i18n';
import { createHighlighter } from '@/components/highlight/highlighter';
import { createLayer, type Layer } from '@/components/layer/layer';
import { schemeAt } from '@/components/layer/scheme';
import { focusedElement, isTextField } from '@/components/layer/shield';
import { NoteCard } from '@/components/note-editor/note-card';
import { createMarks } from '@/components/row/marks';
import { boxOf, elementOf } from '@/components/row/placement';
import { TagEditor } from '@/components/row/tag-editor';
import { type Action, Toolbar } from '@/components/row/toolbar';
import type { IdentifiedEntry } from '@/domain/entry';
import type { Colour, PaperState, Status, Tag } from '@/domain/paper';
import { type Failure, fail, ok, type Result } from '@/domain/result';
import { pageCall } from '@/rpc/client';
import { createDock } from './dock';
import { createFloating } from './floating';
import { listenToMarks } from './mark-events';
import { createSightings } from './sightings';
import { createStore, type Store } from './store';
import { createTriage } from './triage';

/** Gloss on a listing page. */
export interface Listing {
  store: Store;
  /** Takes over the page's entries as they are now. */
  show: (entries: IdentifiedEntry[]) => Promise<Result<null>>;
  triage: () => void;
  nextUnseen: () => Result<null>;
  highlight: (colour: Colour) => Promise<Result<null>>;
}

interface Options {
  site: string;
  /** Ends it: nothing stays on the page. */
  signal: AbortSignal;
}

/** Sets up the whole in-page interface; every part is told what it needs and knows nothing of the others. */
export function createListing({ site, signal }: Options): Listing {
  const newId = (): string => crypto.randomUUID();
  const store = createStore({ newId, changed: (indexes) => changed(indexes) });
  const layer: Layer = createLayer({ signal, onKey: (event) => onKey(event) });
  const container = layer.region('marks');
  const floating = createFloating(layer);
  let open: { index: number; kind: 'toolbar' | 'tags' | 'note' } | null = null;
  let knownTags: Tag[] = [];

  const sightings = createSightings((indexes) => {
    const papers = indexes.flatMap((index) => {
      const item = store.listed[index];
      return item ? item.entry.identity : [];
    });
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
      told(store.addHighlight(index, { highlight }), i18n.t('dock.did.highlighted')),
    edit: (index, id, change) => told(store.editHighlight(index, { id, ...change })),
    remove: (index, id) => told(store.removeHighlight(index, { id })),
    newId,
    now: () => Date.now(),
    signal,
  });
  const marks = createMarks({
    layer,
    container,
    listed: () => store.listed,
    nearChanged: (near) => highlighter.paint(near),
    placed: (shown) => {
      triage.place();
      floating.place();
      sightings.placed(shown);
    },
    signal,
  });

  function changed(indexes: number[]): void {
    marks.refresh(indexes);
    if (indexes.length === store.listed.length) highlighter.refresh();
    else for (const index of indexes) highlighter.refresh(index);
    if (open && open.kind !== 'note' && indexes.includes(open.index)) render();
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

  const toggleStatus = (index: number, status: Status): void => {
    const next = store.listed[index]?.state.status === status ? null : status;
    void told(store.setStatus(index, next), i18n.t(`dock.did.${next ?? 'cleared'}`));
  };

  const setTag = (index: number, name: string, on: boolean): void => {
    const text = i18n.t(on ? 'dock.did.tagged' : 'dock.did.untagged', [name]);
    void told(store.setTag(index, name, on), text);
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

  const act = (index: number, action: Action): void => {
    if (action === 'save') toggleStatus(index, 'saved');
    else if (action === 'dismiss') toggleStatus(index, 'dismissed');
    else if (action === 'read') toggleStatus(index, 'read');
    else if (action === 'tags') void openTags(index);
    else if (action === 'note') show(index, 'note');
    else openPaper(index);
  };

  const openPaper = (index: number): void => {
    const [link] = store.listed[index]?.entry.links ?? [];
    if (link) window.open(link, '_blank', 'noopener');
  };

  async function openTags(index: number): Promise<void> {
    // At once: a person goes on typing. What can be completed comes a moment later.
    show(index, 'tags');
    const answer = await pageCall('tags.list', null);
    if (!answer.ok) return;
    knownTags = answer.value;
    if (open?.kind === 'tags') render();
  }

  const close = (): void => {
    const mark = open && marks.get(open.index);
    const hadFocus = layer.root.activeElement !== null && open?.kind !== 'toolbar';
    if (mark) mark.dataset.open = 'false';
    open = null;
    floating.hide();
    if (hadFocus && triage.current() === null) mark?.focus({ preventScroll: true });
  };

  function show(index: number, kind: 'toolbar' | 'tags' | 'note'): void {
    if (open && open.index !== index) close();
    open = { index, kind };
    const mark = marks.get(index);
    if (mark) mark.dataset.open = 'true';
    render();
  }

  function render(): void {
    if (!open) return;
    const { index, kind } = open;
    const item = store.listed[index];
    if (!item) return;
    const titleBox = () => boxOf(item.entry.titlePlace);
    const markBox = () => marks.get(index)?.getBoundingClientRect() ?? titleBox();
    if (kind === 'note') {
      const save = (base: string, text: string): Promise<Result<PaperState>> =>
        store.setNote(index, base, text);
      const side = () => boxOf(item.entry.abstractPlace) ?? titleBox();
      floating.show(
        <NoteCard key={`note${index}`} item={item} save={save} close={close} />,
        side,
        'beside',
      );
    } else if (kind === 'tags')
      floating.show(
        <TagEditor
          key={`tags${index}`}
          item={item}
          known={knownTags}
          setTag={(name, on) => setTag(index, name, on)}
          close={close}
        />,
        markBox,
        'under',
      );
    else
      floating.show(
        <Toolbar
          key={`toolbar${index}`}
          item={item}
          missing={highlighter.missing(index)}
          act={(action) => act(index, action)}
          removeTag={(name) => setTag(index, name, false)}
        />,
        markBox,
        'under',
      );
  }

  listenToMarks({
    container,
    root: layer.root,
    signal,
    enter: (index) => {
      if (open?.kind === 'toolbar' || open === null) show(index, 'toolbar');
    },
    leave: () => {
      if (open?.kind === 'toolbar' && !floating.isBusy() && !container.matches(':hover')) close();
    },
    press: (index) => toggleStatus(index, 'saved'),
  });
  // A click on the page closes what is open; a note was saved as it was typed.
  addEventListener(
    'pointerdown',
    (event) => {
      if (open && event.isTrusted && event.target !== layer.host) close();
    },
    { capture: true, signal },
  );

  function onKey(event: KeyboardEvent): boolean {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return false;
    if (event.key === 'Escape' && open) {
      close();
      return true;
    }
    const at = triage.current();
    if (at === null || isTextField(focusedElement(document))) return false;
    const key = KEYS[event.key];
    if (!key) return false;
    key(at);
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

  /** Keys of triage mode; they get the current entry's index. */
  const KEYS: Record<string, (at: number) => void> = {
    j: (at) => triage.move(at + 1),
    k: (at) => triage.move(at - 1),
    J: (at) => void nextUnseen(at),
    s: (at) => toggleStatus(at, 'saved'),
    d: (at) => toggleStatus(at, 'dismissed'),
    r: (at) => toggleStatus(at, 'read'),
    t: (at) => void openTags(at),
    n: (at) => show(at, 'note'),
    h: () => void highlight('amber'),
    o: openPaper,
    u: () => void undo(),
    '?': () => dock.toggleHelp(),
    Escape: () => triage.leave(),
  };

  return {
    store,
    show: async (entries) => {
      if (open) close();
      const loaded = store.load(entries);
      layer.followScheme(() => {
        const place = store.listed[0]?.entry.titlePlace;
        return place ? elementOf(place) : null;
      });
      sightings.reset();
      marks.observe();
      highlighter.refresh();
      dock.refresh();
      const answer = await loaded;
      if (!answer.ok) tellFailure(answer.error);
      return answer;
    },
    triage: () => (triage.current() === null ? triage.start() : triage.leave()),
    nextUnseen: () => nextUnseen(triage.current() ?? -1),
    highlight,
  };
}
