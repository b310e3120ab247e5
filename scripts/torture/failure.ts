/** What was lost, or did not work, in sentences. */
export class Failure extends Error {
  constructor(
    /** `lost`: what was acknowledged is not there; `silent`: and nobody says so; `stuck`: nothing is answered any more. */
    readonly kind: 'lost' | 'silent' | 'stuck',
    readonly lines: readonly string[],
  ) {
    super(`${kind}: ${lines.join('; ')}`);
  }
}
