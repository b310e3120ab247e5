import { judge, type Mark, type Trouble } from '@/domain/mark';
import type { Shelf } from '@/domain/shelf';
import { BackupDatabase } from '@/storage/backup/db';
import type { Environment } from '@/storage/clock';
import { GlossDatabase } from '@/storage/db';
import { findLibrary, isSoonCounted, passRevision, readMark, writeMark } from '@/storage/mark';
import { byRules, forgetFailure, type OpeningRules } from '@/storage/opening';
import { openLibrary } from './open-library';

/** The databases in use. */
export interface Stores {
  db: GlossDatabase;
  backups: BackupDatabase;
}

/** What the keeper needs of the browser. */
export interface KeeperPorts {
  shelf: Shelf;
  env: Environment;
  /** Where the databases are, and a new place where the browser has one to give. */
  places: { current: () => Promise<IDBFactory>; fresh: () => Promise<IDBFactory | null> };
  /** Whether the disk has room. */
  hasRoom: () => Promise<boolean>;
  /** Called when the library's trouble changed. */
  changed: () => void;
  /** The library was written, and the mark is of now. */
  marked: () => void;
  /** Called with errors that the keeper deals with, for diagnostics. */
  note: (error: unknown) => void;
}

/** The mark is written so long after a write, together with those that follow, milliseconds. */
const MARK_AFTER = 1_000;

const wait = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time));

/**
 * Lets nobody at the library before it is known to be the one that was here, and opens it anew whenever the browser
 * closed it. What it finds wrong it leaves as it is until a person has chosen.
 */
export class Keeper {
  private stores: Promise<Stores & { rules: OpeningRules; place: IDBFactory }> | null = null;
  /** `undefined` until the library was looked at. */
  private trouble: Trouble | null | undefined = undefined;
  private looking: Promise<Trouble | null> | null = null;
  /** An opening that something blocks; it goes on when it can. */
  private blocked: Promise<void> | null = null;
  private isMarking = false;

  constructor(private readonly ports: KeeperPorts) {}

  /** The databases; this call opens none. */
  open(): Promise<Stores> {
    return this.located();
  }

  private located() {
    this.stores ??= this.ports.places.current().then((place) => this.storesAt(place));
    return this.stores;
  }

  private storesAt(place: IDBFactory) {
    const rules: OpeningRules = { mayCreate: false };
    // Only the keeper opens the library: a read that opened it by itself could wait for ever, and this with it.
    const db = new GlossDatabase('gloss', { ...byRules(place, rules), autoOpen: false });
    const backups = new BackupDatabase('gloss-backups', byRules(place, { mayCreate: true }));
    return { db, backups, rules, place };
  }

  /** What keeps the library from being used; `null` where it is well and open. */
  async enter(): Promise<Trouble | null> {
    if (this.trouble === null && (await this.located()).db.isOpen()) return null;
    return this.look();
  }

  /** Looks at the library again, whatever was known. */
  look(): Promise<Trouble | null> {
    this.looking ??= this.lookOnce()
      .then((trouble) => this.settle(trouble))
      .finally(() => {
        this.looking = null;
      });
    return this.looking;
  }

  private settle(trouble: Trouble | null): Trouble | null {
    const before = this.trouble;
    this.trouble = trouble;
    if (before !== trouble && (before ?? trouble) !== null) this.ports.changed();
    return trouble;
  }

  private async lookOnce(): Promise<Trouble | null> {
    const mark = await this.mark();
    const { db, backups, rules } = await this.located();
    // What may have been marked is not made anew.
    rules.mayCreate = mark !== 'unread' && (mark?.rev ?? 0) === 0;
    if (!db.isOpen()) {
      const trouble = await this.openLibrary();
      if (trouble) return trouble;
      forgetFailure(backups);
    }
    return mark === 'unread' ? null : this.compare(mark, isSoonCounted(mark));
  }

  /** Compares the library, which is open, with its mark. */
  private async compare(mark: Mark | null, counts: boolean): Promise<Trouble | null> {
    const { db } = await this.located();
    const found = await findLibrary(db, counts);
    const verdict = judge(mark, found);
    if (verdict === 'well') {
      if (!mark || found.library === null) await this.writeMark();
      return null;
    }
    return counts ? verdict : this.compare(mark, true);
  }

  private async openLibrary(): Promise<Trouble | null> {
    if (this.blocked) return 'blocked';
    const { hasRoom, note } = this.ports;
    const outcome = await openLibrary({ ...(await this.located()), hasRoom, note });
    if (outcome.is === 'open') return null;
    if (outcome.is === 'blocked') {
      this.blocked = outcome.until;
      void outcome.until.then(() => {
        this.blocked = null;
        return this.look();
      });
    }
    return outcome.is;
  }

  /** The mark; `null` where there is none, `unread` where it can't be told. */
  private mark(): Promise<Mark | null | 'unread'> {
    return readMark(this.ports.shelf).catch((error: unknown) => {
      this.ports.note(error);
      return 'unread' as const;
    });
  }

  /** What is known of the library from its mark. */
  async known(): Promise<Mark | null> {
    const mark = await this.mark();
    return mark === 'unread' ? null : mark;
  }

  private async writeMark(options?: { counts: boolean }): Promise<void> {
    const { shelf, env } = this.ports;
    const { db, rules } = await this.located();
    const { rev } = await writeMark(db, shelf, env, options);
    rules.mayCreate = rev === 0;
  }

  /** The library was written: the mark follows, a moment later and in nobody's way. */
  written(): void {
    if (this.isMarking || this.trouble !== null) return;
    this.isMarking = true;
    void wait(MARK_AFTER)
      .then(() => {
        this.isMarking = false;
        return this.trouble === null ? this.writeMark() : undefined;
      })
      .then(this.ports.marked)
      .catch(this.ports.note);
  }

  /** A look that counts the papers of a large library too, and brings the mark up to date. */
  async check(): Promise<Trouble | null> {
    if ((await this.enter()) !== null) return this.trouble ?? null;
    const mark = await this.mark();
    if (mark === 'unread') return null;
    const trouble = this.settle(await this.compare(mark, true));
    if (trouble === null) await this.writeMark({ counts: true });
    return trouble;
  }

  /** Opens the library to be restored or begun anew, whatever is wrong with it: a person has chosen. */
  async openAnew(): Promise<Stores> {
    await this.looking;
    const opening = this.openChosen();
    // Nobody looks meanwhile: a look closes what it can't open.
    this.looking = opening
      .then(() => this.trouble ?? null)
      .finally(() => {
        this.looking = null;
      });
    this.looking.catch(this.ports.note);
    return opening;
  }

  private async openChosen(): Promise<Stores> {
    if (this.trouble === 'damaged') {
      const fresh = await this.ports.places.fresh();
      if (fresh) this.stores = Promise.resolve(this.storesAt(fresh));
    }
    const { db, backups, rules } = await this.located();
    rules.mayCreate = true;
    if (!db.isOpen()) {
      forgetFailure(db);
      await db.open();
    }
    forgetFailure(backups);
    // What is restored from now on is later than all that was lost; until then the library is known to be lost.
    if (this.trouble !== 'smaller') await passRevision(db, await this.known());
    return { db, backups };
  }

  /** The library is what a person chose it to be: it is marked, and open to all. */
  async settled(): Promise<void> {
    const { db, place } = await this.located();
    await passRevision(db, await this.known());
    // What the search index knows is of another library.
    place.deleteDatabase('gloss-search');
    await this.writeMark({ counts: true });
    this.settle(null);
  }
}
