import type { Mark } from '@/domain/mark';
import type { Shelf } from '@/domain/shelf';
import { markOfCopy } from '@/storage/backup/copy';
import type { Environment } from '@/storage/clock';
import type { GlossDatabase } from '@/storage/db';
import { markWrite, writeMark } from '@/storage/mark';
import { readMark } from '@/storage/read/mark';

interface MarkerPorts {
  shelf: Shelf;
  env: Environment;
  /** The library was written, and its mark is of now, with a count of its papers. */
  marked: () => void;
  /** Is told of errors: the library can be used without its mark. */
  note: (error: unknown) => void;
}

/** Papers are counted so long after a write, together with those that follow, milliseconds. */
const COUNT_AFTER = 1_000;

const wait = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time));

/** Work that many ask for at once: who asks while it runs shares one more run with all others who do. */
function shared(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  let next: Promise<void> | null = null;
  const run = (): Promise<void> => {
    next = null;
    running = work();
    return running;
  };
  return () => {
    next ??= running.then(run, run);
    return next;
  };
}

/** Keeps the mark of the library, outside the databases, in step with it. */
export class Marker {
  /** The mark as this worker knows it; no other context writes it. */
  private last: Mark | null = null;
  /** Writing the mark, one after the other: none may put an older one in place of a newer. */
  private writing: Promise<void> = Promise.resolve();
  private isCounting = false;

  constructor(
    private readonly ports: MarkerPorts,
    private readonly library: () => Promise<GlossDatabase>,
  ) {}

  /**
   * What is known of the library from outside it: by its mark, or where that is gone by the copy. `null` where nothing
   * is, `unread` where it can't be told.
   */
  async read(): Promise<Mark | null | 'unread'> {
    const { shelf, note } = this.ports;
    try {
      const mark = await readMark(shelf);
      this.last = mark;
      return mark && mark.rev > 0 ? mark : ((await markOfCopy(shelf)) ?? mark);
    } catch (error) {
      note(error);
      return 'unread';
    }
  }

  /** Marks the library as it is now; `counts` has the papers of a large one counted too. */
  write(options?: { counts: boolean }): Promise<void> {
    const { shelf, env } = this.ports;
    return this.keep((db) => writeMark(db, shelf, env, options));
  }

  /** The library was written: resolves once its mark tells of it. */
  readonly follow = shared(() => {
    const { shelf, env } = this.ports;
    return this.keep((db) =>
      this.last ? markWrite(db, shelf, env, this.last) : writeMark(db, shelf, env),
    );
  });

  private keep(mark: (db: GlossDatabase) => Promise<Mark>): Promise<void> {
    this.writing = this.writing
      .then(async () => {
        this.last = await mark(await this.library());
      })
      .catch(this.ports.note);
    return this.writing;
  }

  /** Has the papers counted a moment later, so that no call waits for it, where `isStill` the same library. */
  countSoon(isStill: () => boolean): void {
    if (this.isCounting) return;
    this.isCounting = true;
    void wait(COUNT_AFTER)
      .then(() => {
        this.isCounting = false;
        return isStill() ? this.write() : undefined;
      })
      .then(this.ports.marked)
      .catch(this.ports.note);
  }
}
