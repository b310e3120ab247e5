/** What a check found. */
export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

/** The parts of Vitest's JSON report that are counted (https://vitest.dev/guide/reporters#json-reporter). */
interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  /** A file that could not be loaded fails without having a test. */
  testResults: { status: string; assertionResults: unknown[] }[];
}

/** The parts of Playwright's JSON report that are counted (https://playwright.dev/docs/api/class-testrun). */
interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  /** Faults outside any test: a file that can't be loaded, no tests at all. */
  errors: unknown[];
}

export const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0 };

export const add = (a: Tally, b: Tally): Tally => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

/** A check that is one thing: a linter, a compiler. */
export const single = (passed: boolean): Tally => ({
  ...NOTHING,
  ...(passed ? { passed: 1 } : { failed: 1 }),
});

export function vitestTally(report: VitestReport): Tally {
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * So many browser tests of a run may need a second try: on a busy machine a driver can be late where a
 * person is not.
 */
const MOST_UNSTEADY = 2;

/**
 * A test that passed at the second try only is unsteady: the run names it, so that somebody looks for the reason. A few
 * count as passed, more of them as failed.
 */
export function playwrightTally({ stats, errors }: PlaywrightReport): Tally {
  const isBearable = stats.flaky <= MOST_UNSTEADY;
  return {
    passed: stats.expected + (isBearable ? stats.flaky : 0),
    failed: stats.unexpected + (isBearable ? 0 : stats.flaky) + errors.length,
    skipped: stats.skipped,
  };
}

/**
 * A test run as it is counted: never better than its exit code, whatever its report says.
 * @param tally `null` when there is no report
 */
export function honest(tally: Tally | null, exitedWell: boolean): Tally {
  const counted = tally ?? NOTHING;
  return exitedWell || counted.failed > 0 ? counted : { ...counted, failed: 1 };
}

export const sentence = ({ passed, failed, skipped }: Tally): string =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;
