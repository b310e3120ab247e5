import type { Signal } from '@preact/signals';
import type { FirstPage } from '@/components/app/first-page';
import type { EarlyKeys } from '@/components/app/keys/early';
import type { Status } from '@/domain/paper/paper';
import type { Call } from '@/rpc/client';
import type { AppProtocol, TabProtocol } from '@/rpc/protocol';
import type { Search } from '@/search/client';
import type { RunTask } from '@/topics/tasks';

/** Where a person was in the popup, for the next time it opens. */
export interface Memory {
  get: () => string | null;
  set: (text: string) => void;
}

/** What the popup needs of the browser. */
export interface Ports {
  call: Call<AppProtocol>;
  /** Calls the content script of a tab. */
  callTab: <
    K extends
      | 'listing.describe'
      | 'listing.triage'
      | 'listing.leave'
      | 'listing.nextUnseen'
      | 'listing.show'
      | 'listing.read',
  >(
    tabId: number,
    name: K,
    ask: Parameters<TabProtocol[K]>[0],
  ) => Promise<ReturnType<TabProtocol[K]>>;
  /** The tab that the popup was opened over; its address where the browser tells it. */
  activeTab: () => Promise<{ id: number; url: string | undefined } | null>;
  /** Sites that Gloss may act on by itself, as match patterns. */
  permissions: {
    has: (pattern: string) => Promise<boolean>;
    /** The browser asks the person; only in answer to a click. */
    request: (pattern: string) => Promise<boolean>;
    remove: (pattern: string) => Promise<boolean>;
  };
  firstPage: FirstPage;
  /** Keys that were pressed before this code was there. */
  earlyKeys?: EarlyKeys | undefined;
  /** Resolves once what was drawn last shows. */
  shown: () => Promise<void>;
  openTab: (url: string, options: { background: boolean }) => void;
  /** Opens the library page, at a hash where one is given. */
  openLibrary: (hash?: string) => void;
  /** Opens the side panel; absent where the browser has none. Must be called first thing in a click. */
  openSidePanel: (() => void) | null;
  /** Whether a file can be chosen here: Firefox closes a popup that has asked for one. */
  readsFiles: boolean;
  close: () => void;
  /** Starts the search worker; it tells how many papers it has read while it reads more. */
  startSearch: (progress: (papers: number) => void) => Search;
  memory: Memory;
  /** Calls when the popup is closed or hidden. */
  whenLeft: (act: () => void) => void;
  copy: (text: string) => Promise<void>;
  /** Begins the popup anew. */
  reload: () => void;
  /** A new id for an operation. */
  newId: () => string;
  /** Hands a file to the browser's downloads. */
  download: (name: string, blob: Blob) => void;
  /** Works on topics off the main thread. */
  run: RunTask;
  now: () => Date;
}

export const TABS = ['recent', 'topics', 'page'] as const;
export type TabName = (typeof TABS)[number];

/** A topic that the list is narrowed to. */
export interface TopicFilter {
  label: string;
  ids: string[];
}

/** What narrows the lists. */
export interface Filters {
  text: Signal<string>;
  status: Signal<Status | null>;
  /** A tag's id. */
  tag: Signal<string | null>;
  topic: Signal<TopicFilter | null>;
}

/** One line under the tabs that says what happened. */
export type StatusLine = { tone: 'status' | 'alert'; text: string } | null;
