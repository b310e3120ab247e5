/**
 * `npm run torture -- [--minutes N] [--seed S] [--replay FILE]`: a person at random, in three tabs, the popup and the
 * library, while workers and browsers are killed, the disk fills up, files are damaged and the clock jumps. What must
 * be there is kept by a model that shares no code with the product, and compared with the export. Prints what was tried
 * and what was lost; a failure names the file that replays it.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { seeded } from '@/domain/topics/numbers/random';
import { ensureBuild } from './browser/build';
import { ROOT } from './browser/extension';
import { say } from './setup/process.mjs';
import { type Counts, lastLine, noCounts, tableOf } from './torture/counts';
import { Planner } from './torture/plan';
import { Profile } from './torture/profile';
import { abandon, type End, live } from './torture/life';
import { shrink } from './torture/shrink';
import type { Step } from './torture/steps';

const OUT = path.join(ROOT, 'out/torture');
/** Parts of a life between two ends of the browser. */
const PARTS = 3;
/** How often is said how far it is, milliseconds. */
const TELL = 60_000;
/** How often a failure is tried again with fewer steps. */
const TRIES = 12;
/** Failures that are made shorter: the time is for finding others. */
const SHRUNK = 2;
/** How long a life may take on a busy machine, milliseconds. */
const LIFETIME = 900_000;

/**
 * Lives as `live` does. A browser that answers no more fails the life after a time; without the timer nothing would
 * keep this process from ending in silence.
 */
async function liveInTime(...args: Parameters<typeof live>): Promise<End | null> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      abandon();
      reject(new Error(`a life took longer than ${LIFETIME / 60_000} minutes`));
    }, LIFETIME);
  });
  return Promise.race([live(...args), tooLong]).finally(() => clearTimeout(timer));
}

/** Writes a failure down, and again with fewer steps where that is cheap. */
async function record(
  { failure, steps, told }: End,
  name: string,
  mayShrink: boolean,
): Promise<void> {
  mkdirSync(OUT, { recursive: true });
  const file = path.join(OUT, `${name}.json`);
  const write = (left: readonly Step[]): void => {
    const { kind, lines } = failure;
    const report = { kind, lines, told: told.split('\n'), steps: left };
    writeFileSync(file, JSON.stringify(report, null, 1));
  };
  write(steps);
  say(failure.message);
  say(`replay it by: npm run torture -- --replay ${path.relative(ROOT, file)}`);
  const fails = async (fewer: readonly Step[]): Promise<boolean> =>
    (await liveInTime(fewer, noCounts()).catch(() => null))?.failure.kind === failure.kind;
  if (mayShrink) write(await shrink(steps, fails, TRIES));
}

interface Options {
  minutes: number;
  seed: number;
}

async function torture({ minutes, seed }: Options, counts: Counts): Promise<void> {
  const until = Date.now() + minutes * 60_000;
  const random = seeded(seed);
  let failures = 0;
  let told = Date.now();
  while (Date.now() < until) {
    const planner = new Planner(seeded(Math.floor(random() * 2 ** 32)));
    const steps = planner.life({ disk: Profile.canHaveDisk(), parts: PARTS });
    const end = await liveInTime(steps, counts, until).catch((error: unknown) => {
      counts.unfinished += 1;
      say(`a browser could not be driven: ${String(error)}`);
      return null;
    });
    if (Date.now() > told + TELL) {
      told = Date.now();
      say(lastLine(counts));
    }
    if (!end) continue;
    counts.lost += 1;
    failures += 1;
    await record(end, `${seed}-${counts.lives}`, failures <= SHRUNK && Date.now() < until);
  }
}

/** Replays the steps of a file once. */
async function replay(file: string, counts: Counts): Promise<void> {
  const { steps } = JSON.parse(readFileSync(file, 'utf8')) as { steps: Step[] };
  const end = await liveInTime(steps, counts);
  if (!end) return;
  counts.lost += 1;
  say(`step ${end.steps.length}: ${end.failure.message}`);
}

/** The options; a sentence where they are no good. */
function optionsOf(args: string[]): (Options & { replay: string | undefined }) | string {
  try {
    const { values } = parseArgs({
      args,
      options: {
        minutes: { type: 'string', default: '5' },
        seed: { type: 'string', default: '1' },
        replay: { type: 'string' },
      },
    });
    const [minutes, seed] = [Number(values.minutes), Number(values.seed)];
    if (!(minutes > 0)) return `--minutes: expected a number above 0, not "${values.minutes}".`;
    if (!Number.isInteger(seed)) return `--seed: expected a whole number, not "${values.seed}".`;
    return { minutes, seed, replay: values.replay };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function main(args: string[]): Promise<number> {
  const options = optionsOf(args);
  if (typeof options === 'string') {
    say(options);
    return 2;
  }
  ensureBuild();
  const counts = noCounts();
  if (options.replay === undefined) await torture(options, counts);
  else await replay(options.replay, counts);
  console.log(tableOf(counts));
  console.log(lastLine(counts));
  return counts.lost > 0 ? 1 : 0;
}

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    abandon();
    process.exit(130);
  });

process.exitCode = await main(process.argv.slice(2));
