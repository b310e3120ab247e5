import { describe, expect, it } from 'vitest';
import { add, honest, playwrightTally, sentence, single, vitestTally } from '@/scripts/test/tally';

describe('the last line of npm test', () => {
  it('counts each test, and each other check as one', () => {
    const unit = vitestTally({
      numPassedTests: 7,
      numFailedTests: 1,
      numPendingTests: 2,
      numTodoTests: 1,
      testResults: [{ status: 'failed', assertionResults: [{}] }],
    });
    expect(sentence(add(unit, single(true)))).toBe('8 passed, 1 failed, 3 skipped');
  });

  it('counts a test file that could not be loaded as a failure', () => {
    const broken = vitestTally({
      numPassedTests: 7,
      numFailedTests: 0,
      numPendingTests: 0,
      numTodoTests: 0,
      testResults: [{ status: 'failed', assertionResults: [] }],
    });
    expect(broken.failed).toBe(1);
  });

  it('bears with two browser tests that needed a second try, and with no more', () => {
    const stats = { expected: 3, unexpected: 0, flaky: 2, skipped: 1 };
    expect(sentence(playwrightTally({ stats, errors: [{}] }))).toBe(
      '5 passed, 1 failed, 1 skipped',
    );
    expect(sentence(playwrightTally({ stats: { ...stats, flaky: 3 }, errors: [] }))).toBe(
      '3 passed, 3 failed, 1 skipped',
    );
  });

  it('is never better than the exit code of the run', () => {
    expect(honest(null, false).failed).toBe(1);
    expect(honest(add(single(true), single(false)), false).failed).toBe(1);
    expect(honest(single(true), true).failed).toBe(0);
  });
});
