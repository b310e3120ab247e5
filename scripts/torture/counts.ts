/** Acts that were tried, and their outcomes. */
export interface Counts {
  actions: number;
  acknowledged: number;
  workerKills: number;
  sigkills: number;
  /** SIGKILLs in the middle of a write to the disk. */
  tears: number;
  fullDisks: number;
  damages: number;
  clockJumps: number;
  reloads: number;
  imports: number;
  restores: number;
  checks: number;
  lives: number;
  /** Lives in which the browser could not be driven any more: nothing is known of those. */
  unfinished: number;
  lost: number;
}

export const noCounts = (): Counts => ({
  actions: 0,
  acknowledged: 0,
  workerKills: 0,
  sigkills: 0,
  tears: 0,
  fullDisks: 0,
  damages: 0,
  clockJumps: 0,
  reloads: 0,
  imports: 0,
  restores: 0,
  checks: 0,
  lives: 0,
  unfinished: 0,
  lost: 0,
});

const NAMES: Record<keyof Counts, string> = {
  lives: 'profiles, each with its own library',
  unfinished: 'of these given up, since the browser did not start',
  actions: 'things done',
  acknowledged: 'writes acknowledged',
  workerKills: 'workers killed',
  sigkills: 'browsers ended by SIGKILL',
  tears: 'of these in the middle of a write to the disk',
  fullDisks: 'full disks',
  damages: 'damaged databases',
  clockJumps: 'clock jumps',
  reloads: 'reloads of the extension',
  imports: 'imports',
  restores: 'backups restored',
  checks: 'comparisons of the whole library',
  lost: 'lost',
};

/** The counts as lines of a table. */
export const tableOf = (counts: Counts): string =>
  Object.entries(NAMES)
    .map(([name, title]) => `${String(counts[name as keyof Counts]).padStart(8)}  ${title}`)
    .join('\n');

/** The last line. */
export const lastLine = ({ actions, acknowledged, ...counts }: Counts): string =>
  `${actions} actions, ${acknowledged} acknowledged, ${counts.workerKills} worker kills, ${counts.sigkills} SIGKILLs, ` +
  `${counts.fullDisks} full disks, ${counts.damages} damages, ${counts.clockJumps} clock jumps, lost ${counts.lost}`;
