import { judge, type Mark, type Trouble } from '@/domain/mark';
import type { Shelf } from '@/domain/shelf';
import { BackupDatabase } from '@/storage/backup/db';
import type { Environment } from '@/storage/clock';
import { GlossDatabase } from '@/storage/db';
import { findLibrary, succeed, unname } from '@/storage/mark';
import { readNewlyKnown } from '@/storage/newly-known';
import { isSoonCounted } from '@/storage/read/mark';
import { byRules, forgetFailure, type OpeningRules } from '@/storage/opening';
import { Marker } from './marker';
import { onTornWrite } from '@/storage/torn';
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
  /** The disk failed a write to one of the databases. */
  torn: () => void;
  /** The library was written, and the mark is of now. */
  marked: () => void;
  /** Called with errors that the keeper deals with, for diagnostics. */
  note: (error: unknown) => void;
}

/**
 * Lets no call at the library before it is known to be the one that was here, and opens it anew whenever the browser
 * closed it. What it finds wrong it leaves as it is until a person has chosen.
 */
export class Keeper {
  private stores: Promise<Stores & { rules: OpeningRules; place: IDBFactory }> | null = null;
  /** `undefined` until the library was looked at. */
  private trouble: Trouble | null | undefined = undefined;
  private looking: Promise<Trouble | null> | null = null;
  /** An opening that something blocks; it goes on when it can. */
  private blocked: Promise<void> | null = null;
  private readonly marker: Marker;

  constructor(private readonly ports: KeeperPorts) {
    this.marker = new Marker(ports, async () => (await this.located()).db);
  }

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
    readNewlyKnown(db);
    const backups = new BackupDatabase('gloss-backups', byRules(place, { mayCreate: true }));
    for (const one of [db, backups]) onTornWrite(one, this.ports.torn);
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
    const mark = await this.marker.read();
    const { db, backups, rules } = await this.located();
    // What may have been marked is not made anew.
    rules.mayCreate = mark !== 'unread' && (mark?.rev ?? 0) === 0;
    if (!db.isOpen()) {
      const trouble = await this.openLibrary();
      if (trouble) return trouble;
      forgetFailure(backups);
    }
    return mark === 'unread' ? this.guess() : this.compare(mark, isSoonCounted(mark));
  }

  /** How a library is whose mark can't be read: an empty one may have been lost. */
  private async guess(): Promise<Trouble | null> {
    return (await findLibrary((await this.located()).db, false)).rev === 0 ? 'lost' : null;
  }

  /** Compares the library, which is open, with its mark. */
  private async compare(mark: Mark | null, counts: boolean): Promise<Trouble | null> {
    const { db } = await this.located();
    const found = await findLibrary(db, counts);
    const verdict = judge(mark, found);
    if (verdict === 'well') {
      if (!mark?.library || found.rev !== mark.rev) await this.writeMark();
      return null;
    }
    return counts ? verdict : this.compare(mark, true);
  }

  private async openLibrary(): Promise<Trouble | null> {
    if (this.blocked) return 'blocked';
    const { hasRoom, note } = this.ports;
    const outcome = await openLibrary({ ...(await this.located()), hasRoom, note });
    if (outcome.is === 'open') return null;
    if (outcome.is === 'emptied') {
      await this.leavePlace().catch(note);
      return 'lost';
    }
    if (outcome.is === 'blocked') {
      this.blocked = outcome.until;
      void outcome.until.then(() => {
        this.blocked = null;
        return this.look();
      });
    }
    return outcome.is;
  }

  /**
   * Goes on in another place where the browser has one to give. In one that was emptied, rows of before may come to
   * light under a database that is made there: Chromium reads the logs of a folder whose `CURRENT` is gone, and gives
   * the numbers of the databases anew.
   */
  private async leavePlace(): Promise<void> {
    const fresh = await this.ports.places.fresh();
    if (!fresh) return;
    const stores = this.storesAt(fresh);
    // From now on the place is known not to have been emptied.
    await stores.backups.open();
    this.stores = Promise.resolve(stores);
  }

  /** What is known of the library from outside it. */
  async known(): Promise<Mark | null> {
    const mark = await this.marker.read();
    return mark === 'unread' ? null : mark;
  }

  private async writeMark(options?: { counts: boolean }): Promise<void> {
    await this.marker.write(options);
    // What is marked is not made anew.
    (await this.located()).rules.mayCreate = false;
  }

  /** The library was written: resolves once its mark tells of it, and no other context is told before. */
  async written(): Promise<void> {
    if (this.trouble !== null) return;
    this.marker.countSoon(() => this.trouble === null);
    await this.marker.follow();
    (await this.located()).rules.mayCreate = false;
  }

  /** A look that counts the papers of a large library too, and brings the mark up to date. */
  async check(): Promise<Trouble | null> {
    if ((await this.enter()) !== null) return this.trouble ?? null;
    const mark = await this.marker.read();
    if (mark === 'unread') return this.settle(await this.guess());
    const trouble = this.settle(await this.compare(mark, true));
    if (trouble === null) await this.writeMark({ counts: true });
    return trouble;
  }

  /** Opens the library to be restored or begun anew, whatever is wrong with it: a person has chosen. */
  async openAnew(): Promise<Stores> {
    await this.looking;
    const opening = this.openChosen();
    // No look meanwhile: a look closes a library that it can't open.
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
    // Until it is restored the library is known to be lost, however often a worker dies meanwhile.
    const mark = await this.known();
    if (this.trouble !== 'smaller' && (await findLibrary(db, false)).library === mark?.library)
      await unname(db);
    return { db, backups };
  }

  /** The library is what a person chose it to be: it is marked, and open to all. */
  async settled(): Promise<void> {
    const { db, place } = await this.located();
    await succeed(db, await this.known());
    // What the search index knows is of another library.
    place.deleteDatabase('gloss-search');
    await this.writeMark({ counts: true });
    this.settle(null);
  }
}
