import type { FromFrame } from './contract';
import { TELLS_GONE, type Wire } from './wire';

/** A busy browser may take so long to bring the last words of a frame, milliseconds. */
const PATIENCE = 3_000;
/** Where it does not tell that they are all here, they are on their way so long, milliseconds. */
const LAST_WORDS = 150;

const after = (wait: number): Promise<unknown> =>
  new Promise((resolve) => setTimeout(resolve, wait));

/** What a frame says of itself: it means nothing once the frame is left. */
const OF_ITSELF: ReadonlySet<FromFrame['type']> = new Set([
  'ready',
  'size',
  'focused',
  'left',
  'tab',
  'unsaved',
]);

/** Whether a message of a frame that is left still counts: what a person typed or did there. */
export const isLate = ({ type }: FromFrame): boolean => !OF_ITSELF.has(type);

/** Waits until all is here that a frame had sent which the page took away. */
export async function lastOf(wire: Wire | null): Promise<void> {
  if (!wire) return;
  await Promise.race([wire.gone, after(TELLS_GONE ? PATIENCE : LAST_WORDS)]);
  wire.end();
}

/** The farewell of a frame that is there still: the browser may go on to send it keys for a moment. */
export interface Farewell {
  /** Asks the frame for all that it has for the page's script; resolves once that is here. */
  begin: (wire: Wire) => Promise<unknown>;
  /** A message of the frame has come. */
  heard: (message: FromFrame) => void;
  end: () => void;
}

export function createFarewell(): Farewell {
  let left: Wire | null = null;
  let said = (): void => undefined;
  return {
    begin: (wire) => {
      left = wire;
      const answered = new Promise<void>((resolve) => {
        said = resolve;
      });
      wire.post({ type: 'leave' });
      return Promise.race([answered, wire.gone, after(PATIENCE)]);
    },
    heard: ({ type }) => {
      if (type === 'held') said();
    },
    end: () => left?.end(),
  };
}
