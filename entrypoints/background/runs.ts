import { ok, type Result } from '@/domain/result';

/**
 * How long one message waits for work that takes longer, milliseconds. A browser stops a worker that takes
 * minutes over one (https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/lifecycle),
 * and one that gets none for half a minute.
 */
const PATIENCE = 10_000;

const after = (time: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, time);
  });

/** Work that runs, or whose outcome no caller has fetched yet. */
export interface Run {
  /** How far it is, as the work counts. */
  done: number;
  isCancelled: boolean;
}

/**
 * Work that one message can't wait for: its caller asks until it is done. How far it is lives in memory;
 * when the worker dies, its transaction does too, and the next ask begins it again.
 */
export class Runs<T> {
  private readonly running = new Map<string, Run & { outcome: Promise<Result<T>> }>();

  constructor(private readonly patience = PATIENCE) {}

  /** The outcome of work, which is begun unless it runs; `null` where it was not done in time. The work must not throw. */
  async ask(id: string, work: (run: Run) => Promise<Result<T>>): Promise<Result<T | null>> {
    let run = this.running.get(id);
    if (!run) {
      const state: Run = { done: 0, isCancelled: false };
      run = Object.assign(state, { outcome: work(state) });
      this.running.set(id, run);
    }
    const answer = await Promise.race([run.outcome, after(this.patience)]);
    if (!answer) return ok(null);
    this.running.delete(id);
    return answer;
  }

  /** How far it is; `null` where none runs. */
  progress(id: string): number | null {
    return this.running.get(id)?.done ?? null;
  }

  /** Tells work to stop; returns whether it runs. */
  cancel(id: string): boolean {
    const run = this.running.get(id);
    if (run) run.isCancelled = true;
    return run !== undefined;
  }
}
