import type {
  Backup,
  BackupFolder,
  BackupPreview,
  CheckupReport,
  FolderOffered,
} from '@/domain/backup';
import type { ExportHead } from '@/domain/export/document';
import type { PagePreview } from '@/domain/import/changes';
import type {
  BulkChange,
  CompletionReport,
  HistoryEntry,
  ExportLines,
  ImportReport,
  LibraryPage,
  SavedSearch,
  TrashedPaper,
  Undone,
} from '@/domain/library';
import type { Condition, Offer } from '@/domain/mark';
import type {
  Colour,
  Highlight,
  Identity,
  LibraryPaper,
  PaperRef,
  PaperState,
  PaperText,
  Status,
  Tag,
} from '@/domain/paper/paper';
import type { Result } from '@/domain/result';
import type { PageSettings, Settings, SettingsChange, SiteSettings } from '@/domain/settings';
import type { Lesson } from '@/domain/taught';
import type { Profiles } from '@/domain/topics/fit/profiles';
import type { PaperMap } from '@/domain/topics/map/map';
import type { StoredTopics, Topic } from '@/domain/topics/types';
import type { PageCounts } from './listing-description';
import type { PageOpened } from './page-opened';

/**
 * Every call between contexts: one documented line each. Values are JSON.
 * A write carries an `opId` of the caller's making: sending it again is harmless, so a caller that got no
 * answer (the worker may die between commit and answer) sends the same message again.
 * Every answer is a `Result`; `undefined` is a failure (`client.ts` turns it into `unreachable`).
 */

/** One write: its idempotency key, and the paper it is about. */
export interface Write {
  opId: string;
  paper: PaperRef;
}

/** Calls that content scripts may make: about the papers on their page, never the whole library. */
export interface PageProtocol {
  /** States of the page's papers, in the order asked, `null` where nothing is known; one message a page. */
  'page.states'(ask: { papers: Identity[] }): Result<(PaperState | null)[]>;
  /**
   * What a page needs for its first picture, in one message; its badge is set by the way. `visit` is when the page was
   * opened, milliseconds since 1970: what was seen since is still new.
   */
  'page.open'(ask: { visit: number; papers: Identity[] }): Result<PageOpened>;
  /** Entries that were on the screen for a second or more. */
  'page.seen'(ask: { site: string; at: number; papers: Identity[] }): Result<null>;
  /**
   * What the page says of papers that are kept: once each. `isOpened` where the page is the paper's own. Answers with
   * the states that changed.
   */
  'papers.met'(ask: { opId: string; papers: PaperRef[]; isOpened: boolean }): Result<PaperState[]>;
  /** Has the caller's page read by the digest detector, where the browser allows it: a person asked for it there. */
  'page.digest'(ask: null): Result<null>;
  /** Has the caller's page taught by the script that can (`listing.teach`), where the browser allows it. */
  'page.teach'(ask: { lesson: Lesson | 'forget' }): Result<null>;
  /** Counts for the toolbar badge. */
  'page.counts'(ask: PageCounts): Result<null>;
  'paper.status'(ask: Write & { status: Status | null }): Result<PaperState>;
  /** Sets one status on many papers of the page: one step to undo. */
  'papers.status'(ask: {
    opId: string;
    papers: PaperRef[];
    status: Status | null;
  }): Result<PaperState[]>;
  /** Takes papers of the page as seen, on the screen or not: one step to undo. */
  'papers.seen'(ask: { opId: string; site: string; papers: Identity[] }): Result<null>;
  /** Puts a tag on or takes it off; a name that is new makes the tag. */
  'paper.tag'(ask: Write & { name: string; on: boolean }): Result<PaperState>;
  /** A note's whole new text, with the revision that the editor started from; merged where another edit came between. */
  'paper.note'(ask: Write & { base: string; text: string }): Result<PaperState>;
  /** The person has seen the paper's notices. */
  'paper.noticed'(ask: Write): Result<PaperState>;
  'highlight.add'(ask: Write & { highlight: Highlight }): Result<PaperState>;
  /** Colour and comment may change; the passage never does. */
  'highlight.edit'(
    ask: Write & { id: string; colour?: Colour; comment?: string },
  ): Result<PaperState>;
  'highlight.remove'(ask: Write & { id: string }): Result<PaperState>;
  /**
   * Undoes the newest step of this person that is not undone yet, or the one named (the `opId` it was done
   * with); `null` when there is none.
   */
  undo(ask: { opId: string; step?: string }): Result<Undone | null>;
  /** Redoes the step that was undone last, unless a new step came since; `null` when there is nothing to redo. */
  redo(ask: { opId: string }): Result<Undone | null>;
  /** What a paper can be tagged with: all tags, the likeliest first, and those that similar papers have. */
  'tags.complete'(ask: { paper: PaperText }): Result<{ tags: Tag[]; suggested: Tag[] }>;
  /**
   * The settings as they hold on the caller's site; the browser says which that is, never the caller. `seal` is a word
   * by which content scripts of this installation know each other.
   */
  'settings.page'(ask: null): Result<PageSettings & { seal: string }>;
  /** Stores what the caller's site remembers: the place of the page bar, which entries are dimmed or folded. */
  'settings.site'(ask: SiteSettings): Result<PageSettings>;
  /** Opens the settings in a tab of their own. */
  'settings.open'(ask: null): Result<null>;
  /**
   * Opens the frame in a window of its own, for a page that has none; `nonce` is the caller's word for it. Shows the
   * window that was `opened` before, where that is still there. Answers with the browser's id of the window.
   */
  'frame.window'(ask: { nonce: string; opened: number | null }): Result<{ id: number }>;
  /**
   * Asks the content script of the caller's tab whether `nonce` is its own; fails with `forbidden` where it is not. A
   * page may know the nonce, which is in the frame's address. It never learns `word`, which comes with the script's port.
   */
  'frame.vouch'(ask: { nonce: string }): Result<{ word: string }>;
  /** Opens the library in a tab of its own. */
  'library.show'(ask: null): Result<null>;
  /** Versions, counts and the last errors as text, for a report; nothing that a person wrote or read. */
  diagnostics(ask: null): Result<string>;
}

/** Calls that the frame on a page makes itself; its other calls go through the page's script. */
export type FrameProtocol = Pick<PageProtocol, 'paper.note' | 'tags.complete' | 'frame.vouch'>;

/** Calls that only the extension's own pages may make. */
export interface AppProtocol extends PageProtocol {
  /** A page of the library, newest first, shorter than asked for where papers are long; `after` is `next` of the page before. Searching is the index's (`search/`). */
  'library.newest'(ask: { after: string | null; limit: number }): Result<LibraryPage>;
  /** Papers that came in from one moment until another, milliseconds since 1970: the newest `limit` (fewer where they are long), and how many there are. */
  'library.between'(ask: { from: number; to: number; limit: number }): Result<{
    papers: LibraryPaper[];
    count: number;
  }>;
  /**
   * Papers by their ids or older ids, in the order asked, those that are not there left out; up to 500, fewer where they
   * are long: `next` is the last of `ids` that is through.
   */
  'library.papers'(ask: { ids: string[] }): Result<LibraryPage>;
  /** Does one thing to many papers: one transaction, one step to undo. */
  'papers.bulk'(ask: { opId: string; ids: string[]; change: BulkChange }): Result<Changed>;
  /** Puts a paper into the trash. All marks disappear; its keys stay its own. */
  'paper.delete'(ask: { opId: string; id: string }): Result<Changed>;
  'paper.restore'(ask: { opId: string; id: string }): Result<Changed>;
  /** Makes one paper of several that a person says are the same. */
  'paper.join'(ask: { opId: string; ids: string[] }): Result<Changed>;
  /** Keeps that papers that look like one are different, or by `false` lets it go. */
  'papers.different'(ask: { ids: string[]; different: boolean }): Result<null>;
  /** Takes the newest joining of a paper apart, by a person or by a page; no page joins the parts again. */
  'paper.split'(ask: { opId: string; id: string }): Result<Changed>;
  /** The steps that changed a paper, newest first; `before` is `next` of the page before. */
  'paper.history'(ask: {
    id: string;
    before: number | null;
    limit: number;
  }): Result<{ entries: HistoryEntry[]; next: number | null }>;
  /** Deleted papers, those deleted last first; `after` is `next` of the page before. */
  'trash.list'(ask: {
    after: number | null;
    limit: number;
  }): Result<{ papers: TrashedPaper[]; next: number | null }>;
  /** Deletes the papers in the trash for good and returns how many. Can't be undone. */
  'trash.empty'(ask: null): Result<number>;
  /** All tags, those used last first. */
  'tags.list'(ask: null): Result<Tag[]>;
  /** All tags with the number of papers that have them, for their management. */
  'tags.counted'(ask: null): Result<(Tag & { papers: number })[]>;
  /** Fails with `invalid` when another tag has the name: the two can be merged. */
  'tag.rename'(ask: { opId: string; id: string; name: string }): Result<Changed>;
  'tag.recolour'(ask: { opId: string; id: string; colour: number }): Result<Changed>;
  /** Puts `into` on all papers that have the tag, then deletes the tag. */
  'tag.merge'(ask: { opId: string; id: string; into: string }): Result<Changed>;
  /** Takes the tag off all papers and deletes it. */
  'tag.delete'(ask: { opId: string; id: string }): Result<Changed>;
  /** How the library is; where it is not well nothing is written to it until a person has chosen. */
  'library.condition'(ask: null): Result<Condition>;
  /**
   * Brings a library back that is lost, smaller or damaged: from the copy outside the databases, or from a backup.
   * `null` after some seconds in which it was not done: ask again until it is.
   */
  'library.rescue'(ask: { opId: string; from: Offer['from'] }): Result<ImportReport | null>;
  /** Begins a new library in place of a lost one, or goes on with what is left; the copy becomes a backup. */
  'library.anew'(ask: null): Result<null>;
  /** What to suggest of a folder for backups, `null` where nothing is; `isDismissed` ends that for good. */
  'backup.offered'(ask: { isDismissed: boolean }): Result<FolderOffered | null>;
  /** Backups that are whole, the newest first. */
  'backup.list'(ask: null): Result<Backup[]>;
  'backup.now'(ask: null): Result<null>;
  /** Brings the chosen folder up to date and returns its state; `null` where none was chosen. `isNew` when it was chosen just now. */
  'backup.folder'(ask: { isNew: boolean }): Result<BackupFolder | null>;
  /** Takes a file of the folder in as a backup. Fails with `invalid` and the place where it is broken. */
  'backup.take'(ask: { name: string }): Result<{ id: string }>;
  /** What restoring a backup would change; `null` after some seconds in which that was not clear: ask again until it is. */
  'backup.preview'(ask: { id: string }): Result<BackupPreview | null>;
  /**
   * `merge` brings back what is missing, as one step to undo; `replace` makes the library what it was, after a
   * backup of what it is. All of it or nothing. `null` after some seconds in which it was not done: ask again
   * until it is. Fails with `cancelled`, and with `missing` or `invalid` where the backup can't be read.
   */
  'backup.restore'(ask: {
    opId: string;
    id: string;
    mode: 'merge' | 'replace';
  }): Result<ImportReport | null>;
  /** How far a restoring that runs is, 0 to 1; `null` when none runs. */
  'backup.progress'(ask: { opId: string }): Result<number | null>;
  /** Stops a restoring; the library is as it was. */
  'backup.cancel'(ask: { opId: string }): Result<null>;
  /** What the last check of the library found and mended; `null` before the first. */
  'checkup.last'(ask: null): Result<CheckupReport | null>;
  /** The grouping that is kept, with what a person made of its topics; `null` before the first one. */
  'topics.load'(ask: null): Result<StoredTopics | null>;
  /** Keeps a grouping that the papers made by themselves, and what places new papers into it. */
  'topics.save'(ask: StoredTopics & { profiles: Profiles }): Result<null>;
  /** What a person decided about topics: those to put, ids of those to take away, `head` after a regrouping. */
  'topics.change'(ask: {
    opId: string;
    put: Topic[];
    remove: string[];
    head?: Omit<StoredTopics, 'topics'> | undefined;
  }): Result<Changed>;
  /** Stores the places of papers on the map. */
  'map.save'(ask: PaperMap): Result<null>;
  /**
   * Papers for the export file in id order, with everything a person made: lines of JSON. Pages of up to 500, fewer
   * where papers are long; with `ids` those papers alone, up to 500, and `next` is the last of `ids` that is through.
   */
  'export.papers'(ask: { after: string | null; ids?: string[] }): Result<ExportLines>;
  /**
   * What the file says before its papers: tags, and what else travels with the library, page by page. `after` is
   * `next` of the page before, empty first.
   */
  'export.head'(ask: { after: string }): Result<ExportHead & { next: string | null }>;
  /** How many papers the whole library has, those in the trash too: for a progress bar. */
  'export.count'(ask: null): Result<number>;
  /** Searches that were kept, by name; they travel with the library. */
  'searches.list'(ask: null): Result<SavedSearch[]>;
  /** Keeps a search under its id; `null` removes it. */
  'searches.save'(ask: { id: string; search: SavedSearch | null }): Result<SavedSearch[]>;
  /** The papers that were on the screen, in key order: lines of JSON; pages of up to 5,000. */
  'export.sightings'(ask: { after: string | null }): Result<ExportLines>;
  /** Ids of the papers that were annotated since a time, milliseconds since 1970. */
  'export.annotated'(ask: { since: number }): Result<string[]>;
  /** Makes room for a file: what others left a day ago is thrown away, those that another tab reads are left alone. */
  'import.begin'(ask: { id: string }): Result<null>;
  /** Keeps a page of a file, a JSON list of `Incoming`, until all of it is there; the library is not touched. */
  'import.stage'(ask: { id: string; page: number; items: string }): Result<null>;
  /** What importing a page would do. */
  'import.preview'(ask: { id: string; page: number }): Result<PagePreview>;
  /**
   * Imports what was staged: all of it or nothing, one step to undo (by its `opId`). `null` after some seconds
   * in which it was not done: ask again until it is. Fails with `cancelled`, and with `missing` when nothing is staged.
   */
  'import.apply'(ask: { id: string; opId: string }): Result<ImportReport | null>;
  /** How many papers an import that runs has written; `null` when none runs. */
  'import.progress'(ask: { id: string }): Result<number | null>;
  /** Takes an import back (`step` is its `opId`). `null` after some seconds in which it was not done: ask again until it is. */
  'import.undo'(ask: { opId: string; step: string }): Result<Undone | null>;
  /** Stops an import; the library is as it was. */
  'import.cancel'(ask: { id: string }): Result<null>;
  'settings.load'(ask: null): Result<Settings>;
  /** Changes whole fields; of sites those that are named. */
  'settings.save'(ask: SettingsChange): Result<Settings>;
  /** Starts Gloss on a page that no adapter knows; needs the page's permission (`activeTab` or an allowed site). */
  'page.annotate'(ask: { tabId: number }): Result<null>;
  /**
   * Asks services for what papers lack, by their ids alone, and fills it in: one step to undo, by its `opId`. `null`
   * after some seconds in which it was not done: ask again until it is. Fails with `forbidden` where the browser does
   * not allow it.
   */
  'complete.run'(ask: { opId: string; ids: string[] }): Result<CompletionReport | null>;
  /** How far it is, 0 to 1; `null` when none runs. */
  'complete.progress'(ask: { opId: string }): Result<number | null>;
  /** Stops it; what was learnt until then is filled in. */
  'complete.cancel'(ask: { opId: string }): Result<null>;
  /** Match patterns of the sites that a person allowed beyond those that Gloss knows. */
  'sites.allowed'(ask: null): Result<string[]>;
}

/** What a step in the library changed. */
export interface Changed {
  /** How many papers. */
  count: number;
  /** Them as they are now; empty when they are too many to send. A deleted paper is as if unknown. */
  papers: PaperState[];
}

export type { ListingDescription } from './listing-description';
export type { Announcements, TabProtocol } from './tab-protocol';
export type { Look, PageOpened, Picture, Tree } from './page-opened';
export type { ImportReport, LibraryPage, PageCounts, Undone };
