import { i18n } from '#i18n';
import type { ListedEntry } from '@/components/in-page/highlight/contract';
import { createLayer, type Layer } from '@/components/in-page/layer/layer';
import { schemeAt } from '@/components/in-page/layer/scheme';
import { createChips } from '@/components/in-page/marks/chips';
import { createMarks } from '@/components/in-page/marks/marks';
import { elementOf } from '@/components/in-page/marks/placement';
import type { Action } from '@/components/in-page/marks/toolbar';
import type { IdentifiedEntry } from '@/domain/entry';
import type { Colour } from '@/domain/paper/paper';
import { fail, ok, type Result } from '@/domain/result';
import { pageCall } from '@/rpc/client';
import { createFrame } from '@/components/in-page/frame/frame';
import { createCards } from './cards';
import { createKeys } from './commands';
import type { Listing, ListingOptions } from './contract';
import { createDecisions } from './decisions';
import { createDock } from './dock';
import { createFirstPicture } from './first-picture';
import { createLooks } from './looks';
import { giveHelp } from './help';
import { listenToMarks } from './mark-events';
import { newId } from './new-id';
import { createSettings } from './page-settings';
import { createMeetings } from './meetings';
import { paperOpener } from './open-paper';
import { createPassages } from './passages';
import { createSightings } from './sightings';
import { createStore, type Loaded } from './store';
import { createTravel } from './travel';
import { createTriage } from './triage';
import { triageCommands } from './triage-commands';
import { kindsOf, pageCounts } from './view';

const STATUSES = { save: 'saved', dismiss: 'dismissed', read: 'read' } as const;

/** Sets up the whole in-page interface; every part is told what it needs and knows nothing of the others. */
export function createListing(options: ListingOptions): Listing {
  const { site, siteName, isPaper, catchUp, turnOff, signal } = options;
  const scheme = () => schemeAt(document.body ?? document.documentElement);
  const store = createStore({ newId, changed: (indexes) => changed(indexes) });
  const openPaper = paperOpener(store);
  const meetings = createMeetings({ call: pageCall, newId, isPaper, apply: store.apply, signal });
  const layer: Layer = createLayer({
    signal,
    onKey: (event) => onKey(event),
    unsettled: () => marks.place(),
  });
  const container = layer.region('marks');
  /** The marks first: they look where things stand, and what is drawn after that unsettles nothing. */
  const picture = createFirstPicture(() => {
    looks.update([...store.listed.keys()]);
    marks.place();
    requestAnimationFrame(() => {
      if (signal.aborted) return;
      dock.refresh();
      tellCounts();
    });
  }, signal);
  const sightings = createSightings((items) => {
    const papers = items.map(({ entry }) => entry.identity);
    void pageCall('page.seen', { site, at: Date.now(), papers });
  }, signal);
  const settings = createSettings({
    settings: options.settings,
    changed: () => {
      if (!picture.isDrawn()) return;
      looks.setUp();
      marks.refreshAll();
      dock.refresh();
    },
    failed: (failure) => decisions.tellFailure(failure),
  });
  const listed = () => store.listed;
  const looks = createLooks({ listed, settings: settings.now, scheme, signal });
  const triage = createTriage({
    layer,
    listed,
    isFolded: looks.isFolded,
    changed: () => dock.refresh(),
  });
  const travel = createTravel({
    listed,
    looks,
    triage,
    tell: (text) => dock.tell(text),
    changed: () => dock.refresh(),
  });
  const dock = createDock({
    layer,
    counts,
    settings: settings.now,
    remember: settings.remember,
    kinds: () => kindsOf(store.listed),
    current: triage.current,
    walk: travel.walk,
    actions: {
      go: travel.go,
      stopWalk: travel.stop,
      startTriage: triage.start,
      leaveTriage: travel.leave,
      turn: (way) => {
        if (way === 'undo' || way === 'redo') void decisions.turn(way);
        else
          void giveHelp(way, container).then((text) => {
            if (text !== null) dock.tell(text);
          });
      },
    },
    act: (action) => {
      const item = store.listed[triage.current() ?? -1];
      if (action === 'seeAll') void decisions.seeAll();
      else if (action === 'turnOff') turnOff();
      else if (action === 'settings') void pageCall('settings.open', null);
      else if (item) void decisions.dismissAbove(item);
    },
    paper: () => (isPaper ? (store.listed[0] ?? null) : null),
    actOn: (item, action) => act(item, action),
    signal,
  });
  const decisions = createDecisions({
    site,
    store,
    dock,
    newId,
    isNew: (item) => looks.view().isNew(item),
    isDiscreet: () => settings.now().isDiscreet,
    takeAsSeen: looks.takeAsSeen,
    goTo: ({ index }) => triage.move(index),
  });
  const tag = (item: ListedEntry) => cards.show(item, 'tags');
  const frame = createFrame({
    layer,
    newId,
    save: ({ id, paper, base, text }) => store.setNote(paper, { opId: id, base, text }),
    passed: (event) => void onKey(event),
    unheard: () => dock.tell(i18n.t('note.kept'), { isFailure: true }),
    written: () => cards.written(),
    signal,
  });
  const parts = { layer, frame, store, scheme, newId, signal, settings: settings.now };
  const highlighter = createPassages({ ...parts, told: () => decisions.told, tag });
  const chips = createChips(layer, () => settings.now().isDiscreet);
  const marks = createMarks({
    layer,
    container,
    listed,
    isReady: picture.isDrawn,
    seen: (item) => looks.view().seen(item),
    nearChanged: (near) => {
      highlighter.paint(near);
      looks.draw(near);
    },
    placed: (shown, height) => {
      triage.place();
      cards.place();
      chips.place(shown);
      sightings.placed(shown, height);
    },
    signal,
  });

  function changed(indexes: number[]): void {
    meetings.look(indexes.flatMap((index) => store.listed[index] ?? []));
    if (!picture.isDrawn()) return;
    dock.untellLasting();
    looks.update(indexes);
    marks.refresh(indexes);
    marks.place();
    if (indexes.length === store.listed.length) highlighter.refresh();
    else for (const index of indexes) highlighter.refresh(index);
    cards.refresh(indexes);
    dock.refresh();
    tellCounts();
  }

  function counts() {
    return looks.view().counts(store.listed);
  }

  /** The badge counts what a list has that is new. */
  function tellCounts(): void {
    if (!isPaper) void pageCall('page.counts', pageCounts(dock.counted()));
  }

  const act = (item: ListedEntry, action: Action): void => {
    if (action === 'tags' || action === 'note') cards.show(item, action);
    else if (action === 'open') openPaper(item);
    else if (action === 'noticed') void decisions.told(store.notice(item), i18n.t('notice.did'));
    else decisions.toggleStatus(item, STATUSES[action]);
  };

  const cards = createCards({
    layer,
    frame,
    marks,
    props: {
      siteName,
      setTag: decisions.setTag,
      keys: () => settings.now().keys,
      wasSeen: (item) => looks.view().wasSeen(item),
      isDiscreet: () => settings.now().isDiscreet,
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
    isTabbing: layer.isTabbing,
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
      if (item) decisions.toggleStatus(item, 'saved');
    },
    paperAt: (index) => store.listed[index],
    // A note was saved as it was typed.
    away: () => void cards.close(),
  });

  const nextUnseen = (): Result<null> => {
    travel.go('new', 1);
    return travel.walk()?.at ? ok(null) : fail('missing', 'There is no new entry further down.');
  };

  const highlight = async (colour: Colour): Promise<Result<null>> => {
    const answer = await highlighter.highlightSelection(colour);
    if (!answer.ok) dock.tell(i18n.t('dock.did.noSelection'), { isFailure: true });
    return answer.ok ? ok(null) : answer;
  };

  const onTriageKey = createKeys({
    keys: () => settings.now().keys,
    current: () => entryNow(triage.current() ?? -1),
    commands: triageCommands({
      settings: settings.now,
      travel,
      decisions,
      cards,
      dock,
      highlight,
      open: openPaper,
    }),
  });
  function onKey(event: KeyboardEvent): boolean {
    if (frame.takeKey(event)) return true;
    const isBack = event.key === 'Escape' && !event.isComposing;
    if (isBack && (cards.close() || dock.closeSheet())) return true;
    return triage.current() !== null && onTriageKey(event);
  }

  /** What the page's entries are now, drawn. An open card stays open, by its paper. */
  function take(entries: IdentifiedEntry[]): Loaded {
    const { hasChanged, known } = store.load(entries);
    const isDrawn = picture.isDrawn();
    if (hasChanged) {
      layer.followScheme(() => elementOf(store.listed[0]?.entry.titlePlace ?? []));
      marks.observe();
      cards.settle();
      if (isDrawn) dock.refresh();
    }
    if (isDrawn) highlighter.refresh();
    marks.place();
    // All that is read of the page before the first picture was read.
    layer.attach();
    void picture.after(known);
    void known.then((answer) => {
      if (!answer.ok) decisions.tellFailure(answer.error);
    });
    return { hasChanged, known };
  }

  return {
    store,
    counts: () => pageCounts(counts()),
    heed: settings.heed,
    layer,
    show: take,
    follow: marks.follow,
    isTyping: cards.isTyping,
    whenWritten: cards.whenWritten,
    vouches: frame.vouches,
    triage: () => (triage.current() === null ? triage.start() : travel.leave()),
    nextUnseen,
    highlight,
  };
}
