import { signal } from '@preact/signals';
import { i18n } from '#i18n';
import { problem } from '@/components/ui/problem';
import type { PaperState, Tag } from '@/domain/paper/paper';
import type { Failure } from '@/domain/result';
import { createActions } from '@/components/app/papers/actions';
import { createList } from '@/components/app/papers/list-state';
import { HOME, parseRoute, printRoute, type Route } from './route';
import { createTopicsState } from '@/components/app/topics/state';
import { createSelection } from '@/components/app/papers/selection';
import type { LibraryPorts, Notice, Steps } from './ports';

export type LibraryState = ReturnType<typeof createLibrary>;

/** The library page's state and what can be done in it. Nothing is asked for before `start`. */
export function createLibrary(ports: LibraryPorts) {
  const route = signal<Route>(parseRoute(ports.hash.get()));
  const notice = signal<Notice | null>(null);
  const tags = signal<Tag[]>([]);
  /** Papers in the search index while more are being read; `null` when it has all. */
  const indexing = signal<number | null>(null);
  /** Rises whenever papers were changed, here or elsewhere: views that show some read it and ask again. */
  const changes = signal(0);

  /** Goes to another place; the browser's Back leads here again unless `replace` is set. */
  function go(to: Partial<Route>, { replace = false } = {}): void {
    const next = { ...route.peek(), ...to };
    const hash = printRoute(next);
    if (hash === printRoute(route.peek())) return;
    route.value = next;
    ports.hash.set(hash, { replace });
  }

  /** Says that something failed ("Couldn't …"), what was kept and what to do. */
  function refuse(what: string, failure: Failure): void {
    notice.value = { tone: 'alert', text: problem(what, failure) };
  }

  const topics = createTopicsState({
    call: ports.call,
    run: ports.run,
    tell: (text, undo) => {
      notice.value = { tone: 'status', text, ...(undo ? { undo } : {}) };
    },
    undoStep,
    refuse,
  });
  const search = ports.startSearch((papers) => {
    indexing.value = papers;
  });
  const list = createList(ports.call, search, route);
  const selection = createSelection(list);

  async function loadTags(): Promise<void> {
    const answer = await ports.call('tags.list', null);
    if (answer.ok) tags.value = answer.value;
  }

  /** Papers were changed; an empty list means that many were. */
  function changed(states: readonly PaperState[] = []): void {
    changes.value += 1;
    list.changed(states);
    void loadTags();
  }

  /** Takes a step back, the newest where none is named. */
  async function undoStep(step?: string): Promise<void> {
    const named = step === undefined ? {} : { step };
    const answer = await ports.call('undo', { opId: ports.newId(), ...named });
    if (!answer.ok) return refuse(i18n.t('library.couldnt.undo'), answer.error);
    notice.value = answer.value
      ? { tone: 'status', text: i18n.t('dock.did.undone'), redo: () => void redoLast() }
      : { tone: 'status', text: i18n.t('dock.did.nothing') };
    changed(answer.value?.papers);
  }

  /** Does again what was undone last, unless something new was done since. */
  async function redoLast(): Promise<void> {
    const step = ports.newId();
    const answer = await ports.call('redo', { opId: step });
    if (!answer.ok) return refuse(i18n.t('library.couldnt.redo'), answer.error);
    notice.value = answer.value
      ? { tone: 'status', text: i18n.t('dock.did.redone'), undo: () => void undoStep(step) }
      : { tone: 'status', text: i18n.t('dock.did.nothingAgain') };
    changed(answer.value?.papers);
  }

  const steps: Steps = {
    notice,
    refuse,
    step: async (ask, { did, what }) => {
      const opId = ports.newId();
      const answer = await ask(opId);
      if (!answer.ok) {
        refuse(what, answer.error);
        return false;
      }
      const { count, papers } = answer.value;
      notice.value = { tone: 'status', text: did(count), undo: () => void undoStep(opId) };
      changed(papers);
      return true;
    },
  };

  return {
    ...steps,
    route,
    tags,
    indexing,
    changes,
    topics,
    list,
    selection,
    actions: createActions(ports, steps),
    go,
    changed,
    undoStep,
    redoLast,
    call: ports.call,
    openTab: ports.openTab,
    copy: ports.copy,
    now: ports.now,
    newId: ports.newId,
    /** Ids of all papers that a search finds, newest first. Rejects when the search can't be read. */
    findAll: async (text: string): Promise<string[]> => {
      const { search: found, count } = await search.find(text, 'newest', 1);
      return search.ids(found, 0, count - 1);
    },
    /** Groups of papers that look like one, by their ids. */
    findDuplicates: search.duplicates,
    /** Shows the papers that a search finds. */
    search: (query: string): void => go({ ...HOME, query }),
    /** Shows a paper in the detail pane. */
    open: (paper: string | null, options?: { replace: boolean }): void => go({ paper }, options),
    /** The address was changed: by the person, or by Back. */
    arrive: (): void => {
      route.value = parseRoute(ports.hash.get());
    },
    start: (): void => {
      list.start();
      void loadTags();
      void search.refresh().then(() => {
        indexing.value = null;
        void list.load();
      });
    },
  };
}
