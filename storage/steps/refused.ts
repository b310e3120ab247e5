import type { Failure } from '@/domain/result';

/** Refuses a step from within: its transaction is rolled back, and the caller gets the failure. */
export class Refused extends Error {
  constructor(readonly failure: Failure) {
    super(failure.message);
  }
}

/** Stops a step and takes back all of it; its caller gets this failure. */
export const refuse = (reason: Failure['reason'], message: string): never => {
  throw new Refused({ reason, message });
};
