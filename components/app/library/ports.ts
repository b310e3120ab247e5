import type { Signal } from '@preact/signals';
import type { FirstPage } from '@/components/app/first-page';
import type { EarlyKeys } from '@/components/app/keys/early';
import type { PaperState } from '@/domain/paper/paper';
import type { Failure, Result } from '@/domain/result';
import type { Call } from '@/rpc/client';
import type { AppProtocol } from '@/rpc/protocol';
import type { Search } from '@/search/client';
import type { RunTask } from '@/topics/tasks';

/** What the library needs of the browser. */
export interface LibraryPorts {
  call: Call<AppProtocol>;
  firstPage: FirstPage;
  /** Keys that were pressed before this code was there. */
  earlyKeys?: EarlyKeys | undefined;
  /** Starts the search worker; it tells how many papers it has read while it reads more. */
  startSearch: (progress: (papers: number) => void) => Search;
  openTab: (url: string, options: { background: boolean }) => void;
  /** The hash of the page's address. */
  hash: { get: () => string; set: (hash: string, options: { replace: boolean }) => void };
  /** Works on topics off the main thread. */
  run: RunTask;
  copy: (text: string) => Promise<void>;
  /** Keeps how this page looks, in this browser. */
  memory: Pick<Storage, 'getItem' | 'setItem'>;
  /** Begins the page anew. */
  reload: () => void;
  now: () => Date;
  /** A new id for an operation. */
  newId: () => string;
}

/** One line at the foot of the page that says what happened, with what takes it back or does it again. */
export interface StatusLine {
  tone: 'status' | 'alert';
  text: string;
  undo?: () => void;
  redo?: () => void;
}

/** What a step's answer must have for the list to show it. */
export interface Stepped {
  count: number;
  papers: PaperState[];
}

/** Makes steps: tells what was done with an Undo, or why it was not. */
export interface Steps {
  /** `did` is what to say; `what` what failed ("Couldn't …"). Gives whether it was done. */
  step: (
    ask: (opId: string) => Promise<Result<Stepped>>,
    words: { did: (count: number) => string; what: string },
  ) => Promise<boolean>;
  refuse: (what: string, failure: Failure) => void;
  notice: Signal<StatusLine | null>;
}
