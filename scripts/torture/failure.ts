/** What was lost, or did not work, in sentences. */
export class Failure extends Error {
  constructor(
    /** `lost`: an acknowledged change is gone; `silent`: without a message; `stuck`: calls get no answer any more. */
    readonly kind: 'lost' | 'silent' | 'stuck',
    readonly lines: readonly string[],
  ) {
    super(`${kind}: ${lines.join('; ')}`);
  }
}
