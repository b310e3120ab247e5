import type { Counts } from './counts';
import { Failure } from './failure';
import { Machine } from './machine';
import { Run } from './run';
import type { Step } from './steps';

/** How a life ended: what failed, and the steps up to it. */
export interface End {
  failure: Failure;
  steps: Step[];
  /** What the library says of itself then, as a person would copy it. */
  told: string;
}

let lives = 0;
let machine: Machine | null = null;

/**
 * Lives through some steps on a profile of its own, or as many of them as there is time for (milliseconds since 1970);
 * `null` where nothing was lost.
 */
export async function live(
  steps: readonly Step[],
  counts: Counts,
  until: number = Number.POSITIVE_INFINITY,
): Promise<End | null> {
  counts.lives += 1;
  machine = await Machine.start();
  const run = new Run(machine, counts, `life${(lives += 1)}-${process.pid}`);
  try {
    for (const [index, step] of steps.entries()) {
      if (Date.now() > until) break;
      try {
        await run.step(step);
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        return { failure: error, steps: steps.slice(0, index + 1), told: await run.diagnostics() };
      }
    }
    return null;
  } finally {
    counts.workerKills += machine.killed;
    await machine.end();
    machine = null;
  }
}

/** Takes away at once what a life has made, where the program is told to end. */
export const abandon = (): void => machine?.abandon();
