import { computed, effect, type Signal, signal } from '@preact/signals';
import { createKeyboard } from '@/components/app/keys/keyboard';
import { createCondition } from '@/components/app/care/condition';
import { createCompleting } from '@/components/app/papers/completing';
import { createActions } from '@/components/app/papers/actions';
import { neighbour } from '@/components/app/papers/list/neighbour';
import { createList } from '@/components/app/papers/list/list-state';
import { createDensity } from '@/components/app/papers/list/density';
import { createSelection } from '@/components/app/papers/list/selection';
import { createTopicsState, type TopicsState } from '@/components/app/topics/state';
import type { PaperState, Tag } from '@/domain/paper/paper';
import type { Search } from '@/search/client';
import type { LibraryPorts, StatusLine } from './ports';
import { HOME, parseRoute, printRoute, type Route } from './route';
import { createSteps } from './steps';

export type LibraryState = ReturnType<typeof createLibrary>;

/** Where the library page is, which its address tells. */
function createWay(hash: LibraryPorts['hash']) {
  const route = signal<Route>(parseRoute(hash.get()));

  /** Goes to another place; the browser's Back leads here again unless `replace` is set. */
  function go(to: Partial<Route>, { replace = false } = {}): void {
    const next = { ...route.peek(), ...to };
    const printed = printRoute(next);
    if (printed === printRoute(route.peek())) return;
    route.value = next;
    hash.set(printed, { replace });
  }

  return {
    route,
    go,
    /** Shows the papers that a search finds. */
    search: (query: string): void => go({ ...HOME, query }),
    /** Shows a paper in the detail pane. */
    open: (paper: string | null, options?: { replace: boolean }): void => go({ paper }, options),
    /** The address was changed: by the person, or by Back. */
    arrive: (): void => {
      route.value = parseRoute(hash.get());
    },
  };
}

interface Removal {
  way: ReturnType<typeof createWay>;
  list: ReturnType<typeof createList>;
  actions: ReturnType<typeof createActions>;
}

/** Deletes papers; where the one that shows is among them, the next one shows. */
const removal =
  ({ way, list, actions }: Removal) =>
  async (ids: readonly string[]): Promise<boolean> => {
    const { paper } = way.route.peek();
    const gone = new Set(ids);
    const next = paper !== null && gone.has(paper) ? neighbour(list, paper, gone) : paper;
    const isDone = await actions.remove(ids);
    if (isDone && way.route.peek().paper === paper) way.open(next, { replace: true });
    return isDone;
  };

/** The topics, which tell what they did in the library's own line. */
const topicsOf = (
  { call, run }: LibraryPorts,
  { undoStep, refuse }: ReturnType<typeof createSteps>,
  notice: Signal<StatusLine | null>,
): TopicsState =>
  createTopicsState({
    call,
    run,
    tell: (text, undo) => {
      notice.value = { tone: 'status', text, ...(undo ? { undo } : {}) };
    },
    undoStep,
    refuse,
  });

/** What views may ask of the browser and the background. */
const portsForViews = ({ call, openTab, copy, now, newId }: LibraryPorts) => ({
  call,
  openTab,
  copy,
  now,
  newId,
});

/** Ids of all papers that a search finds, newest first. Rejects when the search can't be read. */
async function idsOfAll(search: Search, text: string): Promise<string[]> {
  const { search: found, count } = await search.find(text, 'newest', 1);
  return search.ids(found, 0, count - 1);
}

/** Starts the search; `indexing` tells how far a refresh is, and nothing once it is done. */
function startSearch(start: LibraryPorts['startSearch'], indexing: Signal<number | null>): Search {
  const search = start((papers) => {
    indexing.value = papers;
  });
  return {
    ...search,
    refresh: () =>
      search.refresh().finally(() => {
        indexing.value = null;
      }),
  };
}

/** Whenever the list shows another answer, what it has no more is not selected; a selection on the map is the map's. */
function followList(
  { listed }: ReturnType<typeof createList>,
  route: Signal<Route>,
  { keepListed }: ReturnType<typeof createSelection>,
): void {
  const shown = computed(() => (route.value.view === HOME.view ? listed.value.answers : null));
  effect(() => {
    if (shown.value !== null) void keepListed();
  });
}

/** The library page's state and what can be done in it. Nothing is asked for before `start`. */
export function createLibrary(ports: LibraryPorts) {
  const way = createWay(ports.hash);
  const tags = signal<Tag[]>([]);
  /** Papers in the search index while more are being read; `null` when it has all. */
  const indexing = signal<number | null>(null);
  /** Rises whenever papers were changed, here or elsewhere: views that show some read it and ask again. */
  const changes = signal(0);
  const notice = signal<StatusLine | null>(null);
  const care = createCondition({ ...ports, isWell: ports.reload });
  const keyboard = createKeyboard(ports);
  const isPaletteOpen = signal(false);
  const steps = createSteps({ ...ports, notice, changed });
  const topics = topicsOf(ports, steps, notice);
  const search = startSearch(ports.startSearch, indexing);
  const list = createList(ports, search, way.route);

  async function loadTags(): Promise<void> {
    const answer = await ports.call('tags.list', null);
    if (answer.ok) tags.value = answer.value;
  }

  /** Papers were changed; an empty list means that many were. */
  function changed(states: readonly PaperState[] = []): void {
    changes.value += 1;
    list.changed(states);
    void loadTags();
    // Many: the library may have become another.
    if (states.length === 0 || care.condition.peek()?.trouble) void care.load();
  }

  const actions = createActions(ports, steps);
  const selection = createSelection(list);

  return {
    ...steps,
    ...way,
    care,
    tags,
    keys: keyboard.keys,
    areKeysKnown: keyboard.isKnown,
    hearsKeys: keyboard.hears,
    isAdvancing: keyboard.isAdvancing,
    isHelpOpen: keyboard.isHelpOpen,
    isPaletteOpen,
    /** Whether the search is to have the focus, once it shows. */
    isSearchWanted: signal(false),
    /** Whether something lies over the page that has the keys. */
    isCovered: (): boolean => isPaletteOpen.peek() || keyboard.isHelpOpen.peek(),
    indexing,
    changes,
    topics,
    list,
    selection,
    ...createDensity(ports.memory),
    actions: { ...actions, remove: removal({ way, list, actions }) },
    completing: createCompleting({ ...ports, ...steps }),
    changed,
    ...portsForViews(ports),
    findAll: (text: string): Promise<string[]> => idsOfAll(search, text),
    /** Groups of papers that look like one, by their ids. */
    findDuplicates: search.duplicates,
    start: (): void => {
      void care.load();
      list.start();
      followList(list, way.route, selection);
      void loadTags();
      void keyboard.load();
      void search.refresh().then(() => list.load());
    },
  };
}
