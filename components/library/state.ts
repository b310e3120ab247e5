import { signal } from '@preact/signals';
import type { Failure } from '@/domain/result';
import type { Call } from '@/rpc/client';
import type { AppProtocol } from '@/rpc/protocol';
import { problem } from '@/components/popup/problem';
import { HOME, parseRoute, printRoute, type Route } from './route';
import { createTopicsState } from '@/components/topics/state';
import type { RunTask } from '@/domain/topics/tasks';
import { createPapers } from './papers-state';

/** What the library needs of the browser. */
export interface LibraryPorts {
  call: Call<AppProtocol>;
  openTab: (url: string, options: { background: boolean }) => void;
  /** The hash of the page's address. */
  hash: { get: () => string; set: (hash: string, options: { replace: boolean }) => void };
  /** Works on topics off the main thread. */
  run: RunTask;
  now: () => Date;
}

/** One line at the foot of the page that says what happened; `undo` where it can be undone. */
export interface Notice {
  tone: 'status' | 'alert';
  text: string;
  undo?: () => void;
}

export type LibraryState = ReturnType<typeof createLibrary>;

/** The library page's state and what can be done in it. Nothing is asked for before `start`. */
export function createLibrary(ports: LibraryPorts) {
  const route = signal<Route>(parseRoute(ports.hash.get()));
  const notice = signal<Notice | null>(null);
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

  const papers = createPapers(ports.call, route);
  const topics = createTopicsState({
    call: ports.call,
    run: ports.run,
    tell: (text, undo) => {
      notice.value = { tone: 'status', text, ...(undo ? { undo } : {}) };
    },
    refuse,
  });

  return {
    route,
    notice,
    changes,
    papers,
    topics,
    go,
    refuse,
    call: ports.call,
    openTab: ports.openTab,
    now: ports.now,
    /** Shows the papers that a search finds. */
    search: (query: string): void => go({ ...HOME, query }),
    /** Shows a paper in the detail pane. */
    open: (paper: string | null, options?: { replace: boolean }): void => go({ paper }, options),
    /** The address was changed: by the person, or by Back. */
    arrive: (): void => {
      route.value = parseRoute(ports.hash.get());
    },
    /** Papers were changed elsewhere. */
    changed: (): void => {
      changes.value += 1;
    },
    start: (): void => papers.start(changes),
  };
}
