import type { Canvas } from '@/components/in-page/layer/canvas';
import { judge, type JudgedCanvas } from '@/components/in-page/layer/judge';
import { type Hold, keepActs } from './hold';
import type { Unjudged } from './unjudged';

/** What the first stage has for the one that judges. */
export interface Unheard {
  canvas: Canvas;
  unjudged: Unjudged;
  /** A person has touched what is drawn. */
  touched: () => void;
  /** Keys that triage takes. */
  keys: readonly string[];
  /** Whether a person asked for triage elsewhere. */
  isTriageDue: () => boolean;
  signal: AbortSignal;
}

/** The first stage's canvas, which hears a person. */
export interface Judged {
  canvas: JudgedCanvas;
  hold: Hold;
}

export type Judging = (unheard: Unheard) => Judged;

/** Judges and keeps what a person does on the first stage: first what came until now, as it was then. */
export function judgeActs({ canvas: bare, unjudged, ...ports }: Unheard): Judged {
  const { acts, looks } = unjudged.take();
  const canvas = judge(bare, looks);
  const hold = keepActs({ canvas, ...ports });
  for (const act of acts) {
    const { event, target, from, isPlain, isTaken } = act;
    if (from instanceof KeyboardEvent) hold.rehear(from, act, isTaken);
    else if (canvas.allow({ event: from, target, isPlain: () => isPlain }))
      hold.keep({ event, target });
  }
  return { canvas, hold };
}
